package dev.plectrum.processor.model;

import java.util.List;

/** How a Java value is written as JSON and read back. */
public sealed interface JsonShape {
    /** The Java type, boxed. */
    JavaType java();

    /** Written by a rule that is known for the type. */
    record Leaf(JavaType java, Rule rule) implements JsonShape {}

    /** An enum by the names of its constants. */
    record EnumName(JavaType java) implements JsonShape {}

    /** A {@code List}. */
    record ListOf(JavaType java, JsonShape element) implements JsonShape {}

    /** A {@code Map} with text for keys. */
    record MapOf(JavaType java, JsonShape value) implements JsonShape {}

    /** A record, as an object with its components' names. */
    record RecordOf(JavaType java, List<Part> parts) implements JsonShape {
        /** Copies the parts. */
        public RecordOf {
            parts = List.copyOf(parts);
        }
    }

    /** A component of a record that is already being described: records may contain themselves. */
    record Again(JavaType java) implements JsonShape {}

    /** A component of a record. */
    record Part(String name, boolean primitive, JsonShape shape) {}

    /** The rules for single values. */
    enum Rule {
        /** A JSON value as it is. */
        SAME,
        /** A number of the right size, through {@code Number}. */
        NUMBER,
        /** Written by {@code toString} and read by {@code parse}. */
        PARSE,
        /** Written by {@code toString} and read by the constructor. */
        CONSTRUCT,
        /** {@code UUID.fromString}. */
        FROM_STRING,
        /** {@code URI.create}. */
        CREATE
    }
}
