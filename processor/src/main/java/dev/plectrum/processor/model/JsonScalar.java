package dev.plectrum.processor.model;

import java.util.Arrays;
import java.util.Optional;

/** The single values of JSON, and the methods of the runtime's {@code JsonWriter} and {@code JsonReader} for them. */
public enum JsonScalar {
    STRING("java.lang/String", "string", "string", "string", ""),
    BOOLEAN("java.lang/Boolean", "bool", "bool", "boolean", ""),
    SHORT("java.lang/Short", "number", "int16", "integer", ""),
    INT("java.lang/Integer", "number", "int32", "integer", "int32"),
    LONG("java.lang/Long", "number", "int64", "integer", "int64"),
    FLOAT("java.lang/Float", "number", "float32", "number", "float"),
    DOUBLE("java.lang/Double", "number", "float64", "number", "double"),
    DECIMAL("java.math/BigDecimal", "decimal", "decimal", "string", "decimal"),
    BIG_INTEGER("java.math/BigInteger", "decimal", "bigInteger", "string", "integer"),
    UUID("java.util/UUID", "string", "uuid", "string", "uuid"),
    INSTANT("java.time/Instant", "string", "instant", "string", "date-time"),
    OFFSET_DATE_TIME("java.time/OffsetDateTime", "string", "offsetDateTime", "string", "date-time"),
    ZONED_DATE_TIME("java.time/ZonedDateTime", "string", "", "string", ""),
    LOCAL_DATE("java.time/LocalDate", "string", "localDate", "string", "date"),
    LOCAL_TIME("java.time/LocalTime", "string", "localTime", "string", "time-local"),
    LOCAL_DATE_TIME("java.time/LocalDateTime", "string", "localDateTime", "string", "date-time-local"),
    DURATION("java.time/Duration", "string", "duration", "string", "duration"),
    PERIOD("java.time/Period", "string", "", "string", "duration"),
    BYTES("byte[]", "string", "bytes", "string", "byte");

    private final String java;
    private final String writer;
    private final String reader;
    private final String schemaType;
    private final String schemaFormat;

    JsonScalar(String java, String writer, String reader, String schemaType, String schemaFormat) {
        this.java = java;
        this.writer = writer;
        this.reader = reader;
        this.schemaType = schemaType;
        this.schemaFormat = schemaFormat;
    }

    /** The one for a Java type. */
    public static Optional<JsonScalar> of(JavaType type) {
        JavaType boxed = type.boxed();
        return Arrays.stream(values())
                .filter(scalar -> scalar.java().equals(boxed))
                .findFirst();
    }

    /** The Java type, boxed. */
    public JavaType java() {
        return JavaType.parse(java);
    }

    /** The method that writes it. */
    public String writer() {
        return writer;
    }

    /** The method that reads it; empty if there is none. */
    public String reader() {
        return reader;
    }

    /** The type in JSON Schema. */
    public String schemaType() {
        return schemaType;
    }

    /** The format in JSON Schema; empty for none. */
    public String schemaFormat() {
        return schemaFormat;
    }
}
