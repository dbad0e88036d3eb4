package dev.plectrum.orm.query;

/** A column of text. */
public final class TextColumn extends TextExpression implements Column<String> {
    /** The column of the row that these fields stand for. */
    public TextColumn(Fields<?> fields, ColumnDef<String> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
