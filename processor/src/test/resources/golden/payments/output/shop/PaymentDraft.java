package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** A {@link Payment} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class PaymentDraft extends Draft<Payment> {
    private final Payment payment;

    PaymentDraft(Payment payment) {
        this.payment = payment;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public PaymentDraft id(long id) {
        payment.id = id;
        mark(PaymentMapping.ID);
        return this;
    }

    /** Sets {@code amount numeric(10,2)}. */
    public PaymentDraft amount(BigDecimal amount) {
        payment.amount = amount;
        mark(PaymentMapping.AMOUNT);
        return this;
    }

    /** Sets {@code customer_id bigint} to the key of a row that was created before. */
    public PaymentDraft customer(Customer customer) {
        return customer(Ref.of(CustomerMapping.INSTANCE, customer));
    }

    /** Sets {@code customer_id bigint}. */
    public PaymentDraft customer(Ref<Customer> customer) {
        payment.customer = customer;
        mark(PaymentMapping.CUSTOMER);
        return this;
    }

    @Override
    protected Payment finish() {
        return payment;
    }
}
