package dev.plectrum.it.people;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.KeyRef;
import org.jspecify.annotations.Nullable;

/** Refers to a key of two columns. */
// region model
@Model(ordering = "id")
public class Ticket {
    @Id
    Long id;

    String title;

    @ForeignKey(onDelete = OnDelete.CASCADE)
    KeyRef<Seat, SeatKey> seat;

    @ForeignKey(
            onDelete = OnDelete.SET_NULL,
            columns = {"spare_hall", "spare_no"})
    @Nullable KeyRef<Seat, SeatKey> spare;
}
// endregion
