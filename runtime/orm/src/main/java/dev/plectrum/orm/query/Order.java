package dev.plectrum.orm.query;

/**
 * A sort key with its direction. Without {@link #nullsFirst()} or {@link #nullsLast()} PostgreSQL's own rule holds: rows without a value
 * come last when ascending and first when descending.
 */
public record Order(Node node, boolean descending, Nulls nulls) implements Orderable {
    /** Where rows without a value go. */
    public enum Nulls {
        /** Last when ascending, first when descending. */
        DEFAULT,
        /** Before all others. */
        FIRST,
        /** After all others. */
        LAST
    }

    /** The same, with rows without a value before all others. */
    public Order nullsFirst() {
        return new Order(node, descending, Nulls.FIRST);
    }

    /** The same, with rows without a value after all others. */
    public Order nullsLast() {
        return new Order(node, descending, Nulls.LAST);
    }

    /** The opposite order, of rows without a value too. */
    public Order reversed() {
        Nulls opposite =
                switch (nulls) {
                    case DEFAULT -> Nulls.DEFAULT;
                    case FIRST -> Nulls.LAST;
                    case LAST -> Nulls.FIRST;
                };
        return new Order(node, !descending, opposite);
    }

    @Override
    public Order order() {
        return this;
    }

    /** Writes what follows the sort key in ORDER BY. */
    public void writeDirection(SqlWriter out) {
        if (descending) {
            out.append(" DESC");
        }
        switch (nulls) {
            case FIRST -> out.append(" NULLS FIRST");
            case LAST -> out.append(" NULLS LAST");
            case DEFAULT -> {}
        }
    }
}
