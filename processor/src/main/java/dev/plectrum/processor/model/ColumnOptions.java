package dev.plectrum.processor.model;

/**
 * What {@code @Column} says besides the column's name, as it was written: whether it fits is for validation to say.
 *
 * @param maxLength 0 if it says nothing
 * @param precision 0 if it says nothing
 * @param scale 0 if it says nothing
 * @param unique whether no two rows have the same value
 * @param index whether the column has an index of its own
 * @param dbDefault the DEFAULT in SQL, or empty
 * @param comment or empty
 * @param collation or empty
 * @param places where each of these is written
 */
public record ColumnOptions(
        int maxLength,
        int precision,
        int scale,
        boolean unique,
        boolean index,
        String dbDefault,
        String comment,
        String collation,
        Places places) {
    /** Nothing said. */
    public static final ColumnOptions NONE = new ColumnOptions(0, 0, 0, false, false, "", "", "", Places.NONE);

    /** Nothing said but the DEFAULT. */
    ColumnOptions withDefault(String sql) {
        return new ColumnOptions(maxLength, precision, scale, unique, index, sql, comment, collation, places);
    }
}
