package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;

/** A row of {@code fortune}. */
record Fortune(int id, String message) {
    /** {@code SELECT id, message}. */
    static Fortune from(Row row) {
        return new Fortune(row.getInteger(0), row.getString(1));
    }
}
