package dev.plectrum.orm.query;

/** A column of values that are compared as a whole. */
public final class ValueColumn<T> extends ValueExpression<T> implements Column<T> {
    /** The column of the row that these fields stand for. */
    public ValueColumn(Fields<?> fields, ColumnDef<T> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
