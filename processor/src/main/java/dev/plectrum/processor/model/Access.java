package dev.plectrum.processor.model;

/** How generated code reads and writes a field. */
public sealed interface Access {
    /** The field itself. */
    record Field(String name, boolean isFinal) implements Access {}

    /** A getter and a setter, {@code getName()} and {@code setName(…)}, or {@code name()} and {@code name(…)}. */
    record Methods(String getter, String setter) implements Access {}

    /** A component of a record: an accessor and the constructor. */
    record Component(String name) implements Access {}

    /** There is no way; validation says so. */
    record None(boolean getter, boolean setter) implements Access {}
}
