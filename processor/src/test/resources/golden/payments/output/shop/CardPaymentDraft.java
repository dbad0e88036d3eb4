package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** A {@link CardPayment} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class CardPaymentDraft extends Draft<CardPayment> {
    private final CardPayment cardPayment;

    CardPaymentDraft(CardPayment cardPayment) {
        this.cardPayment = cardPayment;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public CardPaymentDraft id(long id) {
        cardPayment.id = id;
        mark(CardPaymentMapping.ID);
        return this;
    }

    /** Sets {@code amount numeric(10,2)}. */
    public CardPaymentDraft amount(BigDecimal amount) {
        cardPayment.amount = amount;
        mark(CardPaymentMapping.AMOUNT);
        return this;
    }

    /** Sets {@code customer_id bigint} to the key of a row that was created before. */
    public CardPaymentDraft customer(Customer customer) {
        return customer(Ref.of(CustomerMapping.INSTANCE, customer));
    }

    /** Sets {@code customer_id bigint}. */
    public CardPaymentDraft customer(Ref<Customer> customer) {
        cardPayment.customer = customer;
        mark(CardPaymentMapping.CUSTOMER);
        return this;
    }

    /** Sets {@code number text}. */
    public CardPaymentDraft number(String number) {
        cardPayment.number = number;
        mark(CardPaymentMapping.NUMBER);
        return this;
    }

    /** Sets {@code holder_id bigint} to the key of a row that was created before. */
    public CardPaymentDraft holder(Customer holder) {
        return holder(Ref.of(CustomerMapping.INSTANCE, holder));
    }

    /** Sets {@code holder_id bigint}. */
    public CardPaymentDraft holder(Ref<Customer> holder) {
        cardPayment.holder = holder;
        mark(CardPaymentMapping.HOLDER);
        return this;
    }

    @Override
    protected CardPayment finish() {
        return cardPayment;
    }
}
