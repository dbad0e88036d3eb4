package dev.plectrum.orm.schema;

import java.util.List;

/**
 * An index of a table.
 *
 * @param name unquoted, unique in the table's schema
 * @param unique whether no two rows may have the same keys
 * @param nullsDistinct of a unique index, whether two rows without a value differ
 * @param method {@code btree} and its like
 * @param keys in SQL: quoted columns or expressions in parentheses, with their direction
 * @param include columns that are carried along, unquoted
 * @param where in SQL, or empty
 */
public record TableIndex(
        String name,
        boolean unique,
        boolean nullsDistinct,
        String method,
        List<String> keys,
        List<String> include,
        String where) {
    /** Copies the lists. */
    public TableIndex {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    TableIndex withInclude(List<String> columns) {
        return new TableIndex(name, unique, nullsDistinct, method, keys, columns, where);
    }

    TableIndex withWhere(String condition) {
        return new TableIndex(name, unique, nullsDistinct, method, keys, include, condition);
    }

    TableIndex withNullsNotDistinct() {
        return new TableIndex(name, unique, false, method, keys, include, where);
    }
}
