package shop;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Delete;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Patch;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.RequirePermission;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Created;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue. */
@View("/products")
class ProductViews {
    private final Products products;

    ProductViews(Products products) {
        this.products = products;
    }

    @Get("/")
    @Public
    Future<List<Product>> list(@Query("q") @Nullable String text, @Query(orElse = "20") int size) {
        return products.search(text, size);
    }

    @Get("/{id}")
    @Public
    Future<@Nullable Product> detail(long id) {
        return products.find(id);
    }

    @Post("/")
    @RequirePermission("shop.add_product")
    Future<Created<Product>> create(@Body NewProduct body) {
        return products.add(body).map(product -> Created.at(ProductViewsUrls.detail(product.id()), product));
    }

    @Patch("/{id}")
    @RequirePermission("shop.change_product")
    Future<@Nullable Product> change(long id, @Body ProductPatch patch) {
        return products.change(id, patch);
    }

    @Delete("/{id}")
    @RequirePermission("shop.delete_product")
    Future<Void> remove(long id) {
        return products.remove(id);
    }
}
