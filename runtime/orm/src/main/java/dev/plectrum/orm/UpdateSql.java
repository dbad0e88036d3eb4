package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Kind;
import java.util.ArrayList;
import java.util.List;

/** Updates that the processor did not write down: of some columns of a row, or of many rows at once. */
final class UpdateSql {
    private UpdateSql() {}

    // UPDATE product
    // SET price = $1::numeric, version = version + 1
    // WHERE id = $2::int8 AND version = $3::int4
    // RETURNING id, version
    /** Sets these columns of the row with a key, unless its version is another; one bind a column, then the key, then the version. */
    static String one(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> set) {
        StringBuilder sql =
                new StringBuilder("UPDATE ").append(mapping.sqlName()).append("\nSET ");
        int bind = 0;
        for (int i = 0; i < set.size(); i++) {
            ColumnDef<?> column = set.get(i);
            sql.append(i > 0 ? ", " : "").append(column.sqlName()).append(" = ");
            if (column.isVersion()) {
                sql.append(column.sqlName()).append(" + 1");
            } else {
                sql.append('$').append(++bind).append(column.type().bindCast());
            }
        }
        if (set.isEmpty()) {
            // Nothing to set, but the row must be there and what it returns is wanted.
            ColumnDef<?> key = mapping.key().get(0);
            sql.append(key.sqlName()).append(" = ").append(key.sqlName());
        }
        String before = "\nWHERE ";
        for (ColumnDef<?> column : seen(mapping)) {
            sql.append(before).append(column.sqlName());
            sql.append(" = $").append(++bind).append(column.type().bindCast());
            before = " AND ";
        }
        Kind kind = mapping.kind();
        if (kind != null) {
            sql.append(" AND ").append(kind.is());
        }
        return sql.append(InsertSql.returning(mapping)).toString();
    }

    /** The columns by which a row is found as somebody has seen it: its key, and its version. */
    private static List<ColumnDef<?>> seen(Mapping<?, ?, ?> mapping) {
        List<ColumnDef<?>> seen = new ArrayList<>(mapping.key());
        seen.addAll(mapping.versions());
        return seen;
    }

    /** The columns that an update of many rows takes as arrays: those by which rows are found, and those it sets. */
    static List<ColumnDef<?>> arrays(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> set) {
        List<ColumnDef<?>> arrays = seen(mapping);
        arrays.addAll(set);
        return arrays;
    }

    // UPDATE product t0
    // SET price = u.c3, version = t0.version + 1, updated_at = $4::timestamptz
    // FROM unnest($1::int8[], $2::int4[], $3::numeric[]) WITH ORDINALITY AS u(c1, c2, c3, place)
    // WHERE t0.id = u.c1 AND t0.version = u.c2
    // RETURNING t0.id, t0.version, u.place
    /**
     * Sets these columns of many rows, found as by {@link #one}; an array for each of {@link #arrays}, then one bind for each column that is
     * set to the present. Where rows have versions, what the database decided comes back, and the row's place in the arrays after it.
     */
    static String many(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> set) {
        List<ColumnDef<?>> arrays = arrays(mapping, set);
        int seen = arrays.size() - set.size();
        StringBuilder sql =
                new StringBuilder("UPDATE ").append(mapping.sqlName()).append(" t0\nSET ");
        String before = "";
        for (int i = seen; i < arrays.size(); i++) {
            sql.append(before).append(arrays.get(i).sqlName()).append(" = ").append(element(arrays, i));
            before = ", ";
        }
        for (ColumnDef<?> column : mapping.versions()) {
            sql.append(before).append(column.sqlName());
            sql.append(" = t0.").append(column.sqlName()).append(" + 1");
            before = ", ";
        }
        int bind = arrays.size();
        for (ColumnDef<?> column : mapping.times()) {
            sql.append(before).append(column.sqlName());
            sql.append(" = $").append(++bind).append(column.type().bindCast());
            before = ", ";
        }
        boolean counted = !mapping.versions().isEmpty();
        sql.append("\nFROM ").append(InsertSql.unnest(arrays, counted));
        before = "\nWHERE t0.";
        for (int i = 0; i < seen; i++) {
            sql.append(before).append(arrays.get(i).sqlName()).append(" = ").append(element(arrays, i));
            before = " AND t0.";
        }
        Kind kind = mapping.kind();
        if (kind != null) {
            sql.append(" AND t0.").append(kind.is());
        }
        return counted ? sql.append(returning(mapping)).toString() : sql.toString();
    }

    private static String element(List<ColumnDef<?>> arrays, int i) {
        return "u.c" + (i + 1) + arrays.get(i).type().bulkElementCast();
    }

    private static StringBuilder returning(Mapping<?, ?, ?> mapping) {
        StringBuilder list = new StringBuilder("\nRETURNING ");
        for (ColumnDef<?> column : mapping.returned()) {
            list.append("t0.").append(column.sqlName()).append(column.type().readCast());
            list.append(", ");
        }
        return list.append("u.place");
    }
}
