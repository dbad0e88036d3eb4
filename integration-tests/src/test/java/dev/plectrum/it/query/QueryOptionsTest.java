package dev.plectrum.it.query;

import static dev.plectrum.orm.query.Functions.raw;
import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.LockTimeout;
import dev.plectrum.orm.error.StatementTimeout;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Query.Lock;
import dev.plectrum.orm.query.Query.Locked;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of one statement alone: its locks, its time, its settings. Needs transactions of its own, so each test has a database. */
@PlectrumTest(schema = QueryOptionsTest.TwoWriters.class)
class QueryOptionsTest {
    /** Two rows. */
    static final class TwoWriters implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(WriterMapping.INSTANCE))
                    .compose(made -> db.script("INSERT INTO writer (name) VALUES ('Ann'), ('Bob')"));
        }
    }

    private Database db;
    private WriterQuerySet writers;

    @BeforeEach
    void sets(Database db) {
        this.db = db;
        writers = new WriterQuerySet(db);
    }

    private static List<String> names(List<Writer> writers) {
        return writers.stream().map(writer -> writer.name).toList();
    }

    /** Runs this while another transaction has locked Ann. */
    private void whileAnnIsLocked(Lock lock, Runnable code) {
        Promise<Void> locked = Promise.promise();
        Promise<Void> over = Promise.promise();
        Future<Void> other = db.atomic(() -> writers.filter(w -> w.name.eq("Ann"))
                .selectForUpdate(lock, Locked.WAIT)
                .alist()
                .compose(rows -> {
                    locked.complete();
                    return over.future();
                }));
        await(locked.future());
        try {
            code.run();
        } finally {
            over.complete();
            await(other);
        }
    }

    private List<String> lock(Lock lock, Locked locked) {
        return names(await(db.atomic(() -> writers.selectForUpdate(lock, locked).alist())));
    }

    @Test
    void rowsThatOthersHaveLockedAreLeftOutOrFailOrDoNotMind() {
        whileAnnIsLocked(Lock.UPDATE, () -> {
            assertThat(lock(Lock.UPDATE, Locked.SKIP)).containsExactly("Bob");
            assertThatThrownBy(() -> lock(Lock.UPDATE, Locked.NOWAIT)).isInstanceOf(LockTimeout.class);
            assertThat(names(await(writers.alist()))).containsExactly("Ann", "Bob");
        });
        whileAnnIsLocked(Lock.NO_KEY_UPDATE, () -> {
            assertThat(lock(Lock.KEY_SHARE, Locked.NOWAIT)).containsExactly("Ann", "Bob");
            assertThatThrownBy(() -> lock(Lock.SHARE, Locked.NOWAIT)).isInstanceOf(LockTimeout.class);
        });
        whileAnnIsLocked(
                Lock.SHARE, () -> assertThat(lock(Lock.SHARE, Locked.NOWAIT)).containsExactly("Ann", "Bob"));
        assertThat(lock(Lock.UPDATE, Locked.NOWAIT)).containsExactly("Ann", "Bob");
    }

    @Test
    void aStatementThatTakesTooLongIsEndedByTheServer() {
        WriterQuerySet slow =
                writers.filter(w -> raw("pg_sleep(20) IS NOT NULL").condition());
        assertThatThrownBy(() -> await(slow.timeout(Duration.ofMillis(50)).alist()))
                .isInstanceOf(StatementTimeout.class);
        assertThatThrownBy(() -> await(slow.timeout(Duration.ofMillis(50)).aupdate(w -> w.age.set(1))))
                .isInstanceOf(StatementTimeout.class);
        assertThatThrownBy(() -> await(slow.timeout(Duration.ofNanos(1)).alist()))
                .isInstanceOf(StatementTimeout.class);
        assertThat(await(writers.timeout(Duration.ofSeconds(Long.MAX_VALUE)).acount()))
                .isEqualTo(2);
        assertThatThrownBy(() -> writers.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThat(await(writers.timeout(Duration.ofSeconds(20)).acount())).isEqualTo(2);
        assertThat(await(writers.filter(w -> w.age.isNull()).acount())).isEqualTo(2);
    }

    private Future<@Nullable String> setting(Function<WriterQuerySet, WriterQuerySet> with, String name) {
        return with.apply(writers)
                .limit(1)
                .values(w -> raw("current_setting('" + name + "')").text())
                .alist()
                .map(values -> values.get(0));
    }

    @Test
    void aSettingHoldsForItsStatementAloneAlsoInATransaction() {
        Function<WriterQuerySet, WriterQuerySet> hinted =
                w -> w.hint("enable_seqscan", "off").hint("work_mem", "1234kB");
        assertThat(await(setting(hinted, "enable_seqscan"))).isEqualTo("off");
        assertThat(await(setting(hinted, "work_mem"))).isEqualTo("1234kB");
        assertThat(await(setting(w -> w, "enable_seqscan"))).isEqualTo("on");
        assertThat(await(setting(w -> w.timeout(Duration.ofMillis(54321)), "statement_timeout")))
                .isEqualTo("54321ms");
        List<@Nullable String> seen = await(db.atomic(() -> setting(hinted, "enable_seqscan")
                .compose(first -> setting(w -> w, "enable_seqscan").map(second -> List.of(first, second)))));
        assertThat(seen).containsExactly("off", "on");
    }

    @Test
    void aHintIsACommentAtTheBeginning() {
        WriterQuerySet hinted = writers.hint("SeqScan(t0)").hint("Rows(t0 #5)");
        assertThat(hinted.toString()).startsWith("/*+ SeqScan(t0) Rows(t0 #5) */ SELECT t0.id");
        assertThat(await(hinted.acount())).isEqualTo(2);
        assertThat(await(hinted.filter(w -> w.name.eq("Ann")).aupdate(w -> w.age.set(3))))
                .isEqualTo(1);
    }

    @Test
    void whatIsAskedOfATransactionIsPartOfIt() {
        Future<Long> inside = db.atomic(tx -> writers.using(tx)
                .acreate(w -> w.name("Cid"))
                .compose(created -> writers.using(tx).acount())
                .compose(count -> Future.failedFuture("rolled back after " + count)));
        assertThatThrownBy(() -> await(inside)).hasMessageContaining("rolled back after 3");
        assertThat(await(writers.acount())).isEqualTo(2);
    }
}
