package dev.plectrum.orm.schema;

/**
 * A column of a table, as it is declared.
 *
 * @param name unquoted
 * @param type with its modifiers, {@code numeric(10,2)}
 * @param nullable whether it may be NULL
 * @param value where its values come from when a row leaves it out
 * @param collation of its own, or empty
 * @param comment stored with it, or empty
 */
public record TableColumn(
        String name, String type, boolean nullable, ColumnValue value, String collation, String comment) {
    /** A column without anything of its own, NOT NULL. */
    static TableColumn of(String name, String type) {
        return new TableColumn(name, type, false, ColumnValue.GIVEN, "", "");
    }

    TableColumn withNullable() {
        return new TableColumn(name, type, true, value, collation, comment);
    }

    TableColumn withValue(ColumnValue other) {
        return new TableColumn(name, type, nullable, other, collation, comment);
    }

    TableColumn withCollation(String other) {
        return new TableColumn(name, type, nullable, value, other, comment);
    }

    TableColumn withComment(String other) {
        return new TableColumn(name, type, nullable, value, collation, other);
    }
}
