package dev.plectrum.processor.model;

/** Which class of columns a type has, and with it which lookups. */
public enum Family {
    BOOLEAN("BooleanColumn", false),
    NUMBER("NumberColumn", true),
    TEXT("TextColumn", false),
    DATE("DateColumn", false),
    TIME("TimeColumn", false),
    TIMESTAMP("TimestampColumn", true),
    INTERVAL("IntervalColumn", true),
    JSON("JsonColumn", true),
    /** The lookups also need the type of the bounds. */
    RANGE("RangeColumn", true),
    /** The lookups also need the type of the elements. */
    ARRAY("ArrayColumn", true),
    /** Compared as a whole. */
    VALUE("ValueColumn", true);

    private final String column;
    private final boolean generic;

    Family(String column, boolean generic) {
        this.column = column;
        this.generic = generic;
    }

    /** The class of {@code dev.plectrum.orm.query}. */
    public String column() {
        return column;
    }

    /** Whether the class has the field's Java type as its parameter. */
    public boolean generic() {
        return generic;
    }

    /** Whether rows can be sorted by it. */
    public boolean ordered() {
        return this != JSON;
    }
}
