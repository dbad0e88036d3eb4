package dev.plectrum.orm.query;

import java.time.LocalTime;

/** A column of times of day. */
public final class TimeColumn extends TimeExpression implements Column<LocalTime> {
    /** The column of the row that these fields stand for. */
    public TimeColumn(Fields<?> fields, ColumnDef<LocalTime> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }
}
