package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Atomic;
import dev.plectrum.orm.exec.Database;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@PlectrumTest(schema = TeaSchema.class)
class DatabaseIsolationTest {
    @RepeatedTest(4)
    void eachTestFindsWhatTheSchemaPrepared(Database db) {
        await(Teas.add(db, "Darjeeling"));

        assertThat(await(Teas.all(db))).containsExactly("Assam", "Darjeeling");
    }

    @Test
    void hooksRunAsInTheApplication(Database db) {
        AtomicBoolean committed = new AtomicBoolean();

        await(db.atomic(Atomic.DURABLE, () -> {
            db.onCommit(() -> committed.set(true));
            return Teas.add(db, "Darjeeling");
        }));

        assertThat(committed).isTrue();
    }

    @Nested
    class InANestedClass {
        @BeforeEach
        void add(Database db) {
            await(Teas.add(db, "Ceylon"));
        }

        @Test
        void theDatabaseIsPreparedByTheOuterClass(Database db) {
            assertThat(await(Teas.all(db))).containsExactly("Assam", "Ceylon");
        }
    }

    @Nested
    @PlectrumTest
    class InANestedClassWithItsOwnAnnotation {
        @Test
        void theDatabaseIsItsOwn(Database db) {
            await(db.script("CREATE TABLE tea ()"));
        }
    }
}
