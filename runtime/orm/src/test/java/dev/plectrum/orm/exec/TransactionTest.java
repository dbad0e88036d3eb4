package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.Atomic.DURABLE;
import static dev.plectrum.orm.exec.Atomic.READ_ONLY;
import static dev.plectrum.orm.exec.Atomic.REPEATABLE_READ;
import static dev.plectrum.orm.exec.Atomic.SERIALIZABLE;
import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static dev.plectrum.orm.exec.TestServer.longs;
import static dev.plectrum.orm.exec.TestServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.DeadlockDetected;
import dev.plectrum.orm.error.ForeignKeyViolation;
import dev.plectrum.orm.error.HookFailed;
import dev.plectrum.orm.error.NotNullViolation;
import dev.plectrum.orm.error.SerializationFailure;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.error.TransactionAborted;
import dev.plectrum.orm.error.TransactionMisuse;
import dev.plectrum.orm.error.TransactionTimeout;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
    private static Database db;

    @BeforeAll
    static void connect() {
        db = Database.connect(TestServer.options().applicationName("transaction-test"));
        TestServer.script("""
                DROP TABLE IF EXISTS line, entry;
                CREATE TABLE entry (name text PRIMARY KEY, amount int8 NOT NULL DEFAULT 0);
                CREATE TABLE line (entry text REFERENCES entry DEFERRABLE INITIALLY DEFERRED)""");
    }

    @AfterAll
    static void close() {
        await(db.close());
    }

    @BeforeEach
    void empty() {
        TestServer.script("TRUNCATE entry, line");
    }

    @AfterEach
    void nothingIsLeftOpen() {
        TestServer.assertNoOpenTransaction("transaction-test");
        assertThat(db.pool().waiting()).isZero();
    }

    private static Future<Long> insert(String name) {
        return db.execute(Sql.write("INSERT INTO entry (name) VALUES ($1::text)", name));
    }

    private static List<String> entries() {
        return await(TestServer.OBSERVER.query(Sql.read("SELECT name FROM entry ORDER BY name"), texts()));
    }

    private static <T> Future<T> mistake() {
        return Future.failedFuture(new IllegalStateException("mine"));
    }

    // Autocommit and nesting.

    @Test
    void withoutAtomicEachStatementIsPermanentAtOnce() {
        await(insert("a"));
        failureOf(insert("a"));

        assertThat(entries()).containsExactly("a");
    }

    @Test
    void aNestedAtomicThatSucceedsIsPartOfTheOuter() {
        await(db.atomic(() -> insert("a").compose(n -> db.atomic(() -> insert("b")))));

        assertThat(entries()).containsExactly("a", "b");
    }

    @Test
    void aNestedAtomicThatSucceedsIsUndoneWithTheOuter() {
        failureOf(db.atomic(() -> db.atomic(() -> insert("a")).compose(n -> mistake())));

        assertThat(entries()).isEmpty();
    }

    @Test
    void aNestedAtomicThatFailsUndoesItselfOnly() {
        await(db.atomic(() -> insert("a")
                .compose(n ->
                        db.atomic(() -> insert("b").compose(m -> mistake())).otherwiseEmpty())
                .compose(n -> insert("c"))));

        assertThat(entries()).containsExactly("a", "c");
    }

    @Test
    void savepointsNestDeeply() {
        await(db.atomic(() -> insert("1")
                .compose(a -> db.atomic(() -> insert("2")
                        .compose(b -> db.atomic(() -> insert("3").compose(c -> mistake()))
                                .otherwiseEmpty())
                        .compose(b -> db.atomic(() -> insert("4")))))));

        assertThat(entries()).containsExactly("1", "2", "4");
    }

    // Errors of statements.

    @Test
    void aStatementMayFailInAnAtomicOfItsOwn() {
        await(insert("a"));

        await(db.atomic(() -> insert("b")
                .compose(n -> db.atomic(() -> insert("a")).recover(e -> Future.succeededFuture(0L)))
                .compose(n -> insert("c"))));

        assertThat(entries()).containsExactly("a", "b", "c");
    }

    @Test
    void afterASwallowedErrorTheNextStatementSaysWhy() {
        await(insert("a"));

        Throwable failure = failureOf(db.atomic(
                () -> insert("a").recover(e -> Future.succeededFuture(0L)).compose(n -> insert("b"))));

        assertThat(failure)
                .isInstanceOf(TransactionAborted.class)
                .hasMessageContaining("atomic of its own")
                .hasCauseInstanceOf(UniqueViolation.class);
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void anErrorSwallowedToTheEndIsNotACommit() {
        await(insert("a"));

        Throwable failure = failureOf(
                db.atomic(() -> insert("b").compose(n -> insert("a")).recover(e -> Future.succeededFuture(0L))));

        assertThat(failure).isInstanceOf(TransactionAborted.class).hasCauseInstanceOf(UniqueViolation.class);
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void anErrorSwallowedInsideANestedAtomicUndoesThatOne() {
        await(insert("a"));

        await(db.atomic(() -> insert("b")
                .compose(n -> db.atomic(
                                () -> insert("c").compose(m -> insert("a")).recover(e -> Future.succeededFuture(0L)))
                        .recover(e -> {
                            assertThat(e).isInstanceOf(TransactionAborted.class);
                            return Future.succeededFuture(0L);
                        }))
                .compose(n -> insert("d"))));

        assertThat(entries()).containsExactly("a", "b", "d");
    }

    @Test
    void aStatementNobodyWaitedForStillCounts() {
        await(insert("a"));

        Throwable failure = failureOf(db.atomic(() -> {
            insert("b");
            insert("a");
            return Future.succeededFuture();
        }));

        assertThat(failure).isInstanceOf(TransactionAborted.class).hasCauseInstanceOf(UniqueViolation.class);
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void whatACollectorThrowsDoesNotHurtTheTransaction() {
        await(db.atomic(() -> insert("a")
                .compose(n -> db.query(Sql.read("SELECT name FROM entry"), Throwing.collector())
                        .otherwiseEmpty())
                .compose(n -> insert("b"))));

        assertThat(entries()).containsExactly("a", "b");
    }

    @Test
    void aConstraintCheckedAtTheCommitFailsTheAtomic() {
        Throwable failure = failureOf(db.atomic(() -> db.execute(Sql.write("INSERT INTO line VALUES ('nobody')"))));

        assertThat(failure).isInstanceOf(ForeignKeyViolation.class);
    }

    @Test
    void aStatementSentAfterTheEndIsRefused() {
        AtomicReference<Transaction> escaped = new AtomicReference<>();
        await(db.atomic(tx -> {
            escaped.set(tx);
            return Future.succeededFuture();
        }));

        assertThat(failureOf(escaped.get().execute(Sql.read("SELECT 1"))))
                .isInstanceOf(TransactionMisuse.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void endingATransactionByHandIsRefused() {
        for (String statement : List.of("COMMIT", "  rollback", "-- a comment\nEND", "/* x */ SAVEPOINT s")) {
            assertThat(failureOf(db.atomic(() -> db.execute(Sql.text(statement)))))
                    .isInstanceOf(TransactionMisuse.class)
                    .hasMessageContaining("use atomic");
        }
    }

    // Siblings.

    @Test
    void siblingsInsideATransactionRunOneAfterAnother() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());

        await(db.atomic(() -> Future.join(
                        db.atomic(() -> {
                            order.add("first begins");
                            return insert("a").compose(n -> insert("b")).onSuccess(n -> order.add("first ends"));
                        }),
                        db.atomic(() -> {
                            order.add("second begins");
                            return insert("c").<Long>compose(n -> mistake()).onFailure(n -> order.add("second ends"));
                        }))
                .otherwiseEmpty()));

        assertThat(order).containsExactly("first begins", "first ends", "second begins", "second ends");
        assertThat(entries()).containsExactly("a", "b");
    }

    @Test
    void theParentsStatementsWaitForItsNestedAtomic() {
        await(db.atomic(() -> {
            Future<Long> nested = db.atomic(() -> insert("a").<Long>compose(n -> mistake()));
            Future<Long> own = insert("b");
            return nested.otherwiseEmpty().compose(n -> own);
        }));

        assertThat(entries()).containsExactly("b");
    }

    @Test
    void atomicsBesideEachOtherAreTransactionsOfTheirOwn() {
        failureOf(Future.join(
                db.atomic(() -> insert("a").compose(n -> insert("b"))),
                db.atomic(() -> insert("c").compose(n -> mistake())),
                db.atomic(() -> insert("d"))));

        assertThat(entries()).containsExactly("a", "b", "d");
    }

    @Test
    void anOuterHandleUsedInsideANestedAtomicBelongsToIt() {
        await(db.atomic(outer -> db.atomic(() -> outer.execute(Sql.write("INSERT INTO entry VALUES ('a')"))
                        .compose(n -> mistake()))
                .otherwiseEmpty()
                .compose(n -> insert("b"))));

        assertThat(entries()).containsExactly("b");
    }

    @Test
    void aSecondDatabaseIsNotPartOfTheTransaction() {
        failureOf(db.atomic(() -> insert("a")
                .compose(n -> TestServer.OBSERVER.execute(Sql.write("INSERT INTO entry VALUES ('b')")))
                .compose(n -> mistake())));

        assertThat(entries()).containsExactly("b");
    }

    // Options.

    @Test
    void durableInsideAnotherAtomicIsRefused() {
        assertThat(failureOf(db.atomic(() -> db.atomic(DURABLE, () -> insert("a")))))
                .isInstanceOf(TransactionMisuse.class)
                .hasMessageContaining("durable");
        await(db.atomic(DURABLE, () -> insert("b")));

        assertThat(entries()).containsExactly("b");
    }

    @Test
    void aNestedAtomicCannotAskForMoreIsolation() {
        assertThat(failureOf(db.atomic(() -> db.atomic(SERIALIZABLE, () -> insert("a")))))
                .isInstanceOf(TransactionMisuse.class)
                .hasMessageContaining("SERIALIZABLE");
        await(db.atomic(SERIALIZABLE, () -> db.atomic(REPEATABLE_READ, () -> insert("b"))));

        assertThat(entries()).containsExactly("b");
    }

    @Test
    void aReadOnlyTransactionRefusesChanges() {
        assertThat(failureOf(db.atomic(READ_ONLY, () -> insert("a"))))
                .isInstanceOfSatisfying(
                        StatementFailed.class, e -> assertThat(e.sqlState()).isEqualTo("25006"));
    }

    @Test
    void theIsolationIsTheOneAskedFor() {
        Sql asked = Sql.read("""
                SELECT current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')
                    || ' ' || current_setting('transaction_deferrable')""");

        assertThat(await(db.atomic(() -> db.query(asked, texts())))).containsExactly("read committed off off");
        assertThat(await(db.atomic(REPEATABLE_READ, () -> db.query(asked, texts()))))
                .containsExactly("repeatable read off off");
        assertThat(await(db.atomic(SERIALIZABLE.readOnly().deferrable(), () -> db.query(asked, texts()))))
                .containsExactly("serializable on on");
    }

    @Test
    void aTransactionThatTakesTooLongIsRolledBack() {
        Promise<Void> never = Promise.promise();

        Throwable failure = failureOf(db.atomic(Atomic.DEFAULT.timeout(Duration.ofMillis(200)), () -> insert("a")
                .compose(n -> never.future())));

        assertThat(failure).isInstanceOf(TransactionTimeout.class);
        assertThat(entries()).isEmpty();
    }

    @Test
    void aTransactionThatTakesTooLongEndsItsStatement() {
        Throwable failure = failureOf(db.atomic(
                Atomic.DEFAULT.timeout(Duration.ofMillis(200)), () -> db.execute(Sql.read("SELECT pg_sleep(20)"))));

        assertThat(failure).isInstanceOf(TransactionTimeout.class);
    }

    @Test
    void settingsOfOneStatementEndWithIt() {
        Sql.Options own = new Sql.Options(Duration.ofSeconds(7), java.util.Map.of("enable_seqscan", "off"));
        String asked = "SELECT current_setting('statement_timeout') || current_setting('enable_seqscan')";

        List<String> seen = await(db.atomic(
                () -> db.query(Sql.read(asked).with(own), texts()).compose(inside -> db.query(Sql.read(asked), texts())
                        .map(after -> List.of(inside.get(0), after.get(0))))));

        assertThat(seen).containsExactly("7soff", "30son");
    }

    // Retries.

    /** Two transactions read what the other writes; the second to commit cannot be ordered. */
    private Future<Void> collide(Atomic options, AtomicInteger runs) {
        Sql sum = Sql.read("SELECT sum(amount)::int8 FROM entry");
        AtomicInteger run = new AtomicInteger();
        return db.atomic(options, () -> db.query(sum, longs()).compose(read -> {
            runs.incrementAndGet();
            Future<Void> other = run.getAndIncrement() > 0
                    ? Future.succeededFuture()
                    // Opened from inside, on purpose, on another database object: a transaction of its own.
                    : other().atomic(SERIALIZABLE, tx -> tx.query(sum, longs())
                                    .compose(n -> tx.execute(Sql.write("INSERT INTO entry VALUES ('theirs', 10)"))))
                            .mapEmpty();
            return other.compose(
                            n -> db.execute(Sql.write("INSERT INTO entry VALUES ('ours', $1::int8)", read.get(0) + 1)))
                    .mapEmpty();
        }));
    }

    private static Database other() {
        return TestServer.OBSERVER;
    }

    @Test
    void aSerializationFailureIsRetriedAndSeesWhatTheOtherDid() {
        TestServer.script("INSERT INTO entry VALUES ('start', 1)");
        AtomicInteger runs = new AtomicInteger();

        await(collide(SERIALIZABLE.retries(3), runs));

        assertThat(runs).hasValue(2);
        assertThat(TestServer.number(other(), "SELECT amount FROM entry WHERE name = 'ours'"))
                .isEqualTo(1 + 10 + 1);
    }

    @Test
    void aSerializationFailureIsTheCallersWithoutRetries() {
        TestServer.script("INSERT INTO entry VALUES ('start', 1)");
        AtomicInteger runs = new AtomicInteger();

        assertThat(failureOf(collide(SERIALIZABLE, runs))).isInstanceOf(SerializationFailure.class);
        assertThat(runs).hasValue(1);
        assertThat(entries()).containsExactly("start", "theirs");
    }

    @Test
    void otherErrorsAreNotRetried() {
        AtomicInteger runs = new AtomicInteger();

        assertThat(failureOf(db.atomic(SERIALIZABLE.retries(3), () -> {
                    runs.incrementAndGet();
                    return db.execute(Sql.write("INSERT INTO entry VALUES (NULL)"));
                })))
                .isInstanceOf(NotNullViolation.class);
        assertThat(runs).hasValue(1);
    }

    private Future<Void> lockBoth(String first, String second, List<Promise<Void>> meeting, int me, Atomic options) {
        Sql lock = Sql.lock("SELECT name FROM entry WHERE name = $1::text FOR UPDATE", first);
        Sql change = Sql.write("UPDATE entry SET amount = amount + 1 WHERE name = $1::text", second);
        return db.atomic(options, () -> db.query(lock, texts())
                .compose(n -> {
                    meeting.get(me).tryComplete();
                    return Future.all(meeting.get(0).future(), meeting.get(1).future());
                })
                .compose(n -> db.execute(change))
                .mapEmpty());
    }

    @Test
    void aDeadlockEndsOneOfTheTwoAndItsRetrySucceeds() {
        TestServer.script("INSERT INTO entry VALUES ('a'), ('b')");

        List<Promise<Void>> meeting = List.of(Promise.promise(), Promise.promise());
        Future<Void> one = lockBoth("a", "b", meeting, 0, Atomic.DEFAULT);
        Future<Void> two = lockBoth("b", "a", meeting, 1, Atomic.DEFAULT);
        await(Future.join(one, two).otherwiseEmpty());
        assertThat(one.failed() ^ two.failed()).isTrue();
        assertThat(one.failed() ? one.cause() : two.cause()).isInstanceOf(DeadlockDetected.class);

        List<Promise<Void>> again = List.of(Promise.promise(), Promise.promise());
        await(Future.all(
                lockBoth("a", "b", again, 0, Atomic.DEFAULT.retries(3)),
                lockBoth("b", "a", again, 1, Atomic.DEFAULT.retries(3))));
    }

    // Hooks.

    @Test
    void aHookOutsideATransactionRunsAtOnce() {
        List<String> ran = new ArrayList<>();

        db.onCommit(() -> {
            ran.add("hook");
        });

        assertThat(ran).containsExactly("hook");
    }

    @Test
    void hooksRunInOrderAfterTheCommitAndOutsideTheTransaction() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());

        await(db.atomic(() -> {
            db.onCommit(() -> TestServer.OBSERVER
                    .query(Sql.read("SELECT name FROM entry"), texts())
                    .onSuccess(seen -> ran.add("first sees " + seen)));
            db.onCommit(() -> {
                ran.add("second in " + db.currentTransaction());
            });
            return insert("a").onSuccess(n -> ran.add("body"));
        }));

        assertThat(ran).containsExactly("body", "first sees [a]", "second in null");
    }

    @Test
    void hooksOfASavepointThatWasUndoneAreDropped() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());

        await(db.atomic(() -> {
            db.onCommit(() -> {
                ran.add("outer");
            });
            return db.atomic(() -> {
                        db.onCommit(() -> {
                            ran.add("kept");
                        });
                        return insert("a");
                    })
                    .compose(n -> db.atomic(() -> {
                        db.onCommit(() -> {
                            ran.add("undone");
                        });
                        return mistake();
                    }))
                    .otherwiseEmpty();
        }));

        assertThat(ran).containsExactly("outer", "kept");
    }

    @Test
    void hooksOfATransactionThatWasRolledBackAreDropped() {
        List<String> ran = new ArrayList<>();

        failureOf(db.atomic(() -> {
            db.onCommit(() -> {
                ran.add("hook");
            });
            return mistake();
        }));

        assertThat(ran).isEmpty();
    }

    @Test
    void aFailingHookStopsTheLaterOnesAndTheCallerLearnsThatItWasCommitted() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());

        Throwable failure = failureOf(db.atomic(() -> {
            db.onCommit(() -> {
                throw new IllegalStateException("mail server is down");
            });
            db.onCommit(() -> {
                ran.add("later");
            });
            return insert("a");
        }));

        assertThat(failure)
                .isInstanceOf(HookFailed.class)
                .hasMessageContaining("was committed")
                .hasRootCauseMessage("mail server is down");
        assertThat(ran).isEmpty();
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void aRobustHookThatFailsHurtsNobody() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());

        await(db.atomic(() -> {
            db.onCommitRobust(() -> mistake());
            db.onCommit(() -> {
                ran.add("later");
            });
            return insert("a");
        }));

        assertThat(ran).containsExactly("later");
    }

    // Where code may run.

    @Test
    void theTransactionFollowsItsCodeOverTimersAndStaysOutOfItsCallersContext() {
        Vertx vertx = Vertx.vertx();
        Database own = Database.connect(vertx, TestServer.options().applicationName("transaction-test"));
        Promise<Void> done = Promise.promise();
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        vertx.runOnContext(nothing -> {
            own.atomic(() -> {
                        Promise<Void> later = Promise.promise();
                        vertx.setTimer(1, id -> later.complete());
                        return later.future().compose(n -> {
                            seen.add(own.currentTransaction() != null);
                            return own.execute(Sql.write("INSERT INTO entry VALUES ('a')"))
                                    .mapEmpty();
                        });
                    })
                    .onSuccess(n -> seen.add(own.currentTransaction() != null))
                    .<Void>mapEmpty()
                    .onComplete(done);
            seen.add(own.currentTransaction() != null);
        });

        await(done.future());
        assertThat(seen).containsExactly(false, true, false);
        await(own.close());
        await(vertx.close());
        assertThat(entries()).containsExactly("a");
    }

    @Test
    void aBodyThatReturnsNullFailsAndSaysSo() {
        assertThat(failureOf(db.atomic(() -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("Future");
    }

    @Test
    void anErrorThrownByTheBodyIsNotLost() {
        assertThat(failureOf(db.atomic(() -> {
                    throw new StackOverflowError("mine");
                })))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void nonsenseOptionsAreRefusedAtOnce() {
        assertThatThrownBy(() -> Atomic.DEFAULT.retries(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Atomic.DEFAULT.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
