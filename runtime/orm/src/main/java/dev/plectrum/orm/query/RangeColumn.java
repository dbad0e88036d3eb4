package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Range;

/** A column of ranges. */
public final class RangeColumn<E extends Comparable<? super E>> extends RangeExpression<E> implements Column<Range<E>> {
    /** The column of the row that these fields stand for. */
    public RangeColumn(Fields<?> fields, ColumnDef<Range<E>> def, DbType<E> element) {
        super(new ColumnNode(fields.path(), def), def.type(), element);
    }
}
