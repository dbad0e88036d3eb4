package dev.plectrum.processor.model;

import java.util.Arrays;
import java.util.Optional;

/** The types that the runtime reads from texts: its {@code TextTypes}, by the same names. */
public enum TextScalar {
    STRING("java.lang/String", "string", ""),
    SHORT("java.lang/Short", "integer", ""),
    INT("java.lang/Integer", "integer", "int32"),
    LONG("java.lang/Long", "integer", "int64"),
    DOUBLE("java.lang/Double", "number", "double"),
    FLOAT("java.lang/Float", "number", "float"),
    BOOLEAN("java.lang/Boolean", "boolean", ""),
    DECIMAL("java.math/BigDecimal", "string", "decimal"),
    BIG_INTEGER("java.math/BigInteger", "integer", ""),
    UUID("java.util/UUID", "string", "uuid"),
    INSTANT("java.time/Instant", "string", "date-time"),
    OFFSET_DATE_TIME("java.time/OffsetDateTime", "string", "date-time"),
    LOCAL_DATE("java.time/LocalDate", "string", "date"),
    LOCAL_TIME("java.time/LocalTime", "string", "time-local"),
    LOCAL_DATE_TIME("java.time/LocalDateTime", "string", "date-time-local"),
    YEAR_MONTH("java.time/YearMonth", "string", ""),
    DURATION("java.time/Duration", "string", "duration");

    private final String java;
    private final String schemaType;
    private final String schemaFormat;

    TextScalar(String java, String schemaType, String schemaFormat) {
        this.java = java;
        this.schemaType = schemaType;
        this.schemaFormat = schemaFormat;
    }

    /** The one for a Java type. */
    public static Optional<TextScalar> of(JavaType type) {
        JavaType boxed = type.boxed();
        return Arrays.stream(values())
                .filter(scalar -> scalar.java().equals(boxed))
                .findFirst();
    }

    /** The Java type, boxed. */
    public JavaType java() {
        return JavaType.parse(java);
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
