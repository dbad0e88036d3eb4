package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.TransactionAborted;
import dev.plectrum.orm.error.TransactionMisuse;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Atomic;
import dev.plectrum.orm.exec.Database;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@PlectrumTest(schema = TeaSchema.class, isolation = Isolation.ROLLBACK)
class RollbackIsolationTest {
    @BeforeAll
    static void addOnceForAllTests(Database db) {
        await(Teas.add(db, "Ceylon"));
    }

    @BeforeEach
    void addForEachTest(Database db) {
        await(Teas.add(db, "Darjeeling"));
    }

    @RepeatedTest(4)
    void whatATestWritesIsGoneAfterIt(Database db) {
        await(Teas.add(db, "Earl Grey"));

        assertThat(await(Teas.all(db))).containsExactly("Assam", "Ceylon", "Darjeeling", "Earl Grey");
    }

    @AfterAll
    static void onlyWhatWasWrittenForAllIsLeft(Database db) {
        assertThat(await(Teas.all(db))).containsExactly("Assam", "Ceylon");
    }

    @Test
    void whatFollowsFromAFutureIsPartOfTheTransaction(Database db) {
        await(Teas.add(db, "Green")
                .compose(added -> Teas.add(db, "Jasmine"))
                .compose(added -> Future.all(Teas.add(db, "Keemun"), Teas.add(db, "Lapsang"))));

        assertThat(await(Teas.all(db))).hasSize(7);
    }

    @Test
    void anAtomicSurvivesAFailedStatement(Database db) {
        assertThatThrownBy(() -> await(db.atomic(() -> Teas.add(db, "Assam")))).isInstanceOf(UniqueViolation.class);

        assertThat(await(Teas.all(db))).containsExactly("Assam", "Ceylon", "Darjeeling");
    }

    @Test
    void aFailedStatementOutsideAnAtomicEndsTheTest(Database db) {
        assertThatThrownBy(() -> await(Teas.add(db, "Assam"))).isInstanceOf(UniqueViolation.class);

        assertThatThrownBy(() -> await(Teas.all(db))).isInstanceOf(TransactionAborted.class);
    }

    @Test
    void commitHooksDoNotRun(Database db) {
        AtomicBoolean committed = new AtomicBoolean();

        await(db.atomic(() -> {
            db.onCommit(() -> committed.set(true));
            return Teas.add(db, "Green");
        }));

        assertThat(committed).isFalse();
    }

    @Test
    void aDurableAtomicIsRefused(Database db) {
        assertThatThrownBy(() -> await(db.atomic(Atomic.DURABLE, () -> Teas.add(db, "Green"))))
                .isInstanceOf(TransactionMisuse.class);
    }
}
