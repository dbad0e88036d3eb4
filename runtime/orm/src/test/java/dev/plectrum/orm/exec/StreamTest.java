package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static dev.plectrum.orm.exec.TestServer.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.OutOfRange;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamTest {
    private static final Sql MANY = Sql.read("SELECT i::int8 FROM generate_series(1, $1::int8) i", 100_000L);

    private static Database db;

    @BeforeAll
    static void connect() {
        db = Database.connect(
                TestServer.options().applicationName("stream-test").poolSize(4));
        TestServer.script("DROP TABLE IF EXISTS seen; CREATE TABLE seen (i int8)");
    }

    @AfterAll
    static void close() {
        await(db.close());
    }

    @AfterEach
    void nothingIsLeftOpen() {
        TestServer.assertNoOpenTransaction("stream-test");
        assertThat(db.pool().waiting()).isZero();
    }

    @Test
    void aHundredThousandRowsPassOneAfterAnother() {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();

        long count = await(db.stream(MANY, 1_000, row -> row.getLong(0), i -> {
            if (busy.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            Promise<Void> handled = Promise.promise();
            if (i % 10_000 == 0) {
                db.vertx().setTimer(1, id -> {
                    busy.decrementAndGet();
                    handled.complete();
                });
            } else {
                busy.decrementAndGet();
                handled.complete();
            }
            return handled.future();
        }));

        assertThat(count).isEqualTo(100_000);
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void anEmptyResultIsAStreamToo() {
        assertThat(await(db.stream(
                        Sql.read("SELECT 1::int8 WHERE false"),
                        10,
                        row -> row.getLong(0),
                        i -> Future.succeededFuture())))
                .isZero();
    }

    @Test
    void aHandlerMayWriteAlthoughTheStreamsOwnTransactionMayNot() {
        TestServer.script("TRUNCATE seen");
        await(db.stream(
                Sql.read("SELECT i::int8 FROM generate_series(1, 25) i"),
                10,
                row -> row.getLong(0),
                i -> db.execute(Sql.write("INSERT INTO seen VALUES ($1::int8)", i))));

        assertThat(number(db, "SELECT count(*) FROM seen")).isEqualTo(25);
    }

    @Test
    void insideATransactionAStreamIsPartOfItAndStatementsMayComeInBetween() {
        long count = await(db.atomic(() -> db.execute(Sql.write("TRUNCATE seen"))
                .compose(n -> db.execute(Sql.write("INSERT INTO seen SELECT generate_series(1, 50)")))
                .compose(n -> db.stream(
                        Sql.read("SELECT i FROM seen ORDER BY i"),
                        7,
                        row -> row.getLong(0),
                        i -> db.atomic(() -> db.execute(Sql.write("UPDATE seen SET i = -i WHERE i = $1::int8", i)))))));

        assertThat(count).isEqualTo(50);
        assertThat(number(db, "SELECT count(*) FROM seen WHERE i < 0")).isEqualTo(50);
    }

    @Test
    void anErrorInTheMiddleEndsTheStream() {
        AtomicInteger handled = new AtomicInteger();

        Throwable failure = failureOf(db.stream(
                Sql.read("SELECT (2000000000 + i * 10000000)::int4 FROM generate_series(1, 1000) i"),
                2,
                row -> 1,
                i -> {
                    handled.incrementAndGet();
                    return Future.succeededFuture();
                }));

        assertThat(failure).isInstanceOf(OutOfRange.class);
        assertThat(handled.get()).isGreaterThan(0);
    }

    @Test
    void aReadStreamHandsOverAsManyAsAreAskedFor() {
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        Session.Rows<Long> rows = db.stream(MANY, 100, row -> row.getLong(0));
        Promise<Void> first = Promise.promise();
        rows.pause();
        rows.handler(i -> {
            seen.add(i);
            if (i == 250) {
                first.complete();
            }
        });
        rows.fetch(250);
        await(first.future());
        assertThat(seen).hasSize(250);

        await(rows.close());
        assertThat(seen).hasSize(250);
    }

    @Test
    void aReadStreamEndsOnce() {
        Promise<Void> ended = Promise.promise();
        AtomicInteger count = new AtomicInteger();
        Session.Rows<Long> rows = db.stream(MANY, 1_000, row -> row.getLong(0));
        rows.endHandler(ended::complete).exceptionHandler(ended::fail).handler(i -> count.incrementAndGet());

        await(ended.future());
        assertThat(count).hasValue(100_000);
        await(rows.close());
    }

    @Test
    void aReadStreamThatNobodyReadsCostsNothing() {
        Session.Rows<Long> rows = db.stream(MANY, 1_000, row -> row.getLong(0));

        await(rows.close());
    }

    @Test
    void aReadStreamThatIsLeftFreesItsConnection() {
        for (int i = 0; i < 20; i++) {
            Promise<Void> begun = Promise.promise();
            Session.Rows<Long> rows = db.stream(MANY, 10, row -> row.getLong(0));
            rows.handler(row -> {
                rows.pause();
                begun.tryComplete();
            });
            await(begun.future());
            await(rows.close());
        }
    }

    @Test
    void aReadStreamInsideATransactionLeavesItUsable() {
        long left = await(db.atomic(() -> {
            Promise<Void> begun = Promise.promise();
            Session.Rows<Long> rows = db.stream(MANY, 10, row -> row.getLong(0));
            rows.handler(row -> {
                rows.pause();
                begun.tryComplete();
            });
            return begun.future()
                    .compose(n -> rows.close())
                    .compose(n -> db.query(Sql.read("SELECT 7::int8"), TestServer.longs()))
                    .map(sevens -> sevens.get(0));
        }));

        assertThat(left).isEqualTo(7);
    }
}
