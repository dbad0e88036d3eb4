package dev.plectrum.orm.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table with all that belongs to it. Immutable. Generated code describes each model's table this way; creating tables and
 * migrating them start from here.
 *
 * @param schema unquoted; empty for the search path's
 * @param name unquoted
 * @param comment stored with the table, or empty
 * @param extensions that must be installed first
 */
public record TableDef(
        String schema,
        String name,
        String comment,
        List<TableColumn> columns,
        List<TableConstraint> constraints,
        List<TableIndex> indexes,
        Set<String> extensions) {
    /** Copies the lists. */
    public TableDef {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        extensions = Set.copyOf(extensions);
    }

    /** Begins the description of a table in whichever schema the search path says. */
    public static Builder of(String name) {
        return new Builder("", name);
    }

    /** Begins the description of a table in a schema. */
    public static Builder of(String schema, String name) {
        return new Builder(schema, name);
    }

    /** Describes a table. What follows a column, index or constraint and can belong to it, does. */
    public static final class Builder {
        private final String schema;
        private final String name;
        private String comment = "";
        private final List<TableColumn> columns = new ArrayList<>();
        private final List<TableConstraint> constraints = new ArrayList<>();
        private final List<TableIndex> indexes = new ArrayList<>();
        private final Set<String> extensions = new LinkedHashSet<>();

        private Builder(String schema, String name) {
            this.schema = schema;
            this.name = name;
        }

        /** A comment stored with the table. */
        public Builder comment(String text) {
            comment = text;
            return this;
        }

        /** An extension that must be installed first. */
        public Builder extension(String extension) {
            extensions.add(extension);
            return this;
        }

        /** A column, NOT NULL unless it says otherwise. */
        public Builder column(String column, String type) {
            columns.add(TableColumn.of(column, type));
            return this;
        }

        /** The last column may be NULL. */
        public Builder nullable() {
            return change(last(columns).withNullable());
        }

        /** The last column is numbered by a sequence, unless a row has a value. */
        public Builder identity() {
            return change(last(columns).withValue(ColumnValue.IDENTITY));
        }

        /** The last column's DEFAULT, in SQL. */
        public Builder defaultTo(String sql) {
            return change(last(columns).withValue(new ColumnValue.Default(sql)));
        }

        /** The last column is computed from others, in SQL, and stored. */
        public Builder stored(String sql) {
            return change(last(columns).withValue(new ColumnValue.Generated(sql, true)));
        }

        /** The last column is computed from others, in SQL, when it is read. */
        public Builder virtual(String sql) {
            return change(last(columns).withValue(new ColumnValue.Generated(sql, false)));
        }

        /** The last column's collation. */
        public Builder collate(String collation) {
            return change(last(columns).withCollation(collation));
        }

        /** A comment stored with the last column. */
        public Builder columnComment(String text) {
            return change(last(columns).withComment(text));
        }

        private Builder change(TableColumn column) {
            columns.set(columns.size() - 1, column);
            return this;
        }

        /** The key. */
        public Builder primaryKey(String constraint, String... key) {
            constraints.add(new TableConstraint.PrimaryKey(constraint, List.of(key)));
            return this;
        }

        /** Columns whose values no two rows share. */
        public Builder unique(String constraint, String... keys) {
            return unique(constraint, Deferral.NONE, true, keys);
        }

        /** Columns whose values no two rows share. */
        public Builder unique(String constraint, Deferral deferral, boolean nullsDistinct, String... keys) {
            constraints.add(new TableConstraint.Unique(constraint, List.of(keys), nullsDistinct, deferral));
            return this;
        }

        /** A condition that every row meets, in SQL. */
        public Builder check(String constraint, String sql) {
            constraints.add(new TableConstraint.Check(constraint, sql));
            return this;
        }

        /** No two rows for which every element's operator holds. */
        public Builder exclude(String constraint, String method, String where, Deferral deferral, String... elements) {
            constraints.add(new TableConstraint.Exclusion(constraint, method, List.of(elements), where, deferral));
            return this;
        }

        /** A column whose values another table has; the database does nothing when they go. */
        public Builder foreignKey(
                String constraint,
                String column,
                String table,
                String targetColumn,
                String onDelete,
                Deferral deferral) {
            return foreignKey(constraint, List.of(column), table, List.of(targetColumn), onDelete, deferral);
        }

        /** Columns whose values together another table has; the database does nothing when they go, unless it says so. */
        public Builder foreignKey(
                String constraint,
                List<String> keys,
                String table,
                List<String> targetColumns,
                String onDelete,
                Deferral deferral) {
            constraints.add(new TableConstraint.ForeignKey(constraint, keys, table, targetColumns, onDelete, deferral));
            return this;
        }

        /** An index over keys in SQL. */
        public Builder index(String index, String method, String... keys) {
            indexes.add(new TableIndex(index, false, true, method, List.of(keys), List.of(), ""));
            return this;
        }

        /** An index that no two rows share keys of. */
        public Builder uniqueIndex(String index, String... keys) {
            indexes.add(new TableIndex(index, true, true, "btree", List.of(keys), List.of(), ""));
            return this;
        }

        /** Columns that the last index carries along. */
        public Builder include(String... included) {
            return change(last(indexes).withInclude(List.of(included)));
        }

        /** Which rows the last index covers, in SQL. */
        public Builder where(String sql) {
            return change(last(indexes).withWhere(sql));
        }

        /** Two rows without a value count as equal for the last index. */
        public Builder nullsNotDistinct() {
            return change(last(indexes).withNullsNotDistinct());
        }

        private Builder change(TableIndex index) {
            indexes.set(indexes.size() - 1, index);
            return this;
        }

        private static <T> T last(List<T> list) {
            if (list.isEmpty()) {
                throw new IllegalStateException("There is nothing yet that this could belong to");
            }
            return list.get(list.size() - 1);
        }

        /** The table. */
        public TableDef build() {
            return new TableDef(schema, name, comment, columns, constraints, indexes, extensions);
        }
    }
}
