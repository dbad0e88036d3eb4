package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.AnyRefColumns;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import javax.annotation.processing.Generated;

/** The fields of {@link Note} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Note table=note public",
            "field name=id type=INT8 role=IDENTITY",
            "any name=target java=dev.plectrum.orm/AnyRef<java.lang/Object> kindColumn=target_kind idColumn=target_id target=shop/Product target=shop/Customer value=product value=crm.Customer key=id key=id index",
            "any name=foundIn java=dev.plectrum.orm/AnyRef<shop/Product> nullable kindColumn=source_kind idColumn=source_id target=shop/Product value=product key=id"
        }
)
@Generated("dev.plectrum")
public final class NoteFields extends Fields<NoteFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, NoteMapping.ID);

    /** {@code target_kind text}, {@code target_id bigint} */
    public final TargetReference target = new TargetReference();

    /** {@code source_kind text}, {@code source_id bigint}, may be missing */
    public final FoundInReference foundIn = new FoundInReference();

    NoteFields(Path path) {
        super(path);
    }

    /** A reference to one of several models, each of which can be followed. */
    public final class TargetReference extends AnyRefColumns<Object> {
        private TargetReference() {
            super(NoteFields.this, NoteMapping.TO_TARGET);
        }

        /** The product that this row refers to, if it is one. */
        public ProductFields product() {
            return follow(NoteMapping.TO_TARGET.along("product"));
        }

        /** The customer that this row refers to, if it is one. */
        public CustomerFields customer() {
            return follow(NoteMapping.TO_TARGET.along("crm.Customer"));
        }
    }

    /** A reference to one of several models, each of which can be followed. */
    public final class FoundInReference extends AnyRefColumns<Product> {
        private FoundInReference() {
            super(NoteFields.this, NoteMapping.TO_FOUND_IN);
        }

        /** The product that this row refers to, if it is one. */
        public ProductFields product() {
            return follow(NoteMapping.TO_FOUND_IN.along("product"));
        }
    }
}
