package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.RefColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;

/** The fields of {@link BankTransfer} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/BankTransfer table=payment public sealed=shop/Payment kind=bank_transfer shared=5 ordering=id",
            "field name=id type=INT8 role=IDENTITY",
            "field name=amount type=numeric(NUMERIC;10;2) precision=10 scale=2",
            "relation name=customer kind=FOREIGN_KEY java=dev.plectrum.orm/Ref<shop/Customer> onDelete=CASCADE column=customer_id deferrable=NO index target=shop/Customer targetTable=customer targetColumn=id type=INT8",
            "relation name=refunds kind=REVERSE java=dev.plectrum.orm/Many<shop/Refund> reverse=payment target=shop/Refund targetTable=refund targetColumn=payment_id type=INT8 from=id",
            "field name=kind type=TEXT role=KIND",
            "field name=iban type=TEXT",
            "field name=reference type=TEXT nullable",
            "index field=iban method=btree"
        }
)
@Generated("dev.plectrum")
public final class BankTransferFields extends Fields<BankTransferFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, BankTransferMapping.ID);

    /** {@code amount numeric(10,2)} */
    public final NumberColumn<BigDecimal> amount = new NumberColumn<>(this, BankTransferMapping.AMOUNT);

    /** {@code customer_id bigint} */
    public final RefColumn<Customer, Long> customer = new RefColumn<>(this, BankTransferMapping.CUSTOMER, BankTransferMapping.TO_CUSTOMER);

    /** {@code iban text} */
    public final TextColumn iban = new TextColumn(this, BankTransferMapping.IBAN);

    /** {@code reference text}, may be missing */
    public final TextColumn reference = new TextColumn(this, BankTransferMapping.REFERENCE);

    BankTransferFields(Path path) {
        super(path);
    }

    /** The customer that this row points to. */
    public CustomerFields customer() {
        return follow(BankTransferMapping.TO_CUSTOMER);
    }

    /** The refunds of this row. */
    public RefundFields refunds() {
        return follow(BankTransferMapping.REFUNDS);
    }
}
