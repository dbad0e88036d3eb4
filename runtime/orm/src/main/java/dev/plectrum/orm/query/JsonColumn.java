package dev.plectrum.orm.query;

/** A column of JSON documents. */
public final class JsonColumn<T> extends JsonExpression<T> implements Column<T> {
    /** The column of the row that these fields stand for. */
    public JsonColumn(Fields<?> fields, ColumnDef<T> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
