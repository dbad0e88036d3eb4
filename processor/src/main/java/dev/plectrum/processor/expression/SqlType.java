package dev.plectrum.processor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL type as expressions see it: without length, precision or scale, which {@link ColumnType} adds. {@code varchar} is
 * {@code text} here, as it is in PostgreSQL's own operators, except inside arrays, which do not mix.
 *
 * @param kind which type, or which family of made types
 * @param name as written in SQL
 * @param element of an array or a range, else null
 * @param constants of an enum, in their order, else empty
 */
public record SqlType(Kind kind, String name, @Nullable SqlType element, List<String> constants) {
    /** The types that expressions know. */
    public enum Kind {
        BOOLEAN,
        SMALLINT,
        INTEGER,
        BIGINT,
        NUMERIC,
        REAL,
        DOUBLE,
        TEXT,
        /** Inside arrays only. */
        VARCHAR,
        CHAR,
        CITEXT,
        UUID,
        DATE,
        TIME,
        TIMESTAMP,
        TIMESTAMPTZ,
        INTERVAL,
        BYTEA,
        JSON,
        JSONB,
        INET,
        ARRAY,
        RANGE,
        /** A Java enum stored as text or as its position. */
        ENUM,
        /** A type we know by name only: it can be tested for NULL and passed on. */
        OTHER,
        /** A quoted literal or NULL whose neighbours have yet to say what it is. */
        UNKNOWN
    }

    public static final SqlType BOOLEAN = scalar(Kind.BOOLEAN, "boolean");
    public static final SqlType SMALLINT = scalar(Kind.SMALLINT, "smallint");
    public static final SqlType INTEGER = scalar(Kind.INTEGER, "integer");
    public static final SqlType BIGINT = scalar(Kind.BIGINT, "bigint");
    public static final SqlType NUMERIC = scalar(Kind.NUMERIC, "numeric");
    public static final SqlType REAL = scalar(Kind.REAL, "real");
    public static final SqlType DOUBLE = scalar(Kind.DOUBLE, "double precision");
    public static final SqlType TEXT = scalar(Kind.TEXT, "text");
    public static final SqlType VARCHAR = scalar(Kind.VARCHAR, "varchar");
    public static final SqlType CHAR = scalar(Kind.CHAR, "char");
    public static final SqlType CITEXT = scalar(Kind.CITEXT, "citext");
    public static final SqlType UUID = scalar(Kind.UUID, "uuid");
    public static final SqlType DATE = scalar(Kind.DATE, "date");
    public static final SqlType TIME = scalar(Kind.TIME, "time");
    public static final SqlType TIMESTAMP = scalar(Kind.TIMESTAMP, "timestamp");
    public static final SqlType TIMESTAMPTZ = scalar(Kind.TIMESTAMPTZ, "timestamptz");
    public static final SqlType INTERVAL = scalar(Kind.INTERVAL, "interval");
    public static final SqlType BYTEA = scalar(Kind.BYTEA, "bytea");
    public static final SqlType JSON = scalar(Kind.JSON, "json");
    public static final SqlType JSONB = scalar(Kind.JSONB, "jsonb");
    public static final SqlType INET = scalar(Kind.INET, "inet");
    static final SqlType UNKNOWN = scalar(Kind.UNKNOWN, "unknown");

    /** Copies the constants. */
    public SqlType {
        constants = List.copyOf(constants);
    }

    private static SqlType scalar(Kind kind, String name) {
        return new SqlType(kind, name, null, List.of());
    }

    /** An array of this type. */
    public static SqlType arrayOf(SqlType element) {
        return new SqlType(Kind.ARRAY, element.name + "[]", element, List.of());
    }

    /** The range type of this name over this type. */
    public static SqlType rangeOf(String name, SqlType element) {
        return new SqlType(Kind.RANGE, name, element, List.of());
    }

    /** A Java enum stored as the name of its constant. */
    public static SqlType enumAsText(List<String> constants) {
        return new SqlType(Kind.ENUM, TEXT.name, null, constants);
    }

    /** A Java enum stored as the position of its constant. */
    public static SqlType enumAsSmallint(List<String> constants) {
        return new SqlType(Kind.ENUM, SMALLINT.name, null, constants);
    }

    /** A type of an extension or of the user's own, of which nothing but the name is known. */
    public static SqlType other(String name) {
        return new SqlType(Kind.OTHER, name, null, List.of());
    }

    boolean is(Kind... kinds) {
        return List.of(kinds).contains(kind);
    }

    boolean isIntegral() {
        return is(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
    }

    boolean isFloating() {
        return is(Kind.REAL, Kind.DOUBLE);
    }

    boolean isNumber() {
        return isIntegral() || isFloating() || kind == Kind.NUMERIC;
    }

    boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    boolean isTextEnum() {
        return kind == Kind.ENUM && name.equals(TEXT.name);
    }

    /** Whether its values live on the server only by grace of an extension. */
    boolean isOfExtension() {
        boolean fullText = name.equals("tsvector") || name.equals("regconfig");
        return kind == Kind.CITEXT || (kind == Kind.OTHER && !fullText) || (element != null && element.isOfExtension());
    }

    /** What an array or a range is made of. */
    SqlType elementType() {
        if (element == null) {
            throw new IllegalStateException(name + " has no elements");
        }
        return element;
    }

    /** As errors call it. */
    String described() {
        return switch (kind) {
            case ENUM -> "enum";
            case UNKNOWN -> "text";
            default -> name;
        };
    }

    /** The name as SQL writes it. */
    @Override
    public String toString() {
        return name;
    }
}
