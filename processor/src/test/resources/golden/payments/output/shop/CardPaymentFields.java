package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** The fields of {@link CardPayment} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/CardPayment table=payment public sealed=shop/Payment kind=card shared=5 ordering=-amount",
            "field name=id type=INT8 role=IDENTITY",
            "field name=amount type=numeric(NUMERIC;10;2) precision=10 scale=2",
            "relation name=customer kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Customer> onDelete=CASCADE column=customer_id deferrable=NO index target=shop/Customer targetTable=customer targetColumn=id type=INT8",
            "relation name=refunds kind=REVERSE java=dev.plectrum.orm/Many<shop/Refund> reverse=payment target=shop/Refund targetTable=refund targetColumn=payment_id type=INT8 from=id",
            "field name=kind type=TEXT role=KIND",
            "field name=number type=TEXT",
            "relation name=holder kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Customer> onDelete=PROTECT column=holder_id deferrable=NO index target=shop/Customer targetTable=customer targetColumn=id type=INT8",
            "unique field=amount nullsDistinct deferrable=NO",
            "unique field=customer field=number nullsDistinct deferrable=NO",
            "check sql=\"length(number) >= 4\""
        }
)
@Generated("dev.plectrum")
public final class CardPaymentFields extends Fields<CardPaymentFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, CardPaymentMapping.ID);

    /** {@code amount numeric(10,2)} */
    public final NumberColumn<BigDecimal> amount = new NumberColumn<>(this, CardPaymentMapping.AMOUNT);

    /** {@code customer_id bigint} */
    public final RefColumn<Customer, Long> customer = new RefColumn<>(this, CardPaymentMapping.CUSTOMER, CardPaymentMapping.TO_CUSTOMER);

    /** {@code number text} */
    public final TextColumn number = new TextColumn(this, CardPaymentMapping.NUMBER);

    /** {@code holder_id bigint} */
    public final RefColumn<Customer, Long> holder = new RefColumn<>(this, CardPaymentMapping.HOLDER, CardPaymentMapping.TO_HOLDER);

    CardPaymentFields(Path path) {
        super(path);
    }

    /** The customer that this row points to. */
    public CustomerFields customer() {
        return follow(CardPaymentMapping.TO_CUSTOMER);
    }

    /** The refunds of this row. */
    public RefundFields refunds() {
        return follow(CardPaymentMapping.REFUNDS);
    }

    /** The customer that this row points to. */
    public CustomerFields holder() {
        return follow(CardPaymentMapping.TO_HOLDER);
    }
}
