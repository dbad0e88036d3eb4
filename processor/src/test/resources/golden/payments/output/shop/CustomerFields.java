package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import javax.annotation.processing.Generated;

/** The fields of {@link Customer} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Customer table=customer public",
            "field name=id type=INT8 role=IDENTITY",
            "field name=name type=TEXT",
            "relation name=payments kind=REVERSE java=dev.plectrum.orm/Many<shop/Payment> reverse=customer target=shop/Payment targetTable=payment targetColumn=customer_id type=INT8 from=id",
            "relation name=cards kind=REVERSE java=dev.plectrum.orm/Many<shop/CardPayment> reverse=holder target=shop/CardPayment targetTable=payment targetColumn=holder_id type=INT8 from=id"
        }
)
@Generated("dev.plectrum")
public final class CustomerFields extends Fields<CustomerFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, CustomerMapping.ID);

    /** {@code name text} */
    public final TextColumn name = new TextColumn(this, CustomerMapping.NAME);

    CustomerFields(Path path) {
        super(path);
    }

    /** The payments of this row. */
    public PaymentFields payments() {
        return follow(CustomerMapping.PAYMENTS);
    }

    /** The card payments of this row. */
    public CardPaymentFields cards() {
        return follow(CustomerMapping.CARDS);
    }
}
