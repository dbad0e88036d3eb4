package dev.plectrum.orm.query;

import java.util.List;
import java.util.function.Consumer;

/** A query inside another one, selecting these values, or {@code 1} if there are none. */
public record Nested(Query query, List<Query.Value> values) implements Subselect {
    @Override
    public void write(SqlWriter out) {
        // Only a slice cares which rows come first, and how often: whoever looks for a value does not count them.
        Query needed = query.isSliced() || !query.distinctOn().isEmpty()
                ? query
                : query.unordered().repeated();
        out.select(needed.unrelated(), values);
    }

    @Override
    public void columns(Consumer<ColumnNode> sink) {
        for (Query.Filter filter : query.filters()) {
            outside(filter.condition(), filter.level(), sink);
        }
        for (Query.Sort sort : query.order()) {
            outside(sort.order().node(), sort.level(), sink);
        }
        for (Query.Value value : query.distinctOn()) {
            outside(value.node(), value.level(), sink);
        }
        for (Query.Value value : values) {
            outside(value.node(), value.level(), sink);
        }
    }

    private static void outside(Node node, int level, Consumer<ColumnNode> sink) {
        node.columns(column -> {
            if (column.path().level() < level) {
                sink.accept(column);
            }
        });
    }

    @Override
    public boolean isEmpty() {
        return query.isEmpty();
    }
}
