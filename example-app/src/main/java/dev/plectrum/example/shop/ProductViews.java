package dev.plectrum.example.shop;

import dev.plectrum.annotations.web.Body;
import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Patch;
import dev.plectrum.annotations.web.Post;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Query;
import dev.plectrum.annotations.web.RateLimit;
import dev.plectrum.annotations.web.RequirePermission;
import dev.plectrum.annotations.web.View;
import dev.plectrum.orm.Page;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.Created;
import dev.plectrum.web.Outcome;
import io.vertx.core.Future;
import java.util.List;

/** What the shop sells. */
@View("/products")
final class ProductViews {
    private final Database db;
    private final ProductQuerySet products;
    private final ReviewQuerySet reviews;
    private final StockFeed feed;

    ProductViews(Database db, ProductQuerySet products, ReviewQuerySet reviews, StockFeed feed) {
        this.db = db;
        this.products = products;
        this.reviews = reviews;
        this.feed = feed;
    }

    // region read
    /** The products that somebody looks for, a page at a time. */
    @Get("/")
    @Public
    Future<Page<ProductCard>> list(@Query ProductFilter filter, PageRequest page) {
        return filter.of(products)
                .selectRelated(p -> p.category())
                .apage(page)
                .map(found -> found.map(ProductCard::of));
    }

    /** Everything about one product. */
    @Get("/{id}")
    @Public
    Future<ProductDetail> detail(long id) {
        return products.selectRelated(p -> p.category())
                .prefetchRelated(p -> p.tags(), p -> p.reviews())
                .aget(id) // NotFoundException is a 404
                .map(ProductDetail::of);
    }
    // endregion

    // region write
    /** Sells something new. */
    @Post("/")
    @RequirePermission("shop.add_product")
    Future<Created<ProductDetail>> create(@Body NewProduct body) {
        return products.acreate(p -> p.name(body.name())
                        .price(body.price())
                        .stock(body.stock())
                        .description(body.description())
                        .status(Status.ACTIVE)
                        .category(CategoryQuerySet.ref(body.category())))
                .compose(product -> detail(product.id))
                .map(product -> Created.at(ProductViewsUrls.detail(product.id()), product));
    }

    /** Changes what the body mentions. */
    @Patch("/{id}")
    @RequirePermission("shop.change_product")
    Future<ProductDetail> change(long id, @Body ProductPatch patch) {
        return products.aget(id)
                .compose(product -> {
                    patch.applyTo(product);
                    return products.asave(product);
                })
                .compose(saved -> {
                    feed.publish(new StockChange(id, saved.stock));
                    return detail(id);
                });
    }
    // endregion

    // region purchase
    /** Buys one. Two who want the last one do not both get it. */
    @Post("/{id}/purchases")
    @Public
    @RateLimit(value = "120/min", by = RateLimit.By.ADDRESS)
    Future<Outcome<StockChange, SoldOut>> purchase(long id) {
        return db.atomic(() -> products.filter(p -> p.id.eq(id).and(p.stock.gt(0)))
                .aupdate(p -> p.stock.set(p.stock.minus(1)))
                .compose(bought -> products.aget(id).map(product -> {
                    if (bought == 0) {
                        return Outcome.failure(new SoldOut(product.name));
                    }
                    StockChange change = new StockChange(id, product.stock);
                    db.onCommit(() -> feed.publish(change));
                    return Outcome.success(change);
                })));
    }
    // endregion

    /** What people think of a product, newest first. */
    @Get("/{id}/reviews")
    @Public
    Future<List<ProductDetail.Opinion>> reviews(long id) {
        return products.aget(id)
                .compose(product -> reviews.filter(r -> r.product.eq(product)).alist())
                .map(found -> found.stream().map(ProductDetail.Opinion::of).toList());
    }

    /** Says what one thinks of a product. */
    @Post("/{id}/reviews")
    @Public
    @RateLimit(value = "10/min", by = RateLimit.By.ADDRESS)
    Future<Created<ProductDetail.Opinion>> review(long id, @Body NewReview body) {
        return products.aget(id)
                .compose(product -> reviews.acreate(r -> r.product(product)
                        .author(body.author())
                        .stars(body.stars())
                        .text(body.text())))
                .map(review -> Created.at(ProductViewsUrls.reviews(id), ProductDetail.Opinion.of(review)));
    }
}
