package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.type.DbType;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a key or of a reference to one, in SQL that is written without a query. A key is the value of the only column, or the
 * list of the values of several.
 */
record KeyColumns(List<ColumnDef<?>> columns) {
    static KeyColumns of(Mapping<?, ?, ?> mapping) {
        return new KeyColumns(mapping.key());
    }

    /** The values of a key, one a column. */
    List<?> values(Object key) {
        return columns.size() == 1 ? List.of(key) : (List<?>) key;
    }

    /** {@code author_id} or {@code order_id, line}. */
    String names() {
        return columns.stream().map(ColumnDef::sqlName).collect(Collectors.joining(", "));
    }

    /** The columns as they can be decoded. */
    String selected() {
        return columns.stream()
                .map(column -> column.sqlName() + column.type().readCast())
                .collect(Collectors.joining(", "));
    }

    /** {@code author_id = $1::int8}, for SET. */
    String set(Object key, List<@Nullable Object> binds) {
        return equal(key, binds, ", ");
    }

    /** {@code author_id = $1::int8}, for WHERE. */
    String is(Object key, List<@Nullable Object> binds) {
        return equal(key, binds, " AND ");
    }

    private String equal(Object key, List<@Nullable Object> binds, String between) {
        List<String> parts = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            ColumnDef<?> column = columns.get(i);
            binds.add(encode(column, values(key).get(i)));
            parts.add(column.sqlName() + " = $" + binds.size() + column.type().bindCast());
        }
        return String.join(between, parts);
    }

    /** {@code author_id = ANY($1::int8[])}. */
    String isOneOf(Collection<?> keys, List<@Nullable Object> binds) {
        return among(keys, binds, " = ANY(", " IN (");
    }

    /** {@code author_id <> ALL($1::int8[])}. */
    String isNoneOf(Collection<?> keys, List<@Nullable Object> binds) {
        return among(keys, binds, " <> ALL(", " NOT IN (");
    }

    private String among(Collection<?> keys, List<@Nullable Object> binds, String array, String rows) {
        if (columns.size() > 1) {
            return tuple() + rows + unnested(keys, binds) + ")";
        }
        ColumnDef<?> column = columns.get(0);
        binds.add(array(column, keys));
        return column.sqlName() + array + "$" + binds.size() + column.type().arrayCast() + ")";
    }

    /** {@code author_id IN (SELECT …)}. */
    String isIn(String select) {
        return tuple() + " IN (" + select + ")";
    }

    private String tuple() {
        return columns.size() == 1 ? names() : "(" + names() + ")";
    }

    /** {@code SELECT u.c1, u.c2 FROM unnest($1::int8[], $2::text[]) AS u(c1, c2)}: the keys as rows. */
    String unnested(Collection<?> keys, List<@Nullable Object> binds) {
        List<String> elements = new ArrayList<>();
        List<String> arrays = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            DbType<?> type = columns.get(i).type();
            binds.add(array(
                    columns.get(i),
                    keys.stream().map(key -> values(key).get(at)).toList()));
            names.add("c" + (i + 1));
            elements.add("u.c" + (i + 1) + type.bulkElementCast());
            arrays.add("$" + binds.size() + type.bulkCast());
        }
        return "SELECT " + String.join(", ", elements) + " FROM unnest(" + String.join(", ", arrays) + ") AS u("
                + String.join(", ", names) + ")";
    }

    /** The key that stands at a position of a row; null if a part of it is missing. */
    @Nullable Object decode(Row row, int at) {
        if (columns.size() == 1) {
            return columns.get(0).type().decode(row, at);
        }
        List<Object> parts = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object part = columns.get(i).type().decode(row, at + i);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    /** The key that stands at a position of a row that has one. */
    Object read(Row row, int at) {
        return Objects.requireNonNull(decode(row, at));
    }

    /** The keys as one array, where they are of one column. */
    Object array(Collection<?> keys) {
        return array(columns.get(0), keys);
    }

    @SuppressWarnings("unchecked") // a key's parts are of their columns' types
    static @Nullable Object encode(ColumnDef<?> column, Object value) {
        return ((ColumnDef<Object>) column).encode(value);
    }

    @SuppressWarnings("unchecked") // a key's parts are of their columns' types
    private static Object array(ColumnDef<?> column, Collection<?> values) {
        return ((ColumnDef<Object>) column).encodeArray(values);
    }
}
