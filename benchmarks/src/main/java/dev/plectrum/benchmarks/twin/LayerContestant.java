package dev.plectrum.benchmarks.twin;

import dev.plectrum.benchmarks.scenario.Contestant;
import dev.plectrum.benchmarks.scenario.Scenario;
import dev.plectrum.benchmarks.scenario.Work;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.DatabaseOptions;
import dev.plectrum.orm.exec.Transaction;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The twin's statements and decoders sent through {@link Database} instead of the client. What it costs more than the twin is the
 * price of the database layer; what query sets cost more than it is theirs.
 */
public final class LayerContestant implements Contestant {
    private static final int FETCH = 500;

    private static final Collector<Row, ?, World> WORLD = Rows.one(World::from);
    private static final Collector<Row, ?, Product> PRODUCT = Rows.one(Product::from);
    private static final Collector<Row, ?, List<Product>> PRODUCTS = Rows.list(Products.PAGE, Product::from);
    private static final Collector<Row, ?, List<Product>> BLOCK = Rows.list(TwinContestant.BULK, Product::from);
    private static final Collector<Row, ?, List<Post>> POSTS = Rows.list(50, Post::from);
    private static final Collector<Row, ?, List<AuthoredPost>> AUTHORED = Rows.list(50, AuthoredPost::from);
    private static final Collector<Row, ?, Map<Long, List<Tag>>> TAGS = Posts.tagsByPost();
    private static final Collector<Row, ?, Long> ID = Rows.one(row -> row.getLong(0));
    private static final Collector<Row, ?, List<Long>> IDS = Rows.list(TwinContestant.BULK, row -> row.getLong(0));

    private @Nullable Database database;

    @Override
    public String name() {
        return "layer";
    }

    @Override
    public Future<List<Scenario<?>>> open(Vertx vertx, Target target) {
        Database db = database(vertx, target);
        long first = (long) target.loop() * TwinContestant.BULK + 1;
        return db.query(Sql.read(Products.BETWEEN, first, first + TwinContestant.BULK - 1), BLOCK)
                .map(block -> scenarios(db, block));
    }

    private synchronized Database database(Vertx vertx, Target target) {
        if (database == null) {
            database = Database.connect(vertx, DatabaseOptions.of(target.url()).poolSize(target.pool()));
        }
        return database;
    }

    private static List<Scenario<?>> scenarios(Database db, List<Product> block) {
        return List.of(
                new Scenario<>(
                        Work.GET, () -> db.query(Sql.read(Products.GET, Products.randomId()), PRODUCT), product -> 1),
                new Scenario<>(
                        Work.FILTER,
                        () -> db.query(
                                Sql.read(Products.FROM_PRICE, Numeric.create(TwinContestant.randomPrice())), PRODUCTS),
                        List::size),
                new Scenario<>(Work.JOIN, () -> db.query(Sql.read(Posts.NEWEST_WITH_AUTHOR), AUTHORED), List::size),
                new Scenario<>(Work.PREFETCH, () -> newestWithTags(db), List::size),
                new Scenario<>(Work.INSERT, () -> insert(db), item -> item.id() > 0 ? 1 : 0),
                new Scenario<>(
                        Work.UPDATE,
                        () -> db.execute(Sql.write(Worlds.SET, Worlds.randomId(), Worlds.randomNumber())),
                        Long::intValue),
                new Scenario<>(Work.BULK_INSERT, () -> insertAll(db), List::size),
                new Scenario<>(
                        Work.BULK_UPDATE,
                        () -> db.execute(
                                Sql.write(Products.SET_STOCKS, Products.columns(block, TwinContestant.randomStocks()))),
                        Long::intValue),
                new Scenario<>(
                        Work.STREAM,
                        () -> db.stream(
                                Sql.read(Products.ALL), FETCH, Product::from, product -> Future.succeededFuture()),
                        Long::intValue),
                new Scenario<>(Work.TRANSACTION, () -> db.atomic(LayerContestant::transaction), rows -> rows));
    }

    private static Future<List<TaggedPost>> newestWithTags(Database db) {
        return db.query(Sql.read(Posts.NEWEST), POSTS)
                .compose(posts -> db.query(Sql.read(Posts.TAGS, (Object) Posts.keys(posts)), TAGS)
                        .map(tags -> Posts.tagged(posts, tags)));
    }

    private static Future<Item> insert(Database db) {
        Item item = Items.sample(1);
        return db.query(insertion(item), ID).map(item::withId);
    }

    private static Sql insertion(Item item) {
        return Sql.write(Items.INSERT, item.name(), item.qty(), Numeric.create(item.price()), item.created());
    }

    private static Future<List<Item>> insertAll(Database db) {
        List<Item> items = Items.samples(TwinContestant.BULK);
        return db.query(Sql.write(Items.INSERT_ALL, Items.columns(items)), IDS).map(ids -> Items.numbered(items, ids));
    }

    private static Future<Integer> transaction(Transaction transaction) {
        return transaction
                .query(insertion(Items.sample(1)), ID)
                .compose(id -> transaction.atomic(savepoint ->
                        savepoint.execute(Sql.write(Worlds.SET, Worlds.randomId(), Worlds.randomNumber()))))
                .compose(updated -> transaction
                        .query(Sql.read(Worlds.GET, Worlds.randomId()), WORLD)
                        .map(world -> 2 + updated.intValue()));
    }

    @Override
    public synchronized Future<Void> close() {
        return database == null ? Future.succeededFuture() : database.close();
    }
}
