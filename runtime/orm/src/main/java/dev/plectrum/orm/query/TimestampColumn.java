package dev.plectrum.orm.query;

/** A column of dates with times. */
public final class TimestampColumn<T> extends TimestampExpression<T> implements Column<T> {
    /** The column of the row that these fields stand for. */
    public TimestampColumn(Fields<?> fields, ColumnDef<T> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
