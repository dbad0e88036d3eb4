package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@PlectrumTest(schema = TeaSchema.class, isolation = Isolation.CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.SAME_THREAD)
class ClassIsolationTest {
    @Test
    @Order(1)
    void aFirstStepWrites(Database db) {
        await(Teas.add(db, "Darjeeling"));
    }

    @Test
    @Order(2)
    void aSecondStepFindsIt(Database db) {
        assertThat(await(Teas.all(db))).containsExactly("Assam", "Darjeeling");
    }
}
