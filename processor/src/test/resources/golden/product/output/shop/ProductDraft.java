package shop;

import dev.plectrum.orm.Draft;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Product} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class ProductDraft extends Draft<Product> {
    private final Product product;

    ProductDraft(Product product) {
        this.product = product;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public ProductDraft id(long id) {
        product.id = id;
        mark(ProductMapping.ID);
        return this;
    }

    /** Sets {@code name varchar(200)}. */
    public ProductDraft name(String name) {
        product.name = name;
        mark(ProductMapping.NAME);
        return this;
    }

    /** Sets {@code price numeric(10,2)}. */
    public ProductDraft price(BigDecimal price) {
        product.price = price;
        mark(ProductMapping.PRICE);
        return this;
    }

    /** Sets {@code stock integer}. */
    public ProductDraft stock(int stock) {
        product.stock = stock;
        mark(ProductMapping.STOCK);
        return this;
    }

    /** Sets {@code description text}, which may be missing. */
    public ProductDraft description(@Nullable String description) {
        product.description = description;
        mark(ProductMapping.DESCRIPTION);
        return this;
    }

    /** Sets {@code status text}. */
    public ProductDraft status(Product.Status status) {
        product.status = status;
        mark(ProductMapping.STATUS);
        return this;
    }

    @Override
    protected Product finish() {
        return product;
    }
}
