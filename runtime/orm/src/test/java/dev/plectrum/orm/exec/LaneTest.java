package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static dev.plectrum.orm.exec.TestServer.longs;
import static dev.plectrum.orm.exec.TestServer.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.ConnectionLost;
import dev.plectrum.orm.error.StatementCancelled;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connections that single statements share: what they may cost a neighbour, and what they may not. */
class LaneTest {
    private static final String NAME = "lane-test";

    private Vertx vertx;
    private Database db;

    @BeforeEach
    void connect() {
        TestServer.script("""
                DROP TABLE IF EXISTS ticket;
                CREATE TABLE ticket (id int8 PRIMARY KEY, sold int8 NOT NULL DEFAULT 0);
                INSERT INTO ticket SELECT i FROM generate_series(1, 100) i""");
        vertx = Vertx.vertx();
        db = Database.connect(vertx, options());
    }

    private static DatabaseOptions options() {
        return TestServer.options().applicationName(NAME).poolSize(8);
    }

    @AfterEach
    void close() {
        TestServer.assertNoOpenTransaction(NAME);
        await(db.close());
        await(vertx.close());
    }

    /** Runs code on an event loop of its own. */
    private <T> Future<T> onLoop(Supplier<Future<T>> code) {
        return on(((VertxInternal) vertx).createEventLoopContext(), code);
    }

    private static <T> Future<T> on(Context context, Supplier<Future<T>> code) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(nothing -> code.get().onComplete(promise));
        return promise.future();
    }

    private Future<Long> pid() {
        return db.query(Sql.read("SELECT pg_backend_pid()::int8"), longs()).map(pids -> pids.get(0));
    }

    @Test
    void singleStatementsOfOneLoopShareOneConnection() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        Set<Long> pids = new HashSet<>();
        for (Future<Long> each :
                IntStream.range(0, 200).mapToObj(i -> on(loop, this::pid)).toList()) {
            pids.add(await(each));
        }

        assertThat(pids).hasSize(1);
        assertThat(db.pool().open()).isEqualTo(1);
    }

    @Test
    void lanesTakeAtMostHalfAndOpenOnlyForLoopsThatAsk() {
        Database small = Database.connect(vertx, options().poolSize(2));
        await(Future.all(IntStream.range(0, 20)
                .mapToObj(i -> onLoop(() -> small.query(Sql.read("SELECT 1"), longs())))
                .toList()));

        assertThat(small.pool().lanes()).isEqualTo(1);
        assertThat(small.pool().open()).isEqualTo(1);
        await(small.close());
    }

    @Test
    void withOneConnectionAutocommitUsesLeases() {
        Database single = Database.connect(vertx, options().poolSize(1));
        await(Future.all(IntStream.range(0, 50)
                .mapToObj(i -> onLoop(() -> single.query(Sql.read("SELECT 1"), longs())))
                .toList()));

        assertThat(single.pool().lanes()).isZero();
        assertThat(single.pool().open()).isEqualTo(1);
        await(single.close());
    }

    @Test
    void aSlowStatementEndsUpOnALeaseAndItsNeighboursWaitNoLongerThanALaneAllows() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        await(on(loop, this::pid));
        AtomicInteger unanswered = new AtomicInteger();
        List<Future<Long>> fast = new ArrayList<>();
        Future<Long> slow = on(loop, () -> db.execute(Sql.read("SELECT pg_sleep(3)")));
        for (int i = 0; i < 3_000; i++) {
            fast.add(on(loop, this::pid));
        }

        // Not a measurement: that all of them are through while the slow one still runs is the bound.
        fast.forEach(each -> {
            await(each);
            if (slow.isComplete()) {
                unanswered.incrementAndGet();
            }
        });
        assertThat(unanswered).hasValue(0);
        assertThat(await(slow)).isEqualTo(1);
        TestServer.assertNoOpenTransaction(NAME);
    }

    @Test
    void aStatementThatALaneEndedRunsWithTheCallersOwnTimeout() {
        Database patient = Database.connect(
                vertx, options().laneStatementTimeout(Duration.ofMillis(50)).statementTimeout(Duration.ofSeconds(20)));

        assertThat(await(patient.query(Sql.read("SELECT 7::int8 FROM pg_sleep(0.5)"), longs())))
                .containsExactly(7L);
        await(patient.close());
    }

    @Test
    void aShapeThatWasTooSlowForALaneTakesALeaseAtOnceTheNextTime() {
        Sql slow = Sql.read("SELECT pg_backend_pid()::int8 FROM pg_sleep($1::float8)", 0.4);
        Sql quick = Sql.read("SELECT pg_backend_pid()::int8 FROM pg_sleep($1::float8)", 0.0);
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        long lane = await(on(loop, this::pid));
        assertThat(await(on(loop, () -> db.query(quick, longs())))).containsExactly(lane);
        await(on(loop, () -> db.query(slow, longs())));

        assertThat(await(on(loop, () -> db.query(quick, longs())))).doesNotContain(lane);
    }

    @Test
    void aChangeThatWaitsForALockDoesNotHoldUpItsNeighboursNorTheLocksOwner() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        Sql sell = Sql.write("UPDATE ticket SET sold = sold + 1 WHERE id = $1::int8", 1L);
        Promise<Void> locked = Promise.promise();
        List<Future<Long>> buyers = new ArrayList<>();

        // The owner of the lock waits for a read that has nothing to do with it, on the lane of those who wait for him.
        Future<Long> owner = on(
                loop,
                () -> db.atomic(tx -> tx.execute(sell).compose(n -> {
                    locked.complete();
                    Promise<Long> read = Promise.promise();
                    vertx.setTimer(100, id -> on(loop, this::pid).onComplete(read));
                    return read.future();
                })));
        await(locked.future());
        for (int i = 0; i < 20; i++) {
            buyers.add(on(loop, () -> db.execute(sell)));
        }

        await(owner);
        buyers.forEach(TestServer::await);
        assertThat(number(db, "SELECT sold FROM ticket WHERE id = 1")).isEqualTo(21);
    }

    @Test
    void aDepartedCallersStatementOnALaneHurtsNobody() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        await(on(loop, this::pid));
        Cancellation cancellation = new Cancellation();
        List<Future<Long>> neighbours = new ArrayList<>();
        Future<Long> departed = on(loop, () -> cancellation.run(() -> db.execute(Sql.read("SELECT pg_sleep(0.15)"))));
        for (int i = 0; i < 200; i++) {
            neighbours.add(on(loop, this::pid));
        }
        on(loop, () -> {
            cancellation.cancel();
            return Future.succeededFuture();
        });

        assertThat(failureOf(departed)).isInstanceOf(StatementCancelled.class);
        neighbours.forEach(TestServer::await);
    }

    @Test
    void aTimeoutOfOneStatementNeverEndsAnother() {
        Sql.Options hurried = new Sql.Options(Duration.ofMillis(30), java.util.Map.of());
        List<Future<?>> hurriedOnes = new ArrayList<>();
        List<Future<Long>> others = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hurriedOnes.add(
                    onLoop(() -> db.execute(Sql.read("SELECT pg_sleep(5)").with(hurried))));
            others.add(onLoop(() -> db.query(Sql.read("SELECT 1::int8 FROM pg_sleep(0.01)"), longs()))
                    .map(rows -> rows.get(0)));
        }

        hurriedOnes.forEach(TestServer::failureOf);
        others.forEach(each -> assertThat(await(each)).isEqualTo(1));
    }

    @Test
    void aLaneThatDiesFailsOnlyWhatWasOnItAndIsReplaced() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        long lane = await(on(loop, this::pid));
        Future<Long> elsewhere = onLoop(() -> db.atomic(() -> db.execute(Sql.read("SELECT pg_sleep(0.5)"))));
        Future<Long> onIt = on(loop, () -> db.execute(Sql.read("SELECT pg_sleep(0.2)")));
        TestServer.until(
                "the lane's statement",
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid = " + lane,
                1);
        await(TestServer.OBSERVER.execute(Sql.read("SELECT pg_terminate_backend($1::int4, 5000)", (int) lane)));

        assertThat(failureOf(onIt)).isInstanceOf(ConnectionLost.class);
        await(elsewhere);
        assertThat(await(on(loop, this::pid))).isNotEqualTo(lane);
        assertThat(db.pool().lanes()).isEqualTo(1);
    }

    @Test
    void anIdleLaneThatDiedIsReplacedUnnoticed() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        long lane = await(on(loop, this::pid));
        await(TestServer.OBSERVER.execute(Sql.read("SELECT pg_terminate_backend($1::int4, 5000)", (int) lane)));
        // The server is done before the news of it arrives here.
        TestServer.untilTrue("the lane is known to have died", () -> db.pool().lanes() == 0);

        assertThat(await(on(loop, this::pid))).isNotEqualTo(lane);
    }

    @Test
    void aStatementThatChangesItsConnectionNeverTravelsOnALane() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        long lane = await(on(loop, this::pid));
        for (String statement : List.of("SET application_name = 'stained'", "LISTEN news", "BEGIN")) {
            await(on(loop, () -> db.execute(Sql.write(statement))));
        }

        assertThat(await(on(loop, this::pid))).isEqualTo(lane);
        TestServer.until(
                "stained connections", "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'stained'", 0);
        assertThat(number(db, "SELECT count(*) FROM pg_listening_channels()")).isZero();
    }

    @Test
    void aTableThatChangesUnderAPreparedStatementIsReadAgain() {
        Sql all = Sql.read("SELECT id, sold FROM ticket WHERE id = $1::int8", 1L);
        await(db.query(all, longs()));
        await(db.query(all, longs()));
        TestServer.script("ALTER TABLE ticket ALTER COLUMN sold TYPE int4");

        assertThat(await(db.query(all, longs()))).containsExactly(1L);
    }

    @Test
    void behindPgBouncerThereAreNoLanesAndEachStatementBringsItsTimeout() {
        Database bouncer = Database.connect(
                vertx,
                options()
                        .pgBouncer(true)
                        .statementTimeout(Duration.ofSeconds(7))
                        .applicationName(NAME));
        Sql asked = Sql.read("SELECT current_setting('statement_timeout')");

        assertThat(await(bouncer.query(asked, TestServer.texts()))).containsExactly("7s");
        assertThat(await(bouncer.atomic(() -> bouncer.query(asked, TestServer.texts()))))
                .containsExactly("7s");
        assertThat(bouncer.pool().lanes()).isZero();
        await(bouncer.close());
    }

    @Test
    void aReplicaAnswersReadsAndTheCallersOwnWritesAreReadFromThePrimary() {
        // The same server under two names: which of the two was asked shows in the application's name.
        Database both = Database.connect(
                vertx, options().applicationName("primary").replica(options().applicationName("replica")));
        Sql asked = Sql.read("SELECT current_setting('application_name')");
        Supplier<Future<String>> ask =
                () -> both.query(asked, TestServer.texts()).map(names -> names.get(0));
        Sql sell = Sql.write("UPDATE ticket SET sold = 1 WHERE id = 1");

        assertThat(await(onRequest(ask))).isEqualTo("replica");
        String inside = await(onRequest(() -> both.atomic(ask)));
        assertThat(inside).isEqualTo("primary");
        String readOnly = await(onRequest(() -> both.atomic(Atomic.READ_ONLY, ask)));
        assertThat(readOnly).isEqualTo("replica");
        String afterWriting = await(onRequest(() -> both.execute(sell).compose(n -> ask.get())));
        assertThat(afterWriting).isEqualTo("primary");
        String onPrimary = await(onRequest(() -> both.onPrimary(ask)));
        assertThat(onPrimary).isEqualTo("primary");
        assertThat(await(onRequest(ask))).isEqualTo("replica");
        await(both.close());
    }

    @Test
    void aReplicaThatIsDownIsReplacedByThePrimary() {
        Database both = Database.connect(
                vertx, options().applicationName("primary").replica(options().port(1)));

        assertThat(number(both, "SELECT 1")).isEqualTo(1);
        await(both.close());
    }

    /** Runs code the way a request does, on a context that is its own. */
    private <T> Future<T> onRequest(Supplier<Future<T>> code) {
        return on(((VertxInternal) vertx).createEventLoopContext().duplicate(), code);
    }
}
