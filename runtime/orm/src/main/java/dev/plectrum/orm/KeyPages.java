package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.type.DbType;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds pages by the sort keys of the row before them. The keys travel to the caller and back as a text that anybody may change: it is
 * read as data and bound like any value.
 */
final class KeyPages {
    private KeyPages() {}

    /** The query sorted so that no two rows are equal in it: by the key too, where its own order leaves rows equal. */
    static Query total(Query query, List<ColumnDef<?>> key) {
        List<Query.Sort> order = new ArrayList<>(query.order());
        Path row = new Path.Root(query.table(), 0);
        for (ColumnDef<?> column : key) {
            boolean there = order.stream()
                    .anyMatch(sort -> sort.order().node() instanceof ColumnNode node
                            && node.path() instanceof Path.Root
                            && node.def() == column);
            if (!there) {
                order.add(new Query.Sort(new Order(new ColumnNode(row, column), false, Order.Nulls.DEFAULT), 0));
            }
        }
        for (Query.Sort sort : order) {
            if (!(sort.order().node() instanceof ColumnNode node && node.path() instanceof Path.Root)) {
                throw new IllegalArgumentException(
                        "akeyPage needs an order by columns of " + query.table().modelName() + " itself");
            }
        }
        return query.orderBy(order);
    }

    /** Only the rows after the one with these sort keys. */
    static Query after(Query query, String cursor) {
        List<Query.Sort> order = query.order();
        List<@Nullable String> values = decode(cursor, order.size());
        Condition after = Condition.FALSE;
        Condition equal = Condition.TRUE;
        Path row = new Path.Root(query.table(), 0);
        for (int i = 0; i < order.size(); i++) {
            Order sort = order.get(i).order();
            ColumnNode column = new ColumnNode(row, ((ColumnNode) sort.node()).def());
            after = after.or(equal.and(Condition.sortedAfter(column, values.get(i), sort)));
            equal = equal.and(
                    values.get(i) == null ? Condition.missing(column) : Condition.equalToText(column, values.get(i)));
        }
        return query.filter(after, 0);
    }

    /** The sort keys of a row. */
    static <M> String cursor(Mapping<M, ?, ?> mapping, Query query, M last) {
        JsonArray keys = new JsonArray();
        for (Query.Sort sort : query.order()) {
            ColumnDef<?> column = ((ColumnNode) sort.order().node()).def();
            keys.add(text(column, mapping.value(last, column.index())));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.encode().getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String text(ColumnDef<?> column, @Nullable Object value) {
        return value == null ? null : ((DbType<Object>) column.type()).print(value);
    }

    private static List<@Nullable String> decode(String cursor, int keys) {
        List<@Nullable String> values = new ArrayList<>();
        try {
            JsonArray array = new JsonArray(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            for (int i = 0; i < array.size(); i++) {
                values.add(array.getString(i));
            }
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            throw notACursor(cursor, e);
        }
        if (values.size() != keys) {
            throw notACursor(cursor, null);
        }
        return values;
    }

    /** What asking with somebody's text fails with. */
    static IllegalArgumentException notACursor(String cursor, @Nullable Throwable cause) {
        return new IllegalArgumentException("Not a page of this list: " + cursor, cause);
    }
}
