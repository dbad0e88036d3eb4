package dev.plectrum.benchmarks.twin;

import dev.plectrum.benchmarks.scenario.Contestant;
import dev.plectrum.benchmarks.scenario.Scenario;
import dev.plectrum.benchmarks.scenario.Work;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The twin in process: a lane and a small pool for each event loop, so that no answer ever changes threads. */
public final class TwinContestant implements Contestant {
    static final int BULK = 1_000;

    private final String name;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Pool> leases = new ArrayList<>();

    /** A twin of this name: a second one, called otherwise, shows how far two of the same seem to lie apart. */
    public TwinContestant(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Future<List<Scenario<?>>> open(Vertx vertx, Target target) {
        return Lane.open(vertx, target.url()).compose(lane -> {
            Pool pool = PgBuilder.pool()
                    .with(new PoolOptions().setMaxSize(Math.max(1, target.pool() / target.loops() - 1)))
                    .connectingTo(Lane.options(target.url()))
                    .using(vertx)
                    .build();
            synchronized (this) {
                lanes.add(lane);
                leases.add(pool);
            }
            // A block of products for each loop: bulk updates of two loops never wait for each other's rows.
            long first = (long) target.loop() * BULK + 1;
            return lane.products
                    .between(first, first + BULK - 1)
                    .map(block -> scenarios(lane, new Leases(pool), block.value()));
        });
    }

    private static List<Scenario<?>> scenarios(Lane lane, Leases leases, List<Product> block) {
        return List.of(
                new Scenario<>(Work.GET, () -> lane.products.get(Products.randomId()), product -> 1),
                new Scenario<>(
                        Work.FILTER, () -> lane.products.fromPrice(randomPrice(), 1), products -> products.value()
                                .size()),
                new Scenario<>(Work.JOIN, lane.posts::newestWithAuthor, TwinContestant::size),
                new Scenario<>(Work.PREFETCH, lane.posts::newestWithTags, List::size),
                new Scenario<>(Work.INSERT, () -> lane.items.insert(Items.sample(1)), item -> item.id() > 0 ? 1 : 0),
                new Scenario<>(
                        Work.UPDATE,
                        () -> lane.worlds.set(new World(Worlds.randomId(), Worlds.randomNumber())),
                        SqlResult::rowCount),
                new Scenario<>(Work.BULK_INSERT, () -> lane.items.insert(Items.samples(BULK)), items ->
                        (int) items.stream().map(Item::id).distinct().count()),
                new Scenario<>(
                        Work.BULK_UPDATE, () -> lane.products.setStocks(block, randomStocks()), SqlResult::rowCount),
                new Scenario<>(Work.STREAM, leases::streamProducts, Long::intValue),
                new Scenario<>(Work.TRANSACTION, leases::transaction, rows -> rows),
                new Scenario<>(Work.LOOP, lane.posts::thousandWithAuthorsBatched, List::size),
                new Scenario<>(Work.LOOP_IN_TURN, lane.posts::thousandWithAuthorsInTurn, List::size),
                new Scenario<>(Work.LOOP_AT_ONCE, lane.posts::thousandWithAuthorsAtOnce, List::size));
    }

    private static int size(SqlResult<? extends List<?>> rows) {
        return rows.value().size();
    }

    static BigDecimal randomPrice() {
        return BigDecimal.valueOf(ThreadLocalRandom.current().nextInt(90_000), 2);
    }

    static int[] randomStocks() {
        return ThreadLocalRandom.current().ints(BULK, 0, 500).toArray();
    }

    @Override
    public synchronized Future<Void> close() {
        List<Future<Void>> closing = new ArrayList<>();
        lanes.forEach(lane -> closing.add(lane.close()));
        leases.forEach(pool -> closing.add(pool.close()));
        return Future.join(closing).mapEmpty();
    }
}
