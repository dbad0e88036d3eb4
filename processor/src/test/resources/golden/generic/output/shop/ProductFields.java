package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import javax.annotation.processing.Generated;

/** The fields of {@link Product} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Product table=product record public",
            "field name=id type=INT8 role=IDENTITY component",
            "relation name=notes kind=REVERSE java=dev.plectrum.orm/Many<shop/Note> reverse=target target=shop/Note targetTable=note targetColumn=target_id type=INT8 from=id among=target_kind amongValue=product component"
        }
)
@Generated("dev.plectrum")
public final class ProductFields extends Fields<ProductFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, ProductMapping.ID);

    ProductFields(Path path) {
        super(path);
    }

    /** The notes of this row. */
    public NoteFields notes() {
        return follow(ProductMapping.NOTES);
    }
}
