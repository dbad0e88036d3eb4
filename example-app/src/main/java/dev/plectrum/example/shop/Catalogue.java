package dev.plectrum.example.shop;

import dev.plectrum.orm.exec.Database;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The products there are. */
final class Catalogue {
    private static final List<String> CATEGORIES = List.of("Desks", "Chairs", "Lamps", "Shelves", "Rugs");
    private static final List<String> MATERIALS = List.of("Oak", "Walnut", "Steel", "Wool", "Glass", "Bamboo", "Linen");
    private static final List<String> TAGS = List.of("new", "sale", "handmade", "outdoor", "bestseller");
    private static final int PRODUCTS = 2_000;

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
        return db.atomic(() -> createCategories()
                .compose(made -> products.abulkCreate(inventory(made)))
                .compose(stocked -> tag(stocked).compose(tagged -> review(stocked))));
    }
    // endregion

    private Future<List<Category>> createCategories() {
        List<Category> made = new ArrayList<>();
        for (String name : CATEGORIES) {
            Category category = new Category();
            category.name = name;
            made.add(category);
        }
        return categories.abulkCreate(made);
    }

    private static List<Product> inventory(List<Category> categories) {
        Random random = new Random(1);
        List<Product> inventory = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            Category category = categories.get(i % categories.size());
            Product product = new Product();
            String kind = category.name.substring(0, category.name.length() - 1);
            product.name = MATERIALS.get(random.nextInt(MATERIALS.size())) + " " + kind + " No. " + (i + 1);
            product.price = BigDecimal.valueOf(1_900 + random.nextInt(98_000), 2);
            product.stock = random.nextInt(40);
            product.status = random.nextInt(10) == 0 ? Status.RETIRED : Status.ACTIVE;
            product.category = CategoryQuerySet.ref(category);
            inventory.add(product);
        }
        return inventory;
    }

    private Future<Void> tag(List<Product> stocked) {
        List<Future<Tag>> words = new ArrayList<>();
        for (String word : TAGS) {
            words.add(tags.acreate(t -> t.name(word)));
        }
        return Future.all(words).compose(all -> {
            List<Tag> made = all.list();
            Future<Void> done = Future.succeededFuture();
            for (Product product : stocked.subList(0, 50)) {
                Tag tag = made.get((int) (product.id % made.size()));
                done = done.compose(before -> product.tags.aadd(tag));
            }
            return done;
        });
    }

    private Future<Void> review(List<Product> stocked) {
        Random random = new Random(2);
        List<Review> written = new ArrayList<>();
        for (Product product : stocked.subList(0, 500)) {
            Review review = new Review();
            review.product = ProductQuerySet.ref(product);
            review.author = "Customer " + random.nextInt(100);
            review.stars = 1 + random.nextInt(5);
            review.text = review.stars > 3 ? "Just as it looks in the picture." : "Smaller than I thought.";
            written.add(review);
        }
        return reviews.abulkCreate(written).mapEmpty();
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

    /** All products of a page, as the shop's page shows them. */
    Future<List<Product>> page(int number, int size) {
        return products.filter(p -> p.status.eq(Status.ACTIVE))
                .selectRelated(p -> p.category())
                .slice((number - 1L) * size, (long) number * size)
                .alist();
    }

    /** The product with this id. */
    Future<Product> product(long id) {
        return products.selectRelated(p -> p.category())
                .prefetchRelated(p -> p.tags(), p -> p.reviews())
                .aget(id);
    }

    /** What the first query sends. */
    String sql() {
        return products.filter(p -> p.category().name.eq("Desks").and(p.stock.gt(0)))
                .orderBy(p -> p.price.desc())
                .slice(0, 3)
                .toString();
    }
}
