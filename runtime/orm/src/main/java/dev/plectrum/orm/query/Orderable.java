package dev.plectrum.orm.query;

/** Something rows can be sorted by: an expression, ascending, or an {@link Order}. */
public interface Orderable {
    /** What to sort by, and in which direction. */
    Order order();
}
