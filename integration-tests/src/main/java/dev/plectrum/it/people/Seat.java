package dev.plectrum.it.people;

import dev.plectrum.annotations.ForeignKey;
import dev.plectrum.annotations.Id;
import dev.plectrum.annotations.Model;
import dev.plectrum.annotations.OnDelete;
import dev.plectrum.annotations.Reverse;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;
import org.jspecify.annotations.Nullable;

/** Has a key of two columns. */
@Model(ordering = {"hall", "number"})
public class Seat {
    @Id
    String hall;

    @Id(source = Id.Source.ASSIGNED)
    int number;

    boolean window;

    @ForeignKey(onDelete = OnDelete.SET_NULL)
    @Nullable KeyRef<Seat, SeatKey> neighbour;

    @Reverse("seat")
    Many<Ticket> tickets;
}
