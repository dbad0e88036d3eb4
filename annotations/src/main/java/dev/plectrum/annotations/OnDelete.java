package dev.plectrum.annotations;

/** What becomes of rows whose target is deleted. */
public enum OnDelete {
    /** They are deleted with it. */
    CASCADE,
    /** The deletion fails while there are any. */
    PROTECT,
    /** The deletion fails unless the same deletion reaches them by another way. */
    RESTRICT,
    /** Their reference becomes null. */
    SET_NULL,
    /** Their reference becomes the column's default. */
    SET_DEFAULT,
    /** Their reference becomes a value: {@code @ForeignKey(onDelete = SET_VALUE, set = "1")}. */
    SET_VALUE,
    /** Nothing is done; the database decides. */
    DO_NOTHING,
    /** {@code ON DELETE CASCADE}: the database deletes them. */
    DB_CASCADE,
    /** {@code ON DELETE SET NULL}. */
    DB_SET_NULL,
    /** {@code ON DELETE SET DEFAULT}. */
    DB_SET_DEFAULT
}
