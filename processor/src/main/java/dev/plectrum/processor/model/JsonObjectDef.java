package dev.plectrum.processor.model;

import java.util.List;

/**
 * A Java type that is a JSON object.
 *
 * @param codec the class that writes and reads it
 * @param constant the codec's only instance
 * @param own whether the codec belongs to the type itself, because it carries {@code @Json}; otherwise to the file that needs it
 * @param kind what it is built by
 * @param refusesUnknown whether reading refuses fields that it does not have
 * @param foreign annotations of another library that we do not follow
 * @param doc what is said of it
 */
public record JsonObjectDef(
        JavaType java,
        JavaType codec,
        String constant,
        boolean own,
        Kind kind,
        List<JsonFieldDef> fields,
        boolean refusesUnknown,
        List<Foreign> foreign,
        String doc,
        Place place) {
    /** What objects are built by. */
    public enum Kind {
        /** The constructor of a record. */
        RECORD,
        /** A model, which is only written: a body that fills every column would let clients set what they should not. */
        MODEL,
        /** Another class, which is only written. */
        CLASS
    }

    /** An annotation that asks for something that we do not do; validation says so. */
    public record Foreign(String annotation, Place place) {}

    /** Copies the lists. */
    public JsonObjectDef {
        fields = List.copyOf(fields);
        foreign = List.copyOf(foreign);
    }

    /** Whether it can be read. */
    public boolean readable() {
        return kind == Kind.RECORD;
    }
}
