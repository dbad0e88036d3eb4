package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static dev.plectrum.orm.exec.TestServer.longs;
import static dev.plectrum.orm.exec.TestServer.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plectrum.orm.error.CommitInDoubt;
import dev.plectrum.orm.error.ConnectionFailure;
import dev.plectrum.orm.error.ConnectionLost;
import dev.plectrum.orm.error.ConnectionRefused;
import dev.plectrum.orm.error.DatabaseClosed;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.HookFailed;
import dev.plectrum.orm.error.PoolExhausted;
import dev.plectrum.orm.error.QueueFull;
import dev.plectrum.orm.error.StatementCancelled;
import dev.plectrum.orm.error.StatementTimeout;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can break, broken on purpose. After each: nothing leaked, nothing open, and the pool serves again. */
class FaultTest {
    private static final String NAME = "fault-test";
    private static final int POOL = 4;

    private Proxy proxy;
    private Database db;

    @BeforeEach
    void connect() {
        TestServer.script("""
                DROP TABLE IF EXISTS account;
                CREATE TABLE account (id int8 PRIMARY KEY, amount int8 NOT NULL);
                INSERT INTO account VALUES (1, 100), (2, 100);
                CREATE OR REPLACE FUNCTION sleeping() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_sleep(20); RETURN NULL; END';
                CREATE CONSTRAINT TRIGGER slow_commit AFTER UPDATE ON account DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (NEW.amount = 666) EXECUTE FUNCTION sleeping()""");
        proxy = new Proxy(TestServer.port());
        db = Database.connect(options());
    }

    private DatabaseOptions options() {
        return TestServer.options()
                .port(proxy.port())
                .applicationName(NAME)
                .poolSize(POOL)
                .connectTimeout(Duration.ofSeconds(2))
                .acquireTimeout(Duration.ofMillis(600))
                .statementTimeout(Duration.ofMillis(800))
                .answerGrace(Duration.ofMillis(400));
    }

    @AfterEach
    void everythingIsAsItWas() {
        proxy.resume();
        proxy.refuse(false);
        try {
            assertHealthy();
        } finally {
            await(db.close());
            proxy.close();
        }
        TestServer.until(
                "connections after the end",
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + NAME + "'",
                0);
    }

    private void assertHealthy() {
        // A connection that broke may be found out only by the statement that is sent on it.
        TestServer.untilTrue(
                "the database serves again",
                () -> await(db.query(Sql.read("SELECT 42"), longs()).map(true).otherwise(false)));
        assertServes();
        assertThat(db.pool().open()).isLessThanOrEqualTo(POOL);
        TestServer.assertNoOpenTransaction(NAME);
        TestServer.until(
                "connections that the pool does not know of",
                "SELECT greatest(0, count(*) - " + POOL + ") FROM pg_stat_activity WHERE application_name = '" + NAME
                        + "'",
                0);
    }

    /** Every connection that there may be does its work, on the lanes and as leases. */
    private void assertServes() {
        assertThat(number(db, "SELECT 42")).isEqualTo(42);
        await(Future.all(IntStream.range(0, 3 * POOL)
                .mapToObj(i -> db.atomic(() -> db.query(Sql.read("SELECT 1"), longs())))
                .toList()));
    }

    private Future<Long> add(long account, long amount) {
        return db.execute(
                Sql.write("UPDATE account SET amount = amount + $2::int8 WHERE id = $1::int8", account, amount));
    }

    private static long amount(long account) {
        return number(TestServer.OBSERVER, "SELECT amount FROM account WHERE id = $1::int8", account);
    }

    private static Future<Void> kill(long pid) {
        return TestServer.OBSERVER
                .execute(Sql.read("SELECT pg_terminate_backend($1::int4, 5000)", (int) pid))
                .mapEmpty();
    }

    private static Future<Void> killWhere(String condition) {
        return TestServer.OBSERVER
                .execute(Sql.read(
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '" + NAME
                                + "' AND " + condition))
                .mapEmpty();
    }

    private Future<Long> pid() {
        return db.query(Sql.read("SELECT pg_backend_pid()::int8"), longs()).map(pids -> pids.get(0));
    }

    private static void untilRuns(String statement) {
        TestServer.until(
                "backends that run " + statement,
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + NAME
                        + "' AND state = 'active' AND query LIKE '" + statement + "%'",
                1);
    }

    // A backend killed in each phase of a transaction.

    @Test
    void backendsKilledWhileIdleAreReplacedUnnoticed() {
        assertServes();
        await(killWhere("true"));
        // The server is done before the news of it arrives here.
        TestServer.untilTrue(
                "all connections are known to have died", () -> db.pool().open() == 0);

        await(db.atomic(() -> add(1, 1)));
        await(add(1, 1));

        assertThat(amount(1)).isEqualTo(102);
    }

    @Test
    void aBackendKilledBetweenStatementsFailsTheTransaction() {
        Throwable failure = failureOf(db.atomic(
                () -> add(1, 1).compose(n -> pid()).compose(FaultTest::kill).compose(n -> add(2, 1))));

        assertThat(failure).isInstanceOf(ConnectionLost.class);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aBackendKilledWhileTheCodeWaitsForSomethingElseFailsTheTransaction() {
        Promise<Void> never = Promise.promise();

        Throwable failure = failureOf(db.atomic(
                () -> add(1, 1).compose(n -> pid()).compose(FaultTest::kill).compose(n -> never.future())));

        assertThat(failure).isInstanceOf(ConnectionLost.class);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aBackendKilledDuringAStatementFailsTheTransaction() {
        Future<Long> transaction =
                db.atomic(() -> add(1, 1).compose(n -> db.execute(Sql.read("SELECT pg_sleep(0.7)"))));
        // Found and killed in one statement: between two the sleeper might wake up.
        TestServer.until(
                "sleepers killed",
                "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = '" + NAME
                        + "' AND state = 'active' AND query LIKE 'SELECT pg_sleep%'",
                1);

        assertThat(failureOf(transaction)).isInstanceOf(ConnectionLost.class);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aBackendKilledInsideANestedAtomicFailsBoth() {
        AtomicReference<Throwable> inner = new AtomicReference<>();

        Throwable failure = failureOf(db.atomic(() -> add(1, 1).compose(n -> db.atomic(() ->
                        add(2, 1).compose(m -> pid()).compose(FaultTest::kill).compose(m -> add(2, 1)))
                .onFailure(inner::set)
                .otherwiseEmpty())));

        assertThat(inner.get()).isInstanceOf(ConnectionLost.class);
        assertThat(failure).isInstanceOf(ConnectionLost.class);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aBackendKilledDuringTheCommitLeavesItInDoubt() {
        Future<Long> transaction =
                db.atomic(() -> db.execute(Sql.write("UPDATE account SET amount = 666 WHERE id = 1")));
        untilRuns("COMMIT");
        await(killWhere("state = 'active'"));

        assertThat(failureOf(transaction)).isInstanceOf(CommitInDoubt.class);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aServerThatRestartsIsServedAgain() {
        assertServes();
        Future<Long> transaction =
                db.atomic(() -> add(1, 1).compose(n -> db.execute(Sql.read("SELECT pg_sleep(0.7)"))));
        untilRuns("SELECT pg_sleep");
        long victim = number(
                TestServer.OBSERVER,
                "SELECT pid::int8 FROM pg_stat_activity WHERE application_name = '" + NAME + "' AND state = 'active'");
        // One backend that dies of SIGKILL makes PostgreSQL end all others, recover, and start anew.
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();

        assertThat(failureOf(transaction)).isInstanceOf(ConnectionLost.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Throwable last = new AssertionError("never asked");
        while (last != null && System.nanoTime() - deadline < 0) {
            last = await(db.atomic(() -> add(1, 1)).map((Throwable) null).otherwise(e -> e));
            assertThat(last == null || last instanceof ConnectionFailure)
                    .as("%s", last)
                    .isTrue();
        }
        assertThat(last).isNull();
        TestServer.awaitRestart();
        assertThat(amount(1)).isEqualTo(101);
    }

    // The network.

    @Test
    void aConnectionCutDuringACommitThatArrivedIsInDoubtAndNotRetried() {
        AtomicInteger runs = new AtomicInteger();
        proxy.trap("COMMIT", Proxy.Fate.CUT_BEFORE_ANSWER);

        Throwable failure = failureOf(db.atomic(Atomic.SERIALIZABLE.retries(5), () -> {
            runs.incrementAndGet();
            return add(1, 1);
        }));

        assertThat(failure).isInstanceOf(CommitInDoubt.class);
        assertThat(runs).hasValue(1);
        assertThat(amount(1)).isEqualTo(101);
    }

    @Test
    void aConnectionCutDuringACommitThatDidNotArriveIsInDoubtToo() {
        proxy.trap("COMMIT", Proxy.Fate.CUT_BEFORE);

        assertThat(failureOf(db.atomic(() -> add(1, 1)))).isInstanceOf(CommitInDoubt.class);
        TestServer.assertNoOpenTransaction(NAME);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aChangeInAutocommitWhoseAnswerIsLostIsInDoubt() {
        // On one event loop, whose lane is open and knows the statement: all that is missing is the answer.
        Context context = db.vertx().getOrCreateContext();
        await(on(context, () -> add(2, 1)));
        proxy.stall();
        Future<Long> change = on(context, () -> add(1, 1));
        proxy.awaitHeld();
        proxy.reset();

        assertThat(failureOf(change)).isInstanceOf(CommitInDoubt.class);
    }

    private static <T> Future<T> on(Context context, Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(now -> action.get().onComplete(promise));
        return promise.future();
    }

    @Test
    void aReadWhoseAnswerIsLostIsNotInDoubt() {
        Context context = db.vertx().getOrCreateContext();
        await(on(context, () -> db.query(Sql.read("SELECT 1"), longs())));
        proxy.stall();
        Future<List<Long>> read = on(context, () -> db.query(Sql.read("SELECT 1"), longs()));
        proxy.awaitHeld();
        proxy.cut();

        assertThat(failureOf(read)).isInstanceOf(ConnectionLost.class);
    }

    @Test
    void aFailingRollbackClosesTheConnectionAndTellsTheFirstError() {
        IllegalStateException mistake = new IllegalStateException("mine");
        proxy.trap("ROLLBACK", Proxy.Fate.CUT_BEFORE);

        Throwable failure = failureOf(db.atomic(() -> add(1, 1).compose(n -> Future.failedFuture(mistake))));

        assertThat(failure).isSameAs(mistake);
        TestServer.assertNoOpenTransaction(NAME);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aFailingBeginIsTriedOnAnotherConnection() {
        proxy.trap("BEGIN", Proxy.Fate.CUT_BEFORE);

        await(db.atomic(() -> add(1, 1)));

        assertThat(amount(1)).isEqualTo(101);
    }

    @Test
    void aFailingSavepointFailsTheTransaction() {
        proxy.trap("SAVEPOINT", Proxy.Fate.CUT_BEFORE);

        assertThat(failureOf(db.atomic(() -> add(1, 1).compose(n -> db.atomic(() -> add(2, 1))))))
                .isInstanceOf(ConnectionLost.class);
        assertThat(amount(1)).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource
    void connectionsThatBreakAllAtOnceFailWhatWasOnThem(Break how) {
        assertServes();
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < POOL - 2; i++) {
            running.add(db.atomic(() -> db.execute(Sql.read("SELECT pg_sleep(0.6)"))));
        }
        how.on(proxy);

        for (Future<Long> each : running) {
            assertThat(failureOf(each)).isInstanceOf(ConnectionLost.class);
        }
    }

    enum Break {
        CUT,
        RESET;

        void on(Proxy proxy) {
            untilRuns2();
            if (this == CUT) {
                proxy.cut();
            } else {
                proxy.reset();
            }
        }

        private static void untilRuns2() {
            TestServer.until(
                    "sleeping backends",
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + NAME
                            + "' AND state = 'active' AND query LIKE 'SELECT pg_sleep%'",
                    POOL - 2);
        }
    }

    @Test
    void aNetworkThatStallsIsGivenUp() {
        assertServes();
        proxy.stall();
        Future<Long> transaction = db.atomic(() -> add(1, 1));
        Future<List<Long>> onLane = db.query(Sql.read("SELECT 1"), longs());

        assertThat(failureOf(onLane)).isInstanceOf(ConnectionLost.class);
        // It was waiting for a connection, or had just got one.
        assertThat(failureOf(transaction)).isInstanceOf(DatabaseException.class);
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsGivenUp() {
        proxy.stall();

        assertThat(failureOf(db.check())).isInstanceOf(ConnectionRefused.class);
        TestServer.untilTrue("the proxy's connections are closed", () -> {
            proxy.resume();
            return proxy.open() == 0;
        });
    }

    @Test
    void aServerThatIsNotThereIsToldAtOnce() {
        proxy.refuse(true);

        assertThat(failureOf(db.check())).isInstanceOf(ConnectionRefused.class).hasMessageContaining("postgres://");
        assertThat(failureOf(db.atomic(() -> add(1, 1)))).isInstanceOf(ConnectionRefused.class);
    }

    @Test
    void aWrongPasswordOrDatabaseIsToldAtOnce() {
        Database wrong = Database.connect(options().database("no_such_database"));

        assertThat(failureOf(wrong.check()))
                .isInstanceOf(ConnectionRefused.class)
                .hasMessageContaining("no_such_database");
        await(wrong.close());
    }

    // Too much, too slow.

    @Test
    void aFullPoolMakesCallersWaitAndThenTurnsThemAway() {
        Promise<Void> end = Promise.promise();
        List<Future<Void>> holders = IntStream.range(0, POOL)
                .mapToObj(i -> db.atomic(() -> db.check().compose(n -> end.future())))
                .toList();

        Throwable failure = failureOf(db.atomic(() -> add(1, 1)));

        assertThat(failure).isInstanceOf(PoolExhausted.class).hasMessageContaining("600 ms");
        end.complete();
        holders.forEach(TestServer::await);
    }

    @Test
    void callersBeyondTheQueueAreTurnedAwayAtOnce() {
        Database small = Database.connect(options().poolSize(1).queue(1).acquireTimeout(Duration.ofSeconds(10)));
        Promise<Void> end = Promise.promise();
        Promise<Void> begun = Promise.promise();
        Future<Void> holder = small.atomic(() -> {
            begun.complete();
            return end.future();
        });
        await(begun.future());
        Future<Void> waiting = small.atomic(() -> small.check());

        assertThat(failureOf(small.atomic(() -> small.check()))).isInstanceOf(QueueFull.class);
        end.complete();
        await(holder);
        await(waiting);
        await(small.close());
    }

    @Test
    void aSlowStatementIsEndedByTheServer() {
        assertThat(failureOf(db.query(Sql.read("SELECT pg_sleep(20)"), longs())))
                .isInstanceOf(StatementTimeout.class);
        assertThat(failureOf(db.atomic(() -> db.execute(Sql.read("SELECT pg_sleep(20)")))))
                .isInstanceOf(StatementTimeout.class);
        assertThat(failureOf(db.query(
                        Sql.read("SELECT pg_sleep(20)")
                                .with(new Sql.Options(Duration.ofMillis(50), java.util.Map.of())),
                        longs())))
                .isInstanceOf(StatementTimeout.class);
    }

    @Test
    void aStatementMayBeAllowedMoreTimeThanTheOthers() {
        Sql slow = Sql.read("SELECT 7 FROM pg_sleep(1.5)")
                .with(new Sql.Options(Duration.ofSeconds(10), java.util.Map.of()));

        assertThat(await(db.query(slow, longs()))).containsExactly(7L);
        assertThat(await(db.atomic(() -> db.query(slow, longs())))).containsExactly(7L);
    }

    // Callers who leave.

    private <T> Future<T> onContext(Cancellation cancellation, java.util.function.Supplier<Future<T>> code) {
        Promise<T> promise = Promise.promise();
        ((VertxInternal) db.vertx())
                .createEventLoopContext()
                .runOnContext(nothing -> cancellation.run(code).onComplete(promise));
        return promise.future();
    }

    private static void assertNothingSleeps() {
        TestServer.until(
                "sleeping backends",
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + NAME
                        + "' AND state = 'active' AND query LIKE '%pg_sleep%'",
                0);
    }

    @Test
    void aStatementOnALeaseIsCancelledOnTheServerWhenItsCallerLeaves() {
        Cancellation cancellation = new Cancellation();
        Sql slow = Sql.read("SELECT pg_sleep(20)").with(new Sql.Options(Duration.ofMinutes(1), java.util.Map.of()));
        Future<List<Long>> asked = onContext(cancellation, () -> db.query(slow, longs()));
        untilRuns("SELECT pg_sleep");
        cancellation.cancel();

        assertThat(failureOf(asked)).isInstanceOf(StatementCancelled.class);
        assertNothingSleeps();
    }

    @Test
    void aTransactionIsRolledBackWhenItsCallerLeaves() {
        Cancellation cancellation = new Cancellation();
        Future<Long> asked = onContext(
                cancellation,
                () -> db.atomic(() -> add(1, 1).compose(n -> db.execute(Sql.read("SELECT pg_sleep(0.7)")))));
        untilRuns("SELECT pg_sleep");
        cancellation.cancel();

        assertThat(failureOf(asked)).isInstanceOf(StatementCancelled.class);
        assertNothingSleeps();
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aCallerWhoLeftWhileWaitingForAConnectionIsSkipped() {
        Promise<Void> end = Promise.promise();
        List<Future<Void>> holders = IntStream.range(0, POOL)
                .mapToObj(i -> db.atomic(() -> db.check().compose(n -> end.future())))
                .toList();
        Cancellation cancellation = new Cancellation();
        AtomicInteger runs = new AtomicInteger();
        Future<Long> asked = onContext(
                cancellation,
                () -> db.atomic(() -> {
                    runs.incrementAndGet();
                    return add(1, 1);
                }));
        TestServer.untilTrue("a caller waits", () -> db.pool().waiting() == 1);
        cancellation.cancel();
        end.complete();

        assertThat(failureOf(asked)).isInstanceOf(StatementCancelled.class);
        holders.forEach(TestServer::await);
        assertServes();
        assertThat(runs).hasValue(0);
    }

    // Exceptions of the user's.

    @SuppressWarnings("TypeParameterUnusedInFormals") // It never returns, and stands where anything is expected.
    private static <T> T mistake() {
        throw new IllegalStateException("mine");
    }

    private static void assertMine(Future<?> future) {
        assertThat(failureOf(future)).isInstanceOf(IllegalStateException.class).hasMessage("mine");
    }

    @Test
    void exceptionsInCollectorsReachTheCaller() {
        for (Sql sql : List.of(Sql.read("SELECT 1"), Sql.read("SELECT 1").with(longer()))) {
            assertMine(db.query(sql, Collector.of(FaultTest::mistake, (c, r) -> {}, (a, b) -> a)));
            assertMine(db.query(sql, Collector.of(Object::new, (c, r) -> mistake(), (a, b) -> a)));
            assertMine(db.query(sql, Collector.of(Object::new, (c, r) -> {}, (a, b) -> a, c -> mistake())));
            assertMine(db.atomic(() -> db.query(sql, Collector.of(Object::new, (c, r) -> mistake(), (a, b) -> a))));
        }
        assertThat(failureOf(db.query(
                        Sql.read("SELECT 1"),
                        Collector.of(
                                Object::new,
                                (c, r) -> {
                                    throw new StackOverflowError("an Error");
                                },
                                (a, b) -> a))))
                .isInstanceOf(StackOverflowError.class);
    }

    private static Sql.Options longer() {
        return new Sql.Options(Duration.ofSeconds(5), java.util.Map.of());
    }

    @Test
    void exceptionsInBodiesReachTheCaller() {
        assertMine(db.atomic(() -> mistake()));
        assertMine(db.atomic(() -> db.atomic(() -> mistake())));
        assertMine(db.atomic(() -> add(1, 1).compose(n -> mistake())));
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void exceptionsInHooksReachTheCallerAfterTheCommit() {
        assertThat(failureOf(db.atomic(() -> {
                    db.onCommit(() -> mistake());
                    return add(1, 1);
                })))
                .isInstanceOf(HookFailed.class)
                .hasRootCauseMessage("mine");
        assertThat(amount(1)).isEqualTo(101);
    }

    @Test
    void exceptionsInStreamsReachTheCaller() {
        Sql many = Sql.read("SELECT i::int8 FROM generate_series(1, 1000) i");

        assertMine(db.stream(many, 10, row -> mistake(), row -> Future.succeededFuture()));
        assertMine(db.stream(many, 10, row -> row.getLong(0), row -> mistake()));
        assertMine(db.stream(
                many,
                10,
                row -> row.getLong(0),
                row -> row < 15 ? Future.succeededFuture() : Future.failedFuture(new IllegalStateException("mine"))));
        assertMine(db.atomic(() -> db.stream(many, 10, row -> row.getLong(0), row -> mistake())));
        Promise<Void> told = Promise.promise();
        db.stream(many, 10, row -> row.getLong(0))
                .exceptionHandler(told::tryFail)
                .handler(row -> mistake());
        assertMine(told.future());
    }

    @Test
    void exceptionsInListenersHurtNobody() {
        StatementListener broken = new StatementListener() {
            @Override
            public Object started(Sql sql) {
                return mistake();
            }

            @Override
            public void ended(Finished statement) {
                mistake();
            }
        };
        db.addListener(broken);
        await(db.atomic(() -> add(1, 1)));
        db.removeListener(broken);

        assertThat(amount(1)).isEqualTo(101);
    }

    // Threads.

    /** Starts a virtual thread on JDKs that have them; this is compiled for one that has not. */
    private static Thread startVirtual(Runnable code) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, code);
    }

    private void assumeVirtualThreads() {
        assumeTrue(((VertxInternal) db.vertx()).isVirtualThreadAvailable(), "not run: this JDK has no virtual threads");
    }

    /** A transaction whose code waits on a virtual thread, and that thread. */
    private Long addAndSleep(AtomicReference<Thread> body) {
        add(1, 1).await();
        body.set(Thread.currentThread());
        return db.execute(Sql.read("SELECT pg_sleep(0.5)")).await();
    }

    @Test
    void anInterruptedBodyOnAVirtualThreadIsRolledBackAndItsCallerHears() throws Exception {
        assumeVirtualThreads();
        AtomicReference<Thread> body = new AtomicReference<>();
        Promise<Long> told = Promise.promise();
        startVirtual(() -> {
            try {
                told.complete(db.atomic(() -> Future.succeededFuture(addAndSleep(body)))
                        .await());
            } catch (Throwable thrown) {
                told.fail(thrown);
            }
        });
        untilRuns("SELECT pg_sleep");
        body.get().interrupt();

        assertThat(failureOf(told.future())).isInstanceOf(InterruptedException.class);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void anInterruptedCallerOnAVirtualThreadLeavesTheTransactionToItsCode() throws Exception {
        assumeVirtualThreads();
        AtomicReference<Thread> body = new AtomicReference<>();
        Promise<Long> told = Promise.promise();
        Thread caller = startVirtual(() -> {
            try {
                told.complete(db.atomic(() -> Future.succeededFuture(addAndSleep(body)))
                        .await());
            } catch (Throwable thrown) {
                told.fail(thrown);
            }
        });
        untilRuns("SELECT pg_sleep");
        caller.interrupt();

        assertThat(failureOf(told.future())).isInstanceOf(InterruptedException.class);
        TestServer.assertNoOpenTransaction(NAME);
        assertThat(amount(1)).isEqualTo(101);
    }

    @Test
    void anInterruptedVirtualThreadOfVertxLeavesNothingBehind() throws Exception {
        assumeVirtualThreads();
        AtomicReference<Thread> body = new AtomicReference<>();
        ((VertxInternal) db.vertx())
                .createVirtualThreadContext()
                .runOnContext(nothing -> db.atomic(() -> Future.succeededFuture(addAndSleep(body))));
        untilRuns("SELECT pg_sleep");
        body.get().interrupt();

        // Vert.x may have stalled that context, so that nobody can be told there; the database is not to suffer.
        TestServer.assertNoOpenTransaction(NAME);
        assertThat(amount(1)).isEqualTo(100);
    }

    @Test
    void aVirtualThreadMayWaitInsideAnAtomic() throws Exception {
        assumeVirtualThreads();
        Promise<Void> done = Promise.promise();
        startVirtual(() -> {
            try {
                db.atomic(() -> {
                            add(1, 1).await();
                            db.atomic(() -> add(2, 1)).await();
                            return Future.succeededFuture();
                        })
                        .await();
                done.complete();
            } catch (Throwable thrown) {
                done.fail(thrown);
            }
        });

        await(done.future());
        assertThat(amount(1) + amount(2)).isEqualTo(202);
    }

    @Test
    void aClosedDatabaseRefusesAndFinishesWhatItHas() {
        Vertx vertx = Vertx.vertx();
        Database own = Database.connect(vertx, options());
        Promise<Void> begun = Promise.promise();
        Promise<Void> end = Promise.promise();
        Future<Long> running = own.atomic(tx -> {
            begun.complete();
            return end.future().compose(n -> tx.execute(Sql.write("UPDATE account SET amount = 7 WHERE id = 1")));
        });
        await(begun.future());
        Future<Void> closed = own.close();

        assertThat(failureOf(own.check())).isInstanceOf(DatabaseClosed.class);
        assertThat(failureOf(own.atomic(own::check))).isInstanceOf(DatabaseClosed.class);
        assertThat(closed.isComplete()).isFalse();
        end.complete();
        await(running);
        await(closed);
        await(vertx.close());
        assertThat(amount(1)).isEqualTo(7);
    }
}
