package dev.plectrum.processor.expression;

import org.jspecify.annotations.Nullable;

/**
 * What an expression may know of one field.
 *
 * @param name as expressions write it: the Java name, with dots inside embedded values ({@code address.city})
 * @param column the name of its column, unquoted
 * @param type of its column
 * @param nullable whether the column may hold NULL
 * @param javaType the field's Java type, qualified ({@code java.math.BigDecimal}, {@code int}); it decides how values are read in
 *     Java. A field with a converter names its own type here, which no evaluation knows
 * @param generation whether the value is the user's or computed by the database
 * @param expression the text that computes a generated field, if known: errors suggest to repeat it; else null
 * @param collation the column's own collation, if it has one: then text equality is the server's business; else null
 */
public record ScopeField(
        String name,
        String column,
        ColumnType type,
        boolean nullable,
        String javaType,
        Generation generation,
        @Nullable String expression,
        @Nullable String collation) {
    /** Who computes a field's value. */
    public enum Generation {
        /** The user. */
        NONE,
        /** PostgreSQL, when the row is written. */
        STORED,
        /** PostgreSQL, when the row is read. */
        VIRTUAL
    }

    /** A field whose value is the user's, with the collation of the database. */
    public static ScopeField of(String name, String column, ColumnType type, boolean nullable, String javaType) {
        return new ScopeField(name, column, type, nullable, javaType, Generation.NONE, null, null);
    }

    /** This field, as computed by the database from the expression. */
    public ScopeField generated(Generation how, @Nullable String expression) {
        return new ScopeField(name, column, type, nullable, javaType, how, expression, collation);
    }

    /** This field, with a collation of its own. */
    public ScopeField collated(String collation) {
        return new ScopeField(name, column, type, nullable, javaType, generation, expression, collation);
    }
}
