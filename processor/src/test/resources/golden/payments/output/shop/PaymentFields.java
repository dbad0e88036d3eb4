package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import dev.plectrum.orm.query.TextExpression;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** The fields of {@link Payment} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Payment table=payment public ordering=id",
            "field name=id type=INT8 role=IDENTITY",
            "field name=amount type=numeric(NUMERIC;10;2) precision=10 scale=2",
            "relation name=customer kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Customer> onDelete=CASCADE column=customer_id deferrable=NO index target=shop/Customer targetTable=customer targetColumn=id type=INT8",
            "relation name=refunds kind=REVERSE java=dev.plectrum.orm/Many<shop/Refund> reverse=payment target=shop/Refund targetTable=refund targetColumn=payment_id type=INT8 from=id",
            "field name=kind type=TEXT role=KIND",
            "kind class=shop/BankTransfer",
            "kind class=shop/CardPayment",
            "kind class=shop/Voucher"
        }
)
@Generated("dev.plectrum")
public final class PaymentFields extends Fields<PaymentFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, PaymentMapping.ID);

    /** {@code amount numeric(10,2)} */
    public final NumberColumn<BigDecimal> amount = new NumberColumn<>(this, PaymentMapping.AMOUNT);

    /** {@code customer_id bigint} */
    public final RefColumn<Customer, Long> customer = new RefColumn<>(this, PaymentMapping.CUSTOMER, PaymentMapping.TO_CUSTOMER);

    /** {@code kind text}: {@code bank_transfer}, {@code card}, {@code voucher} */
    public final TextExpression kind = new TextColumn(this, PaymentMapping.KIND);

    /** What only a {@link BankTransfer} has. */
    public final BankTransferKind bankTransfer = new BankTransferKind();

    /** What only a {@link CardPayment} has. */
    public final CardPaymentKind cardPayment = new CardPaymentKind();

    PaymentFields(Path path) {
        super(path);
    }

    /** The customer that this row points to. */
    public CustomerFields customer() {
        return follow(PaymentMapping.TO_CUSTOMER);
    }

    /** The refunds of this row. */
    public RefundFields refunds() {
        return follow(PaymentMapping.REFUNDS);
    }

    /** What only a {@link BankTransfer} has; all of it is missing in other rows. */
    public final class BankTransferKind {
        /** {@code iban text}, may be missing */
        public final TextColumn iban = new TextColumn(PaymentFields.this, PaymentMapping.BANK_TRANSFER_IBAN);

        /** {@code reference text}, may be missing */
        public final TextColumn reference = new TextColumn(PaymentFields.this, PaymentMapping.BANK_TRANSFER_REFERENCE);

        private BankTransferKind() {}
    }

    /** What only a {@link CardPayment} has; all of it is missing in other rows. */
    public final class CardPaymentKind {
        /** {@code number text}, may be missing */
        public final TextColumn number = new TextColumn(PaymentFields.this, PaymentMapping.CARD_PAYMENT_NUMBER);

        /** {@code holder_id bigint}, may be missing */
        public final RefColumn<Customer, Long> holder = new RefColumn<>(PaymentFields.this, PaymentMapping.CARD_PAYMENT_HOLDER, CardPaymentMapping.TO_HOLDER);

        private CardPaymentKind() {}

        /** The customer that this row points to. */
        public CustomerFields holder() {
            return follow(CardPaymentMapping.TO_HOLDER);
        }
    }
}
