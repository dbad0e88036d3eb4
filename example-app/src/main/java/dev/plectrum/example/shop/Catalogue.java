package dev.plectrum.example.shop;

import dev.plectrum.orm.exec.Database;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Fills the shop, and a few queries about what is in it. */
final class Catalogue {
    private static final List<String> TAGS = List.of("new", "sale", "handmade", "outdoor", "bestseller");
    private static final int TAGGED = 50;

    private final Database db;
    private final CategoryQuerySet categories;
    private final ProductQuerySet products;
    private final ReviewQuerySet reviews;
    private final TagQuerySet tags;

    Catalogue(Database db) {
        this.db = db;
        this.categories = new CategoryQuerySet(db);
        this.products = new ProductQuerySet(db);
        this.reviews = new ReviewQuerySet(db);
        this.tags = new TagQuerySet(db);
    }

    /** Makes the tables and fills them, unless they are there from an earlier run. */
    Future<Void> prepare() {
        return db.hasTables(Models.ALL)
                .compose(there -> there
                        ? Future.succeededFuture()
                        : db.createSchema(Models.ALL).compose(made -> fill()));
    }

    // region fill
    private Future<Void> fill() {
        Inventory inventory = new Inventory();
        return db.atomic(() -> createCategories()
                .compose(made -> products.abulkCreate(inventory.products(made)))
                .compose(stocked -> tag(stocked).compose(tagged -> reviews.abulkCreate(inventory.reviews(stocked))))
                .mapEmpty());
    }
    // endregion

    private Future<List<Category>> createCategories() {
        List<Category> made = new ArrayList<>();
        for (String name : Inventory.categories()) {
            Category category = new Category();
            category.name = name;
            made.add(category);
        }
        return categories.abulkCreate(made);
    }

    private Future<Void> tag(List<Product> stocked) {
        List<Future<Tag>> words = new ArrayList<>();
        for (String word : TAGS) {
            words.add(tags.acreate(t -> t.name(word)));
        }
        return Future.all(words).compose(all -> {
            List<Tag> made = all.list();
            Future<Void> done = Future.succeededFuture();
            for (Product product : stocked.subList(0, TAGGED)) {
                Tag tag = made.get((int) (product.id % made.size()));
                done = done.compose(before -> product.tags.aadd(tag));
            }
            return done;
        });
    }

    // region queries
    /** The dearest products of a category that are in stock, each with its category and its tags. */
    Future<List<Product>> dearest(String category, int count) {
        return products.filter(p -> p.category().name.eq(category).and(p.stock.gt(0)))
                .exclude(p -> p.status.eq(Status.RETIRED))
                .selectRelated(p -> p.category())
                .prefetchRelated(p -> p.tags())
                .orderBy(p -> p.price.desc(), p -> p.name.asc())
                .slice(0, count)
                .alist();
    }

    /** Products with a review of five stars, once each however many there are. */
    Future<Long> praised() {
        return products.filter(p -> p.reviews().any(r -> r.stars.eq(5))).acount();
    }

    /** Restocks what is nearly sold out, and tells how many products that were. */
    Future<Long> restock() {
        return products.filter(p -> p.stock.lt(5)).aupdate(p -> p.stock.set(p.stock.plus(10)));
    }
    // endregion
}
