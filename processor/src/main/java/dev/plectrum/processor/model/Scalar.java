package dev.plectrum.processor.model;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types that are a constant of {@code Types} at run time. A test compares this table with that class. */
public enum Scalar implements StoredType {
    BOOL("java.lang/Boolean", "bool", "boolean", "getBoolean", Casts.PLAIN, Family.BOOLEAN),
    INT2("java.lang/Short", "int2", "smallint", "getShort", Casts.PLAIN, Family.NUMBER),
    INT4("java.lang/Integer", "int4", "integer", "getInteger", Casts.PLAIN, Family.NUMBER),
    INT8("java.lang/Long", "int8", "bigint", "getLong", Casts.PLAIN, Family.NUMBER),
    FLOAT4("java.lang/Float", "float4", "real", "getFloat", Casts.PLAIN, Family.NUMBER),
    FLOAT8("java.lang/Double", "float8", "double precision", "getDouble", Casts.PLAIN, Family.NUMBER),
    NUMERIC("java.math/BigDecimal", "numeric", "numeric", null, Casts.READ_TEXT, Family.NUMBER),
    BIG_INTEGER("java.math/BigInteger", "numeric", "numeric", null, Casts.READ_TEXT, Family.NUMBER),
    TEXT("java.lang/String", "text", "text", "getString", Casts.PLAIN, Family.TEXT),
    CITEXT("java.lang/String", "citext", "citext", null, Casts.READ_TEXT, Family.TEXT),
    CHAR("java.lang/Character", "text", "varchar(1)", null, Casts.PLAIN, Family.VALUE),
    URI("java.net/URI", "text", "text", null, Casts.PLAIN, Family.VALUE),
    UUID("java.util/UUID", "uuid", "uuid", "getUUID", Casts.PLAIN, Family.VALUE),
    DATE("java.time/LocalDate", "date", "date", null, Casts.PLAIN, Family.DATE),
    TIME("java.time/LocalTime", "time", "time", null, Casts.READ_TEXT, Family.TIME),
    TIMESTAMP("java.time/LocalDateTime", "timestamp", "timestamp", null, Casts.PLAIN, Family.TIMESTAMP),
    TIMESTAMPTZ("java.time/Instant", "timestamptz", "timestamptz", null, Casts.PLAIN, Family.TIMESTAMP),
    TIMESTAMPTZ_OFFSET("java.time/OffsetDateTime", "timestamptz", "timestamptz", null, Casts.PLAIN, Family.TIMESTAMP),
    TIMESTAMPTZ_ZONED("java.time/ZonedDateTime", "timestamptz", "timestamptz", null, Casts.PLAIN, Family.TIMESTAMP),
    INTERVAL_DURATION("java.time/Duration", "interval", "interval", null, Casts.ALWAYS_TEXT, Family.INTERVAL),
    INTERVAL_PERIOD("java.time/Period", "interval", "interval", null, Casts.ALWAYS_TEXT, Family.INTERVAL),
    BYTEA("byte[]", "bytea", "bytea", null, Casts.PLAIN, Family.VALUE),
    BYTEA_BUFFER("io.vertx.core.buffer/Buffer", "bytea", "bytea", null, Casts.PLAIN, Family.VALUE),
    JSON_OBJECT("io.vertx.core.json/JsonObject", "jsonb", "jsonb", null, Casts.ALWAYS_TEXT, Family.JSON),
    JSON_ARRAY("io.vertx.core.json/JsonArray", "jsonb", "jsonb", null, Casts.ALWAYS_TEXT, Family.JSON),
    JSON("java.lang/Object", "jsonb", "jsonb", null, Casts.ALWAYS_TEXT, Family.JSON),
    INET("java.net/InetAddress", "inet", "inet", null, Casts.PLAIN, Family.VALUE),
    INT4_RANGE(Scalar.RANGE + "<java.lang/Integer>", "int4range", "int4range", null, Casts.READ_TEXT, Family.RANGE),
    INT8_RANGE(Scalar.RANGE + "<java.lang/Long>", "int8range", "int8range", null, Casts.READ_TEXT, Family.RANGE),
    NUM_RANGE(Scalar.RANGE + "<java.math/BigDecimal>", "numrange", "numrange", null, Casts.READ_TEXT, Family.RANGE),
    DATE_RANGE(Scalar.RANGE + "<java.time/LocalDate>", "daterange", "daterange", null, Casts.READ_TEXT, Family.RANGE),
    TIMESTAMP_RANGE(
            Scalar.RANGE + "<java.time/LocalDateTime>", "tsrange", "tsrange", null, Casts.READ_TEXT, Family.RANGE),
    TIMESTAMPTZ_RANGE(
            Scalar.RANGE + "<java.time/Instant>", "tstzrange", "tstzrange", null, Casts.READ_TEXT, Family.RANGE),
    BOOL_ARRAY("boolean[]", "bool[]", "boolean[]", null, Casts.LIST, Family.ARRAY),
    INT2_ARRAY("short[]", "int2[]", "smallint[]", null, Casts.LIST, Family.ARRAY),
    INT4_ARRAY("int[]", "int4[]", "integer[]", null, Casts.LIST, Family.ARRAY),
    INT8_ARRAY("long[]", "int8[]", "bigint[]", null, Casts.LIST, Family.ARRAY),
    FLOAT4_ARRAY("float[]", "float4[]", "real[]", null, Casts.LIST, Family.ARRAY),
    FLOAT8_ARRAY("double[]", "float8[]", "double precision[]", null, Casts.LIST, Family.ARRAY);

    private static final String RANGE = "dev.plectrum.orm.type/Range";

    /** What SQL has to cast. */
    private enum Casts {
        PLAIN,
        /** Read as text, and in arrays written as text too. */
        READ_TEXT,
        /** Read and written as text. */
        ALWAYS_TEXT,
        /** An array itself. */
        LIST
    }

    // As text: an enum's fields should be immutable through and through.
    private final String java;
    private final String sqlName;
    private final String ddl;
    private final @Nullable String getter;
    private final Casts casts;
    private final Family family;

    Scalar(String java, String sqlName, String ddl, @Nullable String getter, Casts casts, Family family) {
        this.java = java;
        this.sqlName = sqlName;
        this.ddl = ddl;
        this.getter = getter;
        this.casts = casts;
        this.family = family;
    }

    /** The type that a field of this Java type has unless it asks for another. */
    public static Optional<Scalar> of(JavaType type) {
        JavaType boxed = type.boxed();
        return Arrays.stream(values())
                .filter(scalar -> scalar.java().equals(boxed))
                .findFirst();
    }

    /** The type of a range over this one. */
    public Optional<Scalar> rangeElement() {
        return family == Family.RANGE ? of(java().arguments().get(0)) : Optional.empty();
    }

    /** What an array of primitives is made of. */
    public Optional<Scalar> arrayElement() {
        return family == Family.ARRAY ? of(java().component()) : Optional.empty();
    }

    @Override
    public JavaType java() {
        return JavaType.parse(java);
    }

    @Override
    public String sqlName() {
        return sqlName;
    }

    @Override
    public String ddl() {
        return ddl;
    }

    /** The method of {@code Row} that reads it without conversion; null if there is none. */
    public @Nullable String getter() {
        return getter;
    }

    @Override
    public Family family() {
        return family;
    }

    @Override
    public String readCast() {
        return casts == Casts.READ_TEXT || casts == Casts.ALWAYS_TEXT ? "::text" : "";
    }

    @Override
    public String bindCast() {
        return casts == Casts.ALWAYS_TEXT ? "::text::" + sqlName : "::" + sqlName;
    }

    @Override
    public boolean nativeArrays() {
        return casts == Casts.PLAIN;
    }
}
