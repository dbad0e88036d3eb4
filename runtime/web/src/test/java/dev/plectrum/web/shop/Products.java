package dev.plectrum.web.shop;

import dev.plectrum.web.shop.Product.Status;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The shop's products, in memory. */
public final class Products {
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    private final Map<Long, Product> byId = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** With two in it. */
    public Products() {
        add("Desk", "120.50", null);
        add("Chair", "45.00", "With \"arms\"");
    }

    private Product add(String name, String price, @Nullable String description) {
        var product =
                new Product(ids.incrementAndGet(), name, new BigDecimal(price), description, Status.ON_SALE, CREATED);
        byId.put(product.id(), product);
        return product;
    }

    Future<List<Product>> search(@Nullable String text, int size) {
        return Future.succeededFuture(byId.values().stream()
                .filter(product -> text == null || product.name().contains(text))
                .limit(size)
                .toList());
    }

    Future<@Nullable Product> find(long id) {
        return Future.succeededFuture(byId.get(id));
    }

    Future<Product> add(NewProduct body) {
        return Future.succeededFuture(add(body.name(), body.price().toPlainString(), body.description()));
    }

    Future<@Nullable Product> change(long id, ProductPatch patch) {
        return Future.succeededFuture(byId.computeIfPresent(
                id,
                (key, old) -> new Product(
                        id,
                        patch.name().isPresent() ? patch.name().value() : old.name(),
                        patch.price().isPresent()
                                ? java.util.Objects.requireNonNull(patch.price().value())
                                : old.price(),
                        patch.description().orElse(old.description()),
                        old.status(),
                        old.createdAt())));
    }

    Future<Void> remove(long id) {
        byId.remove(id);
        return Future.succeededFuture();
    }
}
