package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.View;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What there is to buy. */
@View("/")
@Public
public class ProductViews {
    private static final int PRODUCTS = 100_000;
    private static final int PAGE = 20;

    private final ProductQuerySet products;

    ProductViews(ProductQuerySet products) {
        this.products = products;
    }

    /** The cheapest first. */
    @Get("/products")
    Future<List<Product>> list(@Query(orElse = "0") BigDecimal min, @Query(orElse = "1") int page) {
        long first = (Math.max(1, page) - 1L) * PAGE;
        return products.filter(p -> p.price.gte(min))
                .orderBy(p -> p.price.asc(), p -> p.id.asc())
                .slice(first, first + PAGE)
                .alist();
    }

    @Get("/generated")
    Future<Product> any() {
        return products.aget(ThreadLocalRandom.current().nextLong(PRODUCTS) + 1);
    }
}
