package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.longs;
import static dev.plectrum.orm.exec.TestServer.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.CommitInDoubt;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.InvalidValue;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many tellers move money between accounts while the network and the server fail at random. In the end the books must
 * balance, to the row: what was told to be done is there, what was told to have failed is not, and what was told to be in
 * doubt may be either. Runs for 12 seconds; {@code -Dplectrum.soak.seconds=600} for longer, and
 * {@code -Dplectrum.soak.seed=…} for the same faults again.
 */
class SoakTest {
    private static final String NAME = "soak-test";
    private static final int ACCOUNTS = 20;
    private static final int TELLERS = 16;
    private static final int POOL = 8;

    private final Set<Long> done = ConcurrentHashMap.newKeySet();
    private final Set<Long> failed = ConcurrentHashMap.newKeySet();
    private final Set<Long> inDoubt = ConcurrentHashMap.newKeySet();
    private final Set<Throwable> unexpected = ConcurrentHashMap.newKeySet();
    private final AtomicLong transfers = new AtomicLong();

    private Database db;
    private long deadline;

    @Test
    void theBooksBalanceWhateverFails() throws InterruptedException {
        Duration length = Duration.ofSeconds(Long.getLong("plectrum.soak.seconds", 12));
        long seed = Long.getLong("plectrum.soak.seed", new Random().nextLong());
        TestServer.script("""
                DROP TABLE IF EXISTS ledger, account;
                CREATE TABLE account (id int8 PRIMARY KEY, amount int8 NOT NULL);
                CREATE TABLE ledger (transfer int8, account int8, amount int8 NOT NULL, PRIMARY KEY (transfer, account));
                INSERT INTO account SELECT i, 1000 FROM generate_series(0, 19) i""");
        try (Proxy proxy = new Proxy(TestServer.port())) {
            db = Database.connect(TestServer.options()
                    .port(proxy.port())
                    .applicationName(NAME)
                    .poolSize(POOL)
                    .connectTimeout(Duration.ofSeconds(1))
                    .acquireTimeout(Duration.ofSeconds(2))
                    .statementTimeout(Duration.ofSeconds(2))
                    .answerGrace(Duration.ofMillis(300)));
            deadline = System.nanoTime() + length.toNanos();
            List<Future<Void>> tellers = IntStream.range(0, TELLERS)
                    .mapToObj(teller -> work(new Random(seed + teller)))
                    .toList();
            breakThings(proxy, new Random(seed));
            proxy.resume();
            proxy.refuse(false);
            proxy.untrap();
            tellers.forEach(TestServer::await);

            balance(seed);
            TestServer.assertNoOpenTransaction(NAME);
            assertThat(db.pool().open()).isLessThanOrEqualTo(POOL);
            await(Future.all(IntStream.range(0, 3 * POOL)
                    .mapToObj(i -> db.atomic(() -> db.check()))
                    .toList()));
            await(db.close());
            TestServer.until(
                    "connections after the end",
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + NAME + "'",
                    0);
        }
    }

    private void breakThings(Proxy proxy, Random random) throws InterruptedException {
        while (System.nanoTime() - deadline < 0) {
            Thread.sleep(20 + random.nextInt(150));
            switch (random.nextInt(8)) {
                case 0 -> proxy.cut();
                case 1 -> proxy.reset();
                case 2 -> {
                    proxy.stall();
                    Thread.sleep(random.nextInt(120));
                    proxy.resume();
                }
                case 3 -> {
                    proxy.refuse(true);
                    Thread.sleep(random.nextInt(60));
                    proxy.refuse(false);
                }
                case 4 -> proxy.trap("COMMIT", Proxy.Fate.CUT_BEFORE_ANSWER);
                case 5 -> proxy.trap(random.nextBoolean() ? "COMMIT" : "ROLLBACK", Proxy.Fate.CUT_BEFORE);
                default -> await(TestServer.OBSERVER.execute(Sql.read("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE application_name = 'soak-test' ORDER BY random() LIMIT 1""")));
            }
        }
    }

    private Future<Void> work(Random random) {
        Promise<Void> end = Promise.promise();
        next(random, end);
        return end.future();
    }

    private void next(Random random, Promise<Void> end) {
        if (System.nanoTime() - deadline > 0) {
            end.complete();
            return;
        }
        long transfer = transfers.incrementAndGet();
        transfer(transfer, random).onComplete((kept, error) -> {
            if (error == null) {
                done.add(transfer);
            } else if (error instanceof CommitInDoubt) {
                inDoubt.add(transfer);
            } else {
                failed.add(transfer);
                if (!isExpected(error)) {
                    unexpected.add(error);
                }
            }
            // By way of the event loop: failures that come at once must not pile up on the stack.
            db.vertx().setTimer(1, id -> next(random, end));
        });
    }

    private static boolean isExpected(Throwable error) {
        return error instanceof Whim
                || (error instanceof DatabaseException
                        && !(error instanceof StatementFailed)
                        && !(error instanceof InvalidValue));
    }

    /** A teller changes his mind. */
    private static final class Whim extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Future<Void> transfer(long transfer, Random random) {
        long from = random.nextInt(ACCOUNTS);
        long to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        long amount = 1L + random.nextInt(50);
        boolean nested = random.nextBoolean();
        boolean whim = random.nextInt(10) == 0;
        boolean nestedWhim = random.nextInt(5) == 0;
        Atomic options = random.nextInt(3) == 0 ? Atomic.SERIALIZABLE.retries(3) : Atomic.DEFAULT.retries(2);
        return db.atomic(options, () -> book(transfer, from, -amount)
                .compose(n -> nested ? sideStep(transfer, nestedWhim) : Future.succeededFuture())
                .compose(n -> book(transfer, to, amount))
                .compose(n -> db.query(
                        Sql.read("SELECT sum(amount)::int8 FROM ledger WHERE transfer = $1::int8", transfer), longs()))
                .compose(sums -> whim ? Future.failedFuture(new Whim()) : Future.succeededFuture()));
    }

    private Future<Long> book(long transfer, long account, long amount) {
        return db.execute(Sql.write(
                        "INSERT INTO ledger VALUES ($1::int8, $2::int8, $3::int8)", transfer, account, amount))
                .compose(n -> db.execute(Sql.write(
                        "UPDATE account SET amount = amount + $2::int8 WHERE id = $1::int8", account, amount)));
    }

    /** Something inside that may fail without taking the transfer with it. */
    private Future<Void> sideStep(long transfer, boolean whim) {
        return db.atomic(() -> db.execute(Sql.write("INSERT INTO ledger VALUES ($1::int8, -1, 0)", transfer))
                        .<Void>compose(n -> whim ? Future.failedFuture(new Whim()) : Future.succeededFuture()))
                .recover(e -> e instanceof Whim ? Future.succeededFuture() : Future.failedFuture(e));
    }

    private void balance(long seed) {
        String run = "seed " + seed + ": " + done.size() + " done, " + failed.size() + " failed, " + inDoubt.size()
                + " in doubt";
        Set<Long> written =
                Set.copyOf(await(TestServer.OBSERVER.query(Sql.read("SELECT DISTINCT transfer FROM ledger"), longs())));
        assertThat(unexpected).as(run).isEmpty();
        assertThat(done).as(run).isNotEmpty();
        assertThat(written).as("what was done is written; %s", run).containsAll(done);
        assertThat(failed).as("what failed is not written; %s", run).doesNotContainAnyElementsOf(written);
        assertThat(number(TestServer.OBSERVER, "SELECT sum(amount)::int8 FROM account"))
                .as(run)
                .isEqualTo(ACCOUNTS * 1_000L);
        assertThat(number(TestServer.OBSERVER, """
                        SELECT count(*) FROM account a WHERE a.amount <> 1000
                            + coalesce((SELECT sum(l.amount) FROM ledger l WHERE l.account = a.id), 0)"""))
                .as("accounts that differ from their ledger; %s", run)
                .isZero();
        assertThat(LongStream.of(done.size(), failed.size(), inDoubt.size()).sum())
                .as("every transfer was answered once; %s", run)
                .isEqualTo(transfers.get());
        System.out.println("Soak: " + run);
    }
}
