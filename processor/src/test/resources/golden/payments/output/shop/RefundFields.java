package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import javax.annotation.processing.Generated;

/** The fields of {@link Refund} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Refund table=refund public",
            "field name=id type=INT8 role=IDENTITY",
            "relation name=payment kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Payment> onDelete=CASCADE column=payment_id deferrable=NO index target=shop/Payment targetTable=payment targetColumn=id type=INT8"
        }
)
@Generated("dev.plectrum")
public final class RefundFields extends Fields<RefundFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, RefundMapping.ID);

    /** {@code payment_id bigint} */
    public final RefColumn<Payment, Long> payment = new RefColumn<>(this, RefundMapping.PAYMENT, RefundMapping.TO_PAYMENT);

    RefundFields(Path path) {
        super(path);
    }

    /** The payment that this row points to. */
    public PaymentFields payment() {
        return follow(RefundMapping.TO_PAYMENT);
    }
}
