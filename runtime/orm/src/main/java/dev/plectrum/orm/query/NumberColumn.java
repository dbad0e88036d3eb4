package dev.plectrum.orm.query;

/** A column of numbers. */
public final class NumberColumn<N extends Number> extends NumberExpression<N> implements Column<N> {
    /** The column of the row that these fields stand for. */
    public NumberColumn(Fields<?> fields, ColumnDef<N> def) {
        super(new ColumnNode(fields.path(), def), def.type());
    }

    /** Set to a whole number, in an update. Throws where the column's type cannot hold it. */
    public Assignment set(long value) {
        if (!Literals.fits(type(), value) && !type().name().startsWith("float")) {
            throw new IllegalArgumentException(this + ".set(" + value + "): " + type().name() + " cannot hold that");
        }
        return new Assignment(own(), Literals.number(type(), value));
    }
}
