package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Nested;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Selection;
import dev.plectrum.orm.query.Subselect;
import dev.plectrum.orm.query.ValueExpression;
import dev.plectrum.orm.sql.Statements;
import dev.plectrum.orm.type.DbType;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of each row of a query set: to be fetched, or to be compared with inside another query.
 *
 * @param <T> the value's Java type
 */
public final class Values<T> implements Selection<T> {
    private final Session session;
    private final Query query;
    private final Query.Value value;
    private final DbType<T> type;

    Values(Session session, Query query, Query.Value value, DbType<T> type) {
        this.session = session;
        this.query = query;
        this.value = value;
        this.type = type;
    }

    /** Each value once. The model's own order is dropped; one that the query set names stays, and its values are told apart too. */
    public Values<T> distinct() {
        return new Values<>(session, query.distinctValues(), value, type);
    }

    /** The values of all rows, in their order; null where a row has none. */
    public Future<List<@Nullable T>> alist() {
        if (query.isEmpty()) {
            return Future.succeededFuture(new ArrayList<>());
        }
        return session.query(
                Statements.selectValue(query, value, type.readCast()), RowCollectors.list(row -> type.decode(row, 0)));
    }

    /** The value of the first row as an expression inside another query; nothing if there is no row. */
    public ValueExpression<T> scalar() {
        return ValueExpression.of(new Nested(query.slice(0, 1), List.of(value)), type);
    }

    @Override
    public Subselect subselect() {
        return new Nested(query, List.of(value));
    }

    /** The SQL that {@link #alist()} sends. */
    @Override
    public String toString() {
        return Statements.selectValue(query, value, type.readCast()).text();
    }
}
