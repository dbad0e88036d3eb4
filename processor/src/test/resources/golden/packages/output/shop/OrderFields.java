package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import javax.annotation.processing.Generated;

/** The fields of {@link Order} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Order table=order public",
            "field name=id type=INT8 role=IDENTITY"
        }
)
@Generated("dev.plectrum")
public final class OrderFields extends Fields<OrderFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, OrderMapping.ID);

    OrderFields(Path path) {
        super(path);
    }
}
