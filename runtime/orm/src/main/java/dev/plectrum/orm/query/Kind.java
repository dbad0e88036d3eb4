package dev.plectrum.orm.query;

/** Which rows of a table that several models share are one model's own. */
public final class Kind {
    private final ColumnDef<String> column;
    private final String value;
    private final String is;

    /** The rows in which the column has this value. */
    public Kind(ColumnDef<String> column, String value) {
        this.column = column;
        this.value = value;
        this.is = column.sqlName() + " = '" + value.replace("'", "''") + "'";
    }

    /** What the column says. */
    public String value() {
        return value;
    }

    /** That a row is one of them, in SQL. The value is a constant, so that PostgreSQL uses partial indexes. */
    public String is() {
        return is;
    }

    /** The column. */
    public ColumnDef<String> column() {
        return column;
    }

    /** That the row at the end of this path is one of them. */
    public Condition of(Path row) {
        return new Condition.Comparison(
                new ColumnNode(row, column), "=", new ValueNode.Name("'" + value.replace("'", "''") + "'"));
    }

    @Override
    public String toString() {
        return column + " " + value;
    }
}
