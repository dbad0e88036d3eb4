package notes;

import static dev.plectrum.testing.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// region test
@PlectrumTest
class NoteTest {
    @BeforeEach
    void createTables(Database db) {
        await(db.createSchema(Models.ALL));
    }

    @Test
    void aNoteIsOpenUntilItIsDone(Database db) {
        NoteQuerySet notes = new NoteQuerySet(db);
        Note milk = await(notes.acreate(n -> n.text("Buy milk")));
        NoteQuerySet open = notes.filter(n -> n.done.isFalse());
        assertEquals(1, await(open.acount()));

        await(notes.filter(n -> n.id.eq(milk.id)).aupdate(n -> n.done.set(true)));
        assertFalse(await(open.aexists()));
    }
}
// endregion
