package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.benchmarks.scenario.Contestant;
import dev.plectrum.benchmarks.scenario.Scenario;
import dev.plectrum.benchmarks.scenario.Work;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.DatabaseOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plectrum in process: one database for all event loops, as a program has it. */
public final class PlectrumContestant implements Contestant {
    private static final int BULK = 1_000;

    private @Nullable Database database;

    @Override
    public String name() {
        return "plectrum";
    }

    @Override
    public Future<List<Scenario<?>>> open(Vertx vertx, Target target) {
        Queries queries = new Queries(database(vertx, target));
        // A block of products for each loop: bulk updates of two loops never wait for each other's rows.
        long first = (long) target.loop() * BULK + 1;
        return queries.between(first, first + BULK - 1).map(block -> scenarios(queries, block));
    }

    private synchronized Database database(Vertx vertx, Target target) {
        if (database == null) {
            database = Database.connect(vertx, DatabaseOptions.of(target.url()).poolSize(target.pool()));
        }
        return database;
    }

    private static List<Scenario<?>> scenarios(Queries queries, List<Product> block) {
        return List.of(
                new Scenario<>(Work.GET, queries::product, product -> 1),
                new Scenario<>(Work.FILTER, queries::fromPrice, List::size),
                new Scenario<>(Work.JOIN, queries::newestWithAuthor, List::size),
                new Scenario<>(Work.PREFETCH, queries::newestWithTags, List::size),
                new Scenario<>(Work.INSERT, queries::insert, item -> item.id > 0 ? 1 : 0),
                new Scenario<>(Work.UPDATE, queries::update, world -> 1),
                new Scenario<>(Work.BULK_INSERT, () -> queries.insert(BULK), items ->
                        (int) items.stream().map(item -> item.id).distinct().count()),
                new Scenario<>(Work.BULK_UPDATE, () -> queries.restock(block), Long::intValue),
                new Scenario<>(Work.STREAM, queries::streamProducts, Long::intValue),
                new Scenario<>(Work.TRANSACTION, queries::transaction, rows -> rows),
                new Scenario<>(Work.LOOP, queries::thousandWithAuthors, List::size));
    }

    @Override
    public synchronized Future<Void> close() {
        return database == null ? Future.succeededFuture() : database.close();
    }
}
