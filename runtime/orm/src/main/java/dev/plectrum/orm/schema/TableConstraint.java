package dev.plectrum.orm.schema;

import java.util.List;

/** A constraint of a table. */
public sealed interface TableConstraint {
    /** Its name, unquoted, unique in the table's schema. */
    String name();

    /** The columns that are the key. */
    record PrimaryKey(String name, List<String> columns) implements TableConstraint {
        /** Copies the columns. */
        public PrimaryKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Columns whose values no two rows share.
     *
     * @param nullsDistinct whether two rows without a value differ
     */
    record Unique(String name, List<String> columns, boolean nullsDistinct, Deferral deferral)
            implements TableConstraint {
        /** Copies the columns. */
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /** A condition that every row meets, in SQL over columns. */
    record Check(String name, String sql) implements TableConstraint {}

    /**
     * No two rows for which every element's operator holds.
     *
     * @param elements each SQL over columns, {@code WITH} and an operator
     * @param where in SQL, or empty
     */
    record Exclusion(String name, String method, List<String> elements, String where, Deferral deferral)
            implements TableConstraint {
        /** Copies the elements. */
        public Exclusion {
            elements = List.copyOf(elements);
        }
    }

    /**
     * Columns whose values another table has.
     *
     * @param table the other table's name, quoted where it must be
     * @param onDelete {@code CASCADE} and its like, or empty
     */
    record ForeignKey(
            String name,
            List<String> columns,
            String table,
            List<String> targetColumns,
            String onDelete,
            Deferral deferral)
            implements TableConstraint {
        /** Copies the columns. */
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }
}
