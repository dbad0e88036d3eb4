package dev.plectrum.orm.query;

/** A column of true and false. */
public final class BooleanColumn extends BooleanExpression implements Column<Boolean> {
    /** The column of the row that these fields stand for. */
    public BooleanColumn(Fields<?> fields, ColumnDef<Boolean> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
