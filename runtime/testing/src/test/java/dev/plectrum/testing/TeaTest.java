package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import org.junit.jupiter.api.Test;

// region class
@PlectrumTest(schema = TeaSchema.class)
class TeaTest {
    @Test
    void aNewTeaIsOnTheList(Database db) {
        await(Teas.add(db, "Darjeeling"));

        assertThat(await(Teas.all(db))).containsExactly("Assam", "Darjeeling");
    }
}
// endregion
