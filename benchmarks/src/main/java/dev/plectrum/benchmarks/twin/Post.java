package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;

/** A row of {@code post} without its author, of whom it has the key. */
record Post(long id, String title, String body, OffsetDateTime published, long authorId) {
    /** {@code SELECT id, title, body, published, author_id}, perhaps with more behind them. */
    static Post from(Row row) {
        return new Post(row.getLong(0), row.getString(1), row.getString(2), row.getOffsetDateTime(3), row.getLong(4));
    }
}
