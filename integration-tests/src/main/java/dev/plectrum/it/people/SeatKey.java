package dev.plectrum.it.people;

/** The key of a {@link Seat}. */
// region key
public record SeatKey(String hall, int number) {}
// endregion
