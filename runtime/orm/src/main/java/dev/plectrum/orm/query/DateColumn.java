package dev.plectrum.orm.query;

import java.time.LocalDate;

/** A column of dates. */
public final class DateColumn extends DateExpression implements Column<LocalDate> {
    /** The column of the row that these fields stand for. */
    public DateColumn(Fields<?> fields, ColumnDef<LocalDate> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
