package dev.plectrum.orm.query;

import java.util.List;
import java.util.function.Consumer;

/** A query inside another one, selecting these values, or {@code 1} if there are none. */
public record Nested(Query query, List<Query.Value> values) implements Subselect {
    @Override
    public void write(SqlWriter out) {
        // Only a slice cares which rows come first.
        Query needed = query.isSliced() || !query.distinctOn().isEmpty() ? query : query.unordered();
        out.select(needed, values);
    }

    @Override
    public void columns(Consumer<ColumnNode> sink) {
        for (Query.Filter filter : query.filters()) {
            filter.condition().columns(column -> {
                if (column.path().level() < filter.level()) {
                    sink.accept(column);
                }
            });
        }
        for (Query.Value value : values) {
            value.node().columns(column -> {
                if (column.path().level() < value.level()) {
                    sink.accept(column);
                }
            });
        }
    }

    @Override
    public boolean isEmpty() {
        return query.isEmpty();
    }
}
