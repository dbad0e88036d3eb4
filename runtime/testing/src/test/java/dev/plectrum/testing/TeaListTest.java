package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// region class
@PlectrumTest(schema = TeaSchema.class, isolation = Isolation.ROLLBACK)
class TeaListTest {
    @BeforeAll
    static void addOnceForAllTests(Database db) {
        await(Teas.add(db, "Ceylon"));
    }

    @Test
    void aNewTeaIsOnTheList(Database db) {
        await(Teas.add(db, "Darjeeling"));

        assertThat(await(Teas.all(db))).containsExactly("Assam", "Ceylon", "Darjeeling");
    }
}
// endregion
