package dev.plectrum.orm.schema;

/** Where a column's values come from when a row leaves it out. */
public sealed interface ColumnValue {
    /** From whoever writes the row. */
    ColumnValue GIVEN = new Given();

    /** From a sequence, unless the row has a value. */
    ColumnValue IDENTITY = new Identity();

    /** From whoever writes the row. */
    record Given() implements ColumnValue {}

    /** From a sequence, unless the row has a value. */
    record Identity() implements ColumnValue {}

    /** The DEFAULT, in SQL. */
    record Default(String sql) implements ColumnValue {}

    /**
     * Always computed from the row.
     *
     * @param sql the expression over columns
     * @param stored whether the value is stored; otherwise it is computed when read, which PostgreSQL can from version 18 on
     */
    record Generated(String sql, boolean stored) implements ColumnValue {}
}
