package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.TestDatabase.DB;
import static dev.plectrum.orm.query.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.GetOrCreated;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.TestDatabase;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who want the same row at the same time, and somebody who is half-way there already. */
class RaceTest {
    private static final int CALLERS = 60;

    /** As if in other processes: each with connections of its own. */
    private static final List<Database> DATABASES = new ArrayList<>();

    private final ProductQuerySet products = new ProductQuerySet(DB);

    @BeforeAll
    static void connect() {
        for (int i = 0; i < 3; i++) {
            DATABASES.add(Database.connect(TestDatabase.options().poolSize(6)));
        }
    }

    @AfterAll
    static void close() {
        DATABASES.forEach(database -> await(database.close()));
    }

    @BeforeEach
    void create() {
        ProductTable.create();
    }

    private static ProductDraft fresh(ProductDraft draft, String name) {
        return draft.name(name).price(BigDecimal.ONE).stock(0);
    }

    /** What all callers get, who start together and are spread over the databases. */
    private static <T> List<T> together(IntFunction<Function<ProductQuerySet, Future<T>>> callers) {
        List<Future<T>> started = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Database database = DATABASES.get(i % DATABASES.size());
            started.add(callers.apply(i).apply(new ProductQuerySet(database)));
        }
        List<T> results = new ArrayList<>();
        started.forEach(future -> results.add(await(future)));
        return results;
    }

    @Test
    void ofManyWhoGetOrCreateOneCreatesAndAllGetItsRow() {
        for (int round = 0; round < 5; round++) {
            String name = "race " + round;
            List<GetOrCreated<Product>> results =
                    together(i -> all -> all.agetOrCreate(p -> p.name.eq(name), p -> fresh(p, name)));
            assertThat(results).filteredOn(GetOrCreated::created).hasSize(1);
            assertThat(results)
                    .extracting(result -> result.model().id)
                    .containsOnly(results.get(0).model().id);
        }
        assertThat(await(products.acount())).isEqualTo(5);
    }

    @Test
    void ofManyWhoUpdateOrCreateOneCreatesAndNoChangeIsLost() {
        for (int round = 0; round < 5; round++) {
            String name = "race " + round;
            List<GetOrCreated<Product>> results = together(i -> all -> all.aupdateOrCreate(
                    p -> p.name.eq(name),
                    p -> i % 3 == 0
                            ? p.stock(7)
                            : i % 3 == 1 ? p.description("changed") : p.price(new BigDecimal("9.50")),
                    p -> fresh(p, name)));
            assertThat(results).filteredOn(GetOrCreated::created).hasSize(1);
            Product left = await(products.aget(p -> p.name.eq(name)));
            assertThat(left.stock).isEqualTo(7);
            assertThat(left.description).isEqualTo("changed");
            assertThat(left.price).isEqualByComparingTo("9.50");
        }
    }

    @Test
    void increasingInTheDatabaseLosesNothing() {
        await(products.acreate(p -> fresh(p, "counter")));
        together(i -> all -> all.filter(p -> p.name.eq("counter")).aupdate(p -> p.stock.set(p.stock.plus(1))));
        assertThat(await(products.aget(p -> p.name.eq("counter"))).stock).isEqualTo(CALLERS);
    }

    /** Runs two callers: the second while the first has made its change and not yet decided about it. */
    private static <T> T meanwhile(
            Function<ProductQuerySet, Future<?>> first, boolean commits, Function<ProductQuerySet, Future<T>> second) {
        Promise<Void> changed = Promise.promise();
        Promise<Void> decided = Promise.promise();
        Database one = DATABASES.get(0);
        Future<Object> transaction =
                one.atomic(tx -> first.apply(new ProductQuerySet(tx)).compose(done -> {
                    changed.complete();
                    return decided.future()
                            .compose(ignored -> commits
                                    ? Future.<Object>succeededFuture()
                                    : Future.failedFuture(new IllegalStateException("rolled back on purpose")));
                }));
        await(changed.future());
        Future<T> answer = second.apply(new ProductQuerySet(DATABASES.get(1)));
        // Not by time: the second caller is seen to wait for the first one's lock.
        awaitLockedStatement();
        decided.complete();
        T result = await(answer);
        await(transaction.otherwiseEmpty());
        return result;
    }

    private static void awaitLockedStatement() {
        long waiting;
        do {
            waiting = await(DB.query(
                    Sql.read("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"),
                    Collectors.summingLong(row -> row.getLong(0))));
        } while (waiting == 0);
    }

    @Test
    void whoeverFindsTheRowJustBeingCreatedGetsItIfItStays() {
        GetOrCreated<Product> result = meanwhile(
                all -> all.acreate(p -> fresh(p, "new")),
                true,
                all -> all.agetOrCreate(p -> p.name.eq("new"), p -> fresh(p, "new")));
        assertThat(result.created()).isFalse();
        assertThat(await(products.acount())).isEqualTo(1);
    }

    @Test
    void whoeverFindsTheRowJustBeingCreatedCreatesItIfItDoesNotStay() {
        GetOrCreated<Product> result = meanwhile(
                all -> all.acreate(p -> fresh(p, "new")),
                false,
                all -> all.agetOrCreate(p -> p.name.eq("new"), p -> fresh(p, "new")));
        assertThat(result.created()).isTrue();
        assertThat(await(products.acount())).isEqualTo(1);
    }

    @Test
    void aRowThatIsBeingChangedIsChangedAfterwardsFromWhatItIsThen() {
        await(products.acreate(p -> fresh(p, "there")));
        GetOrCreated<Product> result = meanwhile(
                all -> all.filter(p -> p.name.eq("there")).aupdate(p -> p.stock.set(5)),
                true,
                all -> all.aupdateOrCreate(
                        p -> p.name.eq("there"), p -> p.description("also"), p -> fresh(p, "there")));
        assertThat(result.created()).isFalse();
        assertThat(result.model().stock).isEqualTo(5);
        assertThat(result.model().description).isEqualTo("also");
    }

    @Test
    void aRowThatIsBeingDeletedIsCreatedAgain() {
        await(products.acreate(p -> fresh(p, "going").stock(3)));
        GetOrCreated<Product> result = meanwhile(
                all -> all.filter(p -> p.name.eq("going")).adelete(),
                true,
                all -> all.aupdateOrCreate(p -> p.name.eq("going"), p -> p.stock(1), p -> fresh(p, "going")
                        .stock(2)));
        assertThat(result.created()).isTrue();
        assertThat(await(products.aget(p -> p.name.eq("going"))).stock).isEqualTo(2);
    }

    @Test
    void aRaceInsideATransactionLeavesItUsable() {
        long count = meanwhile(all -> all.acreate(p -> fresh(p, "new")), true, all -> DATABASES
                .get(1)
                .atomic(tx -> new ProductQuerySet(tx)
                        .agetOrCreate(p -> p.name.eq("new"), p -> fresh(p, "new"))
                        .compose(got -> new ProductQuerySet(tx).acreate(p -> fresh(p, "another")))
                        .compose(another -> new ProductQuerySet(tx).acount())));
        assertThat(count).isEqualTo(2);
    }
}
