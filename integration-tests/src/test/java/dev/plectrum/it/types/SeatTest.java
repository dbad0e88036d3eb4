package dev.plectrum.it.types;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are known by several columns at once. */
@PlectrumTest
class SeatTest {
    private SeatQuerySet seats;

    @BeforeEach
    void createSeats(Database db) {
        await(db.createSchema(List.of(SeatMapping.INSTANCE)));
        seats = new SeatQuerySet(db);
        await(seats.abulkCreate(List.of(
                new Seat("A", 1, "free", null), new Seat("A", 2, "free", "Ada"), new Seat("B", 1, "free", null))));
    }

    @Test
    void aRowIsTheOneWithAllPartsOfTheKey() {
        assertThat(await(seats.aget("A", 2)).guest()).isEqualTo("Ada");
        assertThat(await(seats.acontains(new Seat("B", 1, "taken", "whoever")))).isTrue();
        assertThat(await(seats.acontains(new Seat("B", 2, "free", null)))).isFalse();
        assertThatThrownBy(() -> await(seats.aget("B", 2))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void savingAnotherKeyWritesAnotherRow() {
        Seat moved = new Seat("C", 9, "taken", "Ada");
        await(seats.asave(moved));
        assertThat(await(seats.aget("C", 9))).isEqualTo(moved);
        assertThat(await(seats.aget("A", 2)).guest()).isEqualTo("Ada");
        assertThat(await(seats.acount())).isEqualTo(4);
    }

    @Test
    void manyRowsAreChangedAndDeletedByTheirWholeKeys() {
        List<Seat> changed = List.of(new Seat("A", 1, "taken", "Bob"), new Seat("B", 1, "taken", "Cy"));
        assertThat(await(seats.abulkUpdate(changed, s -> s.guest))).isEqualTo(2);
        assertThat(await(seats.orderBy(s -> s.row.asc(), s -> s.number.asc()).alist()))
                .containsExactly(
                        new Seat("A", 1, "free", "Bob"),
                        new Seat("A", 2, "free", "Ada"),
                        new Seat("B", 1, "free", "Cy"));
        await(seats.adelete(changed.get(0)));
        assertThat(await(seats.filter(s -> s.row.eq("A")).alist())).containsExactly(new Seat("A", 2, "free", "Ada"));
        assertThat(await(seats.filter(s -> s.number.eq(1)).adelete()).total()).isEqualTo(1);
    }

    @Test
    void theOrderOfTheKeyIsTheOrderOfTheRowsThatHaveNone() {
        assertThat(await(seats.afirst())).isEqualTo(new Seat("A", 1, "free", null));
        assertThat(await(seats.alast())).isEqualTo(new Seat("B", 1, "free", null));
    }
}
