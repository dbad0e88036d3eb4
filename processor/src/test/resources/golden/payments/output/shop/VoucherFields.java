package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** The fields of {@link Voucher} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Voucher table=payment public sealed=shop/Payment kind=voucher shared=5 ordering=id",
            "field name=id type=INT8 role=IDENTITY",
            "field name=amount type=numeric(NUMERIC;10;2) precision=10 scale=2",
            "relation name=customer kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Customer> onDelete=CASCADE column=customer_id deferrable=NO index target=shop/Customer targetTable=customer targetColumn=id type=INT8",
            "relation name=refunds kind=REVERSE java=dev.plectrum.orm/Many<shop/Refund> reverse=payment target=shop/Refund targetTable=refund targetColumn=payment_id type=INT8 from=id",
            "field name=kind type=TEXT role=KIND"
        }
)
@Generated("dev.plectrum")
public final class VoucherFields extends Fields<VoucherFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, VoucherMapping.ID);

    /** {@code amount numeric(10,2)} */
    public final NumberColumn<BigDecimal> amount = new NumberColumn<>(this, VoucherMapping.AMOUNT);

    /** {@code customer_id bigint} */
    public final RefColumn<Customer, Long> customer = new RefColumn<>(this, VoucherMapping.CUSTOMER, VoucherMapping.TO_CUSTOMER);

    VoucherFields(Path path) {
        super(path);
    }

    /** The customer that this row points to. */
    public CustomerFields customer() {
        return follow(VoucherMapping.TO_CUSTOMER);
    }

    /** The refunds of this row. */
    public RefundFields refunds() {
        return follow(VoucherMapping.REFUNDS);
    }
}
