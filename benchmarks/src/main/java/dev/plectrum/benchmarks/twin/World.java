package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;

/** A row of {@code world}. */
record World(int id, int randomNumber) {
    /** {@code SELECT id, randomnumber}. */
    static World from(Row row) {
        return new World(row.getInteger(0), row.getInteger(1));
    }
}
