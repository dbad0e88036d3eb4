package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.schema.Deferral;
import dev.plectrum.orm.schema.TableConstraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Inserts that the processor did not write down: with other columns left out, or of many rows at once. */
final class InsertSql {
    private InsertSql() {}

    /** {@code INSERT … VALUES}, one bind a column, and what the database decided. */
    static String one(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> columns) {
        return values(mapping, columns) + returning(mapping);
    }

    /** {@code INSERT … VALUES}, one bind a column. */
    static String values(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> columns) {
        StringBuilder sql = new StringBuilder("INSERT INTO ").append(mapping.sqlName());
        if (columns.isEmpty()) {
            sql.append(" DEFAULT VALUES");
        } else {
            sql.append(" (").append(names(columns)).append(")\nVALUES (");
            for (int i = 0; i < columns.size(); i++) {
                sql.append(i > 0 ? ", $" : "$")
                        .append(i + 1)
                        .append(columns.get(i).type().bindCast());
            }
            sql.append(')');
        }
        return sql.toString();
    }

    /** {@code INSERT … SELECT FROM unnest}, one array a column: one text for any number of rows. */
    static String many(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> columns, OnConflict onConflict) {
        return rows(mapping, columns)
                .append(onConflict.sql(mapping))
                .append(returning(mapping))
                .toString();
    }

    // INSERT INTO membership (team_id, person_id) SELECT u.c1, u.c2 FROM unnest($1::int8[], $2::int8[]) AS u(c1, c2)
    // ON CONFLICT (team_id, person_id) DO NOTHING
    /** The same for pairs, without those that are there. Any other conflict fails, as it does for other rows. */
    static String pairs(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> columns, List<ColumnDef<?>> sides) {
        StringBuilder sql = rows(mapping, columns);
        if (isUnique(mapping, sides)) {
            return sql.append("\nON CONFLICT (")
                    .append(names(sides))
                    .append(") DO NOTHING")
                    .toString();
        }
        sql.append("\nWHERE NOT EXISTS (SELECT FROM ").append(mapping.sqlName()).append(" p");
        for (int i = 0; i < sides.size(); i++) {
            ColumnDef<?> side = sides.get(i);
            sql.append(i > 0 ? " AND p." : " WHERE p.")
                    .append(side.sqlName())
                    .append(" = u.c")
                    .append(columns.indexOf(side) + 1)
                    .append(side.type().bulkElementCast());
        }
        return sql.append(')').toString();
    }

    private static boolean isUnique(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> sides) {
        Set<String> pair = sides.stream().map(ColumnDef::column).collect(Collectors.toSet());
        return mapping.table().constraints().stream()
                .anyMatch(constraint -> (constraint instanceof TableConstraint.PrimaryKey key
                                && Set.copyOf(key.columns()).equals(pair))
                        || (constraint instanceof TableConstraint.Unique unique
                                && unique.deferral() == Deferral.NONE
                                && Set.copyOf(unique.columns()).equals(pair)));
    }

    private static StringBuilder rows(Mapping<?, ?, ?> mapping, List<ColumnDef<?>> columns) {
        StringBuilder sql = new StringBuilder("INSERT INTO ")
                .append(mapping.sqlName())
                .append(" (")
                .append(names(columns))
                .append(")\nSELECT ");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i > 0 ? ", u.c" : "u.c")
                    .append(i + 1)
                    .append(columns.get(i).type().bulkElementCast());
        }
        return sql.append("\nFROM ").append(unnest(columns, false));
    }

    /** {@code unnest($1::int8[], $2::text[]) AS u(c1, c2)}: one array a column; and, if rows are to be told apart, their {@code place}. */
    static StringBuilder unnest(List<ColumnDef<?>> columns, boolean numbered) {
        StringBuilder sql = new StringBuilder("unnest(");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i > 0 ? ", $" : "$")
                    .append(i + 1)
                    .append(columns.get(i).type().bulkCast());
        }
        sql.append(numbered ? ") WITH ORDINALITY AS u(" : ") AS u(");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i > 0 ? ", c" : "c").append(i + 1);
        }
        return sql.append(numbered ? ", place)" : ")");
    }

    private static StringBuilder names(List<ColumnDef<?>> columns) {
        StringBuilder names = new StringBuilder();
        for (ColumnDef<?> column : columns) {
            names.append(names.isEmpty() ? "" : ", ").append(column.sqlName());
        }
        return names;
    }

    /** The clause that reads back what the database decided. */
    static String returning(Mapping<?, ?, ?> mapping) {
        if (mapping.returned().isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder();
        for (ColumnDef<?> column : mapping.returned()) {
            list.append(list.isEmpty() ? "\nRETURNING " : ", ")
                    .append(column.sqlName())
                    .append(column.type().readCast());
        }
        return list.toString();
    }
}
