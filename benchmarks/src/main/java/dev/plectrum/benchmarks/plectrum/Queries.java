package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.orm.exec.Database;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The contract's work as query sets. Each is composed anew every time, as a view does it. */
final class Queries {
    private static final int PRODUCTS = 100_000;
    private static final int WORLDS = 10_000;

    private final Database db;
    private final ProductQuerySet products;
    private final PostQuerySet posts;
    private final ItemQuerySet items;
    private final WorldQuerySet worlds;

    Queries(Database db) {
        this.db = db;
        products = new ProductQuerySet(db);
        posts = new PostQuerySet(db);
        items = new ItemQuerySet(db);
        worlds = new WorldQuerySet(db);
    }

    Future<List<Product>> between(long first, long last) {
        return products.filter(p -> p.id.gte(first).and(p.id.lte(last)))
                .orderBy(p -> p.id.asc())
                .alist();
    }

    Future<Product> product() {
        return products.aget(ThreadLocalRandom.current().nextLong(PRODUCTS) + 1);
    }

    Future<List<Product>> fromPrice() {
        BigDecimal min = BigDecimal.valueOf(ThreadLocalRandom.current().nextInt(90_000), 2);
        return products.filter(p -> p.price.gte(min))
                .orderBy(p -> p.price.asc(), p -> p.id.asc())
                .limit(20)
                .alist();
    }

    Future<List<Post>> newestWithAuthor() {
        return posts.selectRelated(p -> p.author())
                .orderBy(p -> p.id.desc())
                .limit(50)
                .alist();
    }

    Future<List<Post>> newestWithTags() {
        return posts.prefetchRelated(p -> p.tags())
                .orderBy(p -> p.id.desc())
                .limit(50)
                .alist();
    }

    Future<Item> insert() {
        return items.acreate(Item.sample(1));
    }

    Future<World> update() {
        return worlds.asave(randomWorld());
    }

    private static World randomWorld() {
        World world = new World();
        world.id = ThreadLocalRandom.current().nextInt(WORLDS) + 1;
        world.randomNumber = ThreadLocalRandom.current().nextInt(10_000) + 1;
        return world;
    }

    Future<List<Item>> insert(int count) {
        return items.abulkCreate(Item.samples(count));
    }

    /** Gives each product its own stock. */
    Future<Long> restock(List<Product> block) {
        for (Product product : block) {
            product.stock = ThreadLocalRandom.current().nextInt(500);
        }
        return products.abulkUpdate(block, p -> p.stock);
    }

    Future<Long> streamProducts() {
        return products.astream(product -> Future.succeededFuture());
    }

    /** Inserts an item, updates a world inside a savepoint, reads a world; how many rows that were. */
    Future<Integer> transaction() {
        return db.atomic(() -> items.acreate(Item.sample(1))
                .compose(item -> db.atomic(() -> worlds.asave(randomWorld())))
                .compose(saved -> worlds.aget(ThreadLocalRandom.current().nextInt(WORLDS) + 1))
                .map(world -> 3));
    }

    /** A thousand posts and the author of each, asked for one by one. */
    Future<List<Author>> thousandWithAuthors() {
        return posts.orderBy(p -> p.id.asc()).limit(1_000).alist().compose(found -> {
            List<Future<Author>> authors = new ArrayList<>(found.size());
            for (Post post : found) {
                authors.add(post.author.aget());
            }
            return Future.all(authors).map(all -> all.<Author>list());
        });
    }
}
