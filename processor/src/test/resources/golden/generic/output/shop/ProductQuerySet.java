package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code product}. */
@Generated("dev.plectrum")
public final class ProductQuerySet extends QuerySet<Product, ProductFields, ProductDraft, ProductQuerySet> {
    /** All products of this database or transaction. */
    public ProductQuerySet(Session session) {
        super(session, ProductMapping.INSTANCE);
    }

    private ProductQuerySet(Session session, Query query) {
        super(session, ProductMapping.INSTANCE, query);
    }

    @Override
    protected ProductQuerySet with(Session session, Query query) {
        return new ProductQuerySet(session, query);
    }

    /** The product with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Product> aget(long id) {
        return byKey(id);
    }

    /** The products with these ids, by id. What no product has is left out. */
    public Future<Map<Long, Product>> ainBulk(Collection<Long> ids) {
        return ainBulk(p -> p.id, ids);
    }

    /** A reference to the product with this id, not loaded. */
    public static Ref<Product> ref(long id) {
        return Ref.to(ProductMapping.INSTANCE, id);
    }

    /** A reference to this product, loaded. */
    public static Ref<Product> ref(Product product) {
        return Ref.of(ProductMapping.INSTANCE, product);
    }
}
