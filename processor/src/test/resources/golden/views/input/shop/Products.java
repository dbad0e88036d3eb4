package shop;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where products are kept. */
interface Products {
    Future<List<Product>> search(@Nullable String text, int size);

    Future<@Nullable Product> find(long id);

    Future<Product> add(NewProduct body);

    Future<@Nullable Product> change(long id, ProductPatch patch);

    Future<Void> remove(long id);
}
