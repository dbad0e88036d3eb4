package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a SELECT of the caller's own, which also says which of them there are and in which order.
 *
 * @param <R> what a row becomes
 */
public final class RawRows<R> {
    private final Session session;
    private final Sql sql;
    private final Supplier<Function<Row, R>> decoders;

    /** Each result has a decoder of its own: what it makes may belong together. */
    RawRows(Session session, Sql sql, Supplier<Function<Row, R>> decoders) {
        this.session = session;
        this.sql = sql;
        this.decoders = decoders;
    }

    /** All rows. */
    public Future<List<R>> alist() {
        return session.query(sql, RowCollectors.list(decoders.get()));
    }

    /** The only row. Fails with {@code NotFoundException} or {@code MultipleResultsException}. */
    public Future<R> aget() {
        return session.query(sql, RowCollectors.one(decoders.get(), () -> "row of this query"));
    }

    /** The first row that comes, or null. */
    public Future<@Nullable R> afirst() {
        return session.query(sql, RowCollectors.first(decoders.get()));
    }

    /** Hands the rows to {@code each} one by one, waiting for its futures, in memory that does not grow. Returns their number. */
    public Future<Long> astream(Function<R, Future<?>> each) {
        return session.stream(sql, Streaming.FETCH_SIZE, row -> decoders.get().apply(row), each);
    }

    /** The SQL that {@link #alist()} sends. */
    @Override
    public String toString() {
        return sql.text();
    }
}
