package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.sql.Statements;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query set's rows with some of their fields only.
 *
 * @param <M> the model
 * @param <F> its generated {@code …Fields}
 */
public final class Partials<M, F extends Fields<F>> {
    private final Session session;
    private final Mapping<M, F, ?> mapping;
    private final Query query;
    private final List<ColumnDef<?>> columns;

    Partials(Session session, Mapping<M, F, ?> mapping, Query query, List<ColumnDef<?>> columns) {
        this.session = session;
        this.mapping = mapping;
        this.query = query;
        this.columns = columns;
    }

    /** All rows. */
    public Future<List<Partial<M, F>>> alist() {
        if (query.isEmpty()) {
            return Future.succeededFuture(new ArrayList<>());
        }
        return session.query(Statements.selectColumns(query, columns), RowCollectors.list(this::decode));
    }

    /** The first row, or null; of a query set without order, that with the smallest key. */
    public Future<@Nullable Partial<M, F>> afirst() {
        Query one = query.orderedOrBy(mapping.byKey(), "afirst").slice(0, 1);
        if (one.isEmpty()) {
            return Future.succeededFuture(null);
        }
        return session.query(Statements.selectColumns(one, columns), RowCollectors.first(this::decode));
    }

    /** Hands the rows to {@code each} one by one, waiting for its futures, in memory that does not grow. Returns their number. */
    public Future<Long> astream(Function<Partial<M, F>, Future<?>> each) {
        if (query.isEmpty()) {
            return Future.succeededFuture(0L);
        }
        return session.stream(Statements.selectColumns(query, columns), Streaming.FETCH_SIZE, this::decode, each);
    }

    private Partial<M, F> decode(Row row) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).type().decode(row, i);
        }
        return new Partial<>(mapping, columns, values);
    }

    /** The SQL that {@link #alist()} sends. */
    @Override
    public String toString() {
        return Statements.selectColumns(query, columns).text();
    }
}
