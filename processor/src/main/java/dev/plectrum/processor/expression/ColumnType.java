package dev.plectrum.processor.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type with its modifiers, as a column declares it: {@code numeric(10,2)}, {@code varchar(200)}, {@code text[]}.
 *
 * @param type without modifiers
 * @param sql as a column declaration writes it
 * @param precision of a numeric, the length of a varchar or char, or null
 * @param scale of a numeric, or null
 */
public record ColumnType(
        SqlType type,
        String sql,
        @Nullable Integer precision,
        @Nullable Integer scale) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<name>[a-z_][a-z0-9_. ]*?)\\s*(\\(\\s*(?<p>\\d{1,9})\\s*(,\\s*(?<s>-?\\d{1,9})\\s*)?\\))?\\s*(?<zone>with(?:out)? time zone)?"
                    + "\\s*(?<array>\\[\\s*])?");

    private static final Map<String, SqlType> BY_NAME = byName();

    /** What types are called in Java and in other databases. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "string",
            "text",
            "long",
            "bigint",
            "short",
            "smallint",
            "double",
            "double precision",
            "float",
            "double precision",
            "bigdecimal",
            "numeric",
            "datetime",
            "timestamp",
            "localdate",
            "date",
            "instant",
            "timestamptz");

    /** The type of this name without modifiers. */
    public static ColumnType of(SqlType type) {
        return new ColumnType(type, type.name(), null, null);
    }

    /** A column with these modifiers that holds a Java enum. */
    public ColumnType withType(SqlType other) {
        return new ColumnType(other, sql, precision, scale);
    }

    /**
     * Reads a type as SQL writes it, under any of PostgreSQL's names for it. Empty if it is not one that expressions know: then
     * {@link SqlType#other} lets the column take part in little more than {@code IS NULL}.
     */
    public static Optional<ColumnType> parse(String text) {
        Matcher shape = SHAPE.matcher(text.trim().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!shape.matches()) {
            return Optional.empty();
        }
        String zone = shape.group("zone") == null ? "" : " " + shape.group("zone");
        SqlType scalar = BY_NAME.get(shape.group("name").trim() + zone);
        if (scalar == null) {
            return Optional.empty();
        }
        Integer precision = number(shape.group("p"));
        Integer scale = number(shape.group("s"));
        boolean array = shape.group("array") != null;
        if (scalar.kind() == SqlType.Kind.CHAR && precision == null) {
            precision = 1;
        }
        if (!modifiersFit(scalar, precision, scale)) {
            return Optional.empty();
        }
        boolean varchar = shape.group("name").trim().matches("varchar|character varying");
        if (array) {
            scalar = varchar ? SqlType.VARCHAR : scalar;
            return Optional.of(new ColumnType(
                    SqlType.arrayOf(scalar),
                    declared(varchar ? "varchar" : scalar.name(), precision, scale) + "[]",
                    precision,
                    scale));
        }
        return Optional.of(new ColumnType(
                scalar, declared(varchar ? "varchar" : scalar.name(), precision, scale), precision, scale));
    }

    /** The name that somebody who typed this one most likely meant. */
    static Optional<String> nearest(String typed) {
        return Optional.ofNullable(ELSEWHERE.get(typed.toLowerCase(Locale.ROOT)))
                .or(() -> Nearest.to(typed, BY_NAME.keySet()));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    private static boolean modifiersFit(SqlType type, @Nullable Integer precision, @Nullable Integer scale) {
        if (precision == null) {
            return true;
        }
        return switch (type.kind()) {
            case NUMERIC -> precision >= 1 && precision <= 1000 && (scale == null || Math.abs(scale) <= 1000);
            case TEXT, CHAR -> precision >= 1 && precision <= 10_485_760 && scale == null;
            case TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL -> precision <= 6 && scale == null;
            default -> false;
        };
    }

    private static String declared(String name, @Nullable Integer precision, @Nullable Integer scale) {
        if (precision == null) {
            return name;
        }
        return name + "(" + precision + (scale == null ? "" : "," + scale) + ")";
    }

    private static Map<String, SqlType> byName() {
        Map<String, SqlType> types = new LinkedHashMap<>();
        names(types, SqlType.BOOLEAN, "boolean", "bool");
        names(types, SqlType.SMALLINT, "smallint", "int2");
        names(types, SqlType.INTEGER, "integer", "int", "int4");
        names(types, SqlType.BIGINT, "bigint", "int8");
        names(types, SqlType.NUMERIC, "numeric", "decimal");
        names(types, SqlType.REAL, "real", "float4");
        names(types, SqlType.DOUBLE, "double precision", "float8");
        names(types, SqlType.TEXT, "text", "varchar", "character varying");
        names(types, SqlType.CHAR, "char", "character", "bpchar");
        names(types, SqlType.CITEXT, "citext");
        names(types, SqlType.UUID, "uuid");
        names(types, SqlType.DATE, "date");
        names(types, SqlType.TIME, "time", "time without time zone");
        names(types, SqlType.TIMESTAMP, "timestamp", "timestamp without time zone");
        names(types, SqlType.TIMESTAMPTZ, "timestamptz", "timestamp with time zone");
        names(types, SqlType.INTERVAL, "interval");
        names(types, SqlType.BYTEA, "bytea");
        names(types, SqlType.JSON, "json");
        names(types, SqlType.JSONB, "jsonb");
        names(types, SqlType.INET, "inet");
        names(types, SqlType.rangeOf("int4range", SqlType.INTEGER), "int4range");
        names(types, SqlType.rangeOf("int8range", SqlType.BIGINT), "int8range");
        names(types, SqlType.rangeOf("numrange", SqlType.NUMERIC), "numrange");
        names(types, SqlType.rangeOf("daterange", SqlType.DATE), "daterange");
        names(types, SqlType.rangeOf("tsrange", SqlType.TIMESTAMP), "tsrange");
        names(types, SqlType.rangeOf("tstzrange", SqlType.TIMESTAMPTZ), "tstzrange");
        return types;
    }

    private static void names(Map<String, SqlType> types, SqlType type, String... names) {
        List.of(names).forEach(name -> types.put(name, type));
    }

    /** As a column declaration writes it. */
    @Override
    public String toString() {
        return sql;
    }
}
