package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import javax.annotation.processing.Generated;

/** The fields of {@link Customer} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Customer table=Customer schema=crm public",
            "field name=id type=INT8 role=IDENTITY"
        }
)
@Generated("dev.plectrum")
public final class CustomerFields extends Fields<CustomerFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, CustomerMapping.ID);

    CustomerFields(Path path) {
        super(path);
    }
}
