package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.TestDatabase.DB;
import static dev.plectrum.orm.query.TestDatabase.await;
import static dev.plectrum.orm.query.TestDatabase.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.TestDatabase;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A million rows, of which only as many are in memory as are fetched at a time. */
class StreamOfMillionTest {
    private static final int ROWS = 1_000_000;
    private static final int FETCH = 500;

    /** What may live at once: the rows of one fetch, being handed out, and those of the next, being decoded. */
    private static final int ALIVE = 2 * FETCH + 10;

    private final OddityQuerySet oddities = new OddityQuerySet(DB);

    @BeforeAll
    static void create() {
        TestDatabase.script(
                "DROP TABLE IF EXISTS \"order\";" + OddityMapping.CREATE.replace("CREATE", "CREATE UNLOGGED")
                        + "; INSERT INTO \"order\" (id, \"se\"\"lect\", \"user\")"
                        + " SELECT i, 'row ' || i, i % 7 FROM generate_series(1, " + ROWS + ") i");
    }

    @AfterAll
    static void drop() {
        TestDatabase.script("DROP TABLE \"order\"");
    }

    /** Counts the rows that somebody still holds, now and then. */
    private static final class Census {
        private final List<WeakReference<Oddity>> latest = new ArrayList<>();
        private long count;
        private long most;

        void add(Oddity row) {
            latest.add(new WeakReference<>(row));
            if (++count % (ROWS / 8) == 0) {
                most = Math.max(most, alive());
                latest.clear();
            }
        }

        long alive() {
            System.gc();
            return latest.stream().filter(row -> row.get() != null).count();
        }
    }

    @Test
    void rowsThatWereHandledAreNotKept() {
        Census census = new Census();
        AtomicLong sum = new AtomicLong();
        assertThat(await(oddities.orderBy(o -> o.id).astream(FETCH, row -> {
                    census.add(row);
                    sum.addAndGet(row.id);
                    return Future.succeededFuture();
                })))
                .isEqualTo(ROWS);
        assertThat(sum.get()).isEqualTo(ROWS * (ROWS + 1L) / 2);
        assertThat(census.count).isEqualTo(ROWS);
        assertThat(census.most).isLessThanOrEqualTo(ALIVE);
    }

    @Test
    void aStreamThatFailsHalfWayHoldsNeitherRowsNorConnection() {
        Census census = new Census();
        assertThat(failureOf(oddities.astream(FETCH, row -> {
                    census.add(row);
                    return census.count < ROWS / 3
                            ? Future.succeededFuture()
                            : Future.failedFuture(new IllegalStateException("enough"));
                })))
                .hasMessage("enough");
        assertThat(census.count).isEqualTo(ROWS / 3);
        assertThat(census.most).isLessThanOrEqualTo(ALIVE);
        assertNothingOpen();
        assertThat(census.alive()).isLessThanOrEqualTo(ALIVE);
    }

    @Test
    void aStreamThatIsClosedHalfWayHoldsNeitherRowsNorConnection() {
        Census census = new Census();
        Session.Rows<Oddity> rows = oddities.rows();
        Promise<Void> half = Promise.promise();
        rows.exceptionHandler(half::tryFail);
        rows.handler(row -> {
            census.add(row);
            if (census.count == ROWS / 4) {
                rows.pause();
                half.tryComplete();
            }
        });
        await(half.future());
        await(rows.close());
        assertThat(census.count).isEqualTo(ROWS / 4);
        assertNothingOpen();
    }

    @Test
    void theNextRowWaitsForTheOneBefore() {
        Promise<Void> first = Promise.promise();
        Promise<Void> handed = Promise.promise();
        AtomicLong count = new AtomicLong();
        Future<Long> done = oddities.filter(o -> o.id.lte(3 * FETCH)).astream(FETCH, row -> {
            count.incrementAndGet();
            handed.tryComplete();
            return first.future();
        });
        await(handed.future());
        // The database answers others meanwhile; if it pushed rows, they would be here.
        assertThat(await(oddities.filter(o -> o.id.eq(1)).acount())).isEqualTo(1);
        assertThat(count.get()).isEqualTo(1);
        first.complete();
        assertThat(await(done)).isEqualTo(3 * FETCH);
    }

    /** A cursor lives in a transaction: where there is none, there is no cursor. */
    private static void assertNothingOpen() {
        assertThat(await(DB.query(
                        Sql.read("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                                + " AND state <> 'idle' AND pid <> pg_backend_pid()"),
                        Collectors.summingLong(row -> row.getLong(0)))))
                .isZero();
    }
}
