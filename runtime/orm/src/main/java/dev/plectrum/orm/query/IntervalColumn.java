package dev.plectrum.orm.query;

/** A column of spans of time. */
public final class IntervalColumn<T> extends IntervalExpression<T> implements Column<T> {
    /** The column of the row that these fields stand for. */
    public IntervalColumn(Fields<?> fields, ColumnDef<T> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
