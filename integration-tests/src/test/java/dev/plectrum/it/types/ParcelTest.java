package dev.plectrum.it.types;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.CheckViolation;
import dev.plectrum.orm.error.ExclusionViolation;
import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.type.Range;
import dev.plectrum.testing.PlectrumTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys, accessors, embedded values, versions and constraints of generated models, as a real server sees them. */
@PlectrumTest
class ParcelTest {
    private static ParcelQuerySet parcels(Database db) {
        await(db.createSchema(List.of(ParcelMapping.INSTANCE, SeatMapping.INSTANCE)));
        return new ParcelQuerySet(db);
    }

    private static ParcelDraft draft(ParcelDraft parcel, String code, int place) {
        return parcel.code(code)
                .weight(3)
                .shelf(7)
                .place(place)
                .sent(false)
                .during(Range.closedOpen(place, place + 1))
                .box(new Parcel.Box("red", null));
    }

    @Test
    void whatTheModelLeavesOutIsDecidedByTheDatabaseTheClockAndUs(Database db) {
        ParcelQuerySet parcels = parcels(db);
        Parcel first = await(parcels.acreate(p -> draft(p, "a", 1)));
        Parcel second = await(parcels.acreate(p -> draft(p, "b", 2)));
        assertThat(first.state).isEqualTo("new");
        assertThat(first.effort).isEqualTo(21);
        assertThat(first.created).isNotNull();
        assertThat(first.key.version()).isEqualTo(7);
        assertThat(Stream.of(first.key, second.key).map(UUID::toString)).isSorted();

        Parcel again = await(parcels.aget(first.key));
        assertThat(again.getCode()).isEqualTo("a");
        assertThat(again.weight()).isEqualTo(3);
        assertThat(again.isSent()).isFalse();
        assertThat(again.box).isEqualTo(new Parcel.Box("red", null));
        assertThat(again.spare).isNull();
        assertThat(again.created).isEqualTo(first.created);
        assertThat(await(parcels.filter(p -> p.box.colour.eq("red")).acount())).isEqualTo(2);
    }

    @Test
    void ofTwoWhoSaveTheSameVersionTheSecondIsTold(Database db) {
        ParcelQuerySet parcels = parcels(db);
        Parcel mine = await(parcels.acreate(p -> draft(p, "a", 1)));
        Parcel theirs = await(parcels.aget(mine.key));
        theirs.weight(5);
        theirs.spare = new Parcel.Box("blue", 4);
        await(parcels.asave(theirs));
        mine.weight(4);
        assertThatThrownBy(() -> await(parcels.asave(mine))).isInstanceOf(StaleObjectException.class);
        Parcel kept = await(parcels.aget(mine.key));
        assertThat(kept.weight()).isEqualTo(5);
        assertThat(kept.effort).isEqualTo(35);
        assertThat(kept.spare).isEqualTo(new Parcel.Box("blue", 4));
    }

    @Test
    void everyConstraintHoldsOnTheServer(Database db) {
        ParcelQuerySet parcels = parcels(db);
        await(parcels.acreate(p -> draft(p, "a", 1)));
        assertThatThrownBy(() -> await(parcels.acreate(p -> draft(p, "b", 2).weight(0))))
                .isInstanceOf(CheckViolation.class);
        assertThatThrownBy(() -> await(parcels.acreate(p -> draft(p, "b", 1).during(Range.empty()))))
                .as("two parcels in one place")
                .isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> await(parcels.acreate(p -> draft(p, "b", 2).during(Range.closed(1, 3)))))
                .as("two parcels at one time")
                .isInstanceOf(ExclusionViolation.class);
        await(parcels.acreate(p -> draft(p, "x", 3).sent(true).during(Range.empty())));
        assertThatThrownBy(() ->
                        await(parcels.acreate(p -> draft(p, "X", 4).sent(true).during(Range.empty()))))
                .as("two sent parcels of one code, whatever its case")
                .isInstanceOf(UniqueViolation.class);
        // This one is judged at the end of the transaction, and by then there is nothing to say against it.
        await(db.atomic(() -> parcels.acreate(p -> draft(p, "a", 5))
                .compose(parcel -> parcels.filter(p -> p.key.eq(parcel.key)).aupdate(p -> p.code.set("c")))));
        assertThat(await(parcels.acount())).isEqualTo(3);
    }

    @Test
    void aRecordIsFoundByAllOfItsKeyAndTakesTheDatabasesDefault(Database db) {
        parcels(db);
        SeatQuerySet seats = new SeatQuerySet(db);
        Seat free = await(seats.acreate(s -> s.row("A").number(1)));
        assertThat(free).isEqualTo(new Seat("A", 1, "free", null));
        await(seats.acreate(s -> s.row("A").number(2).guest("Ada")));
        assertThat(await(seats.aget("A", 2)).guest()).isEqualTo("Ada");
        assertThatThrownBy(() -> await(seats.acreate(s -> s.row("A").number(2))))
                .isInstanceOf(UniqueViolation.class);
        assertThat(await(seats.asave(new Seat("A", 1, "taken", "Bob")))).isEqualTo(new Seat("A", 1, "taken", "Bob"));
        await(seats.adelete(free));
        assertThat(await(seats.acount())).isEqualTo(1);
    }
}
