package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;

/** A row of {@code author}. */
record Author(long id, String name, String email) {
    /** {@code SELECT id, name, email}. */
    static Author from(Row row) {
        return from(row, 0);
    }

    /** The same three, from this position on. */
    static Author from(Row row, int first) {
        return new Author(row.getLong(first), row.getString(first + 1), row.getString(first + 2));
    }
}
