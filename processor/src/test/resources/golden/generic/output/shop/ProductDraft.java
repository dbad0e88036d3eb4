package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Many;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Product} being written down. What is not set takes the database's default. */
@Generated("dev.plectrum")
public final class ProductDraft extends Draft<Product> {
    private @Nullable Long id;
    private @Nullable Many<Note> notes;

    ProductDraft() {}

    ProductDraft(Product product) {
        id = product.id();
        notes = product.notes();
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public ProductDraft id(long id) {
        this.id = id;
        mark(ProductMapping.ID);
        return this;
    }

    @Override
    protected Product finish() {
        return new Product(
                id,
                notes);
    }
}
