package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import javax.annotation.processing.Generated;

/** A {@link Refund} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class RefundDraft extends Draft<Refund> {
    private final Refund refund;

    RefundDraft(Refund refund) {
        this.refund = refund;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public RefundDraft id(long id) {
        refund.id = id;
        mark(RefundMapping.ID);
        return this;
    }

    /** Sets {@code payment_id bigint} to the key of a row that was created before. */
    public RefundDraft payment(Payment payment) {
        return payment(Ref.of(PaymentMapping.INSTANCE, payment));
    }

    /** Sets {@code payment_id bigint}. */
    public RefundDraft payment(Ref<Payment> payment) {
        refund.payment = payment;
        mark(RefundMapping.PAYMENT);
        return this;
    }

    @Override
    protected Refund finish() {
        return refund;
    }
}
