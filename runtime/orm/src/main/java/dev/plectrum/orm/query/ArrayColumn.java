package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;

/** A column of arrays. */
public final class ArrayColumn<L, E> extends ArrayExpression<L, E> implements Column<L> {
    /** The column of the row that these fields stand for. */
    public ArrayColumn(Fields<?> fields, ColumnDef<L> def, DbType<E> element) {
        super(new ColumnNode(fields.path(), def), def.type(), element);
    }
}
