package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java type that is a JSON object.
 *
 * @param codec the class that writes and reads it
 * @param constant the codec's only instance
 * @param own whether the codec belongs to the type itself, because it carries {@code @Json}; otherwise to the file that needs it
 * @param kind what it is built by
 * @param isNullnessKnown whether it is known which fields may be null; otherwise all of them are taken to be
 * @param refusesUnknown whether reading refuses fields that it does not have
 * @param conditions what must hold for an object as a whole
 * @param draft what becomes of its values, if they are a row's
 * @param union the types that it is one of, if it is sealed
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
        boolean isNullnessKnown,
        boolean refusesUnknown,
        List<Condition> conditions,
        Optional<DraftDef> draft,
        Optional<Union> union,
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
        CLASS,
        /** A sealed type, which is one of several. */
        SEALED,
        /** A function that puts values into a model's draft, which is only read. */
        DRAFT
    }

    /**
     * A method without parameters that must answer true, or false.
     *
     * @param message what is said otherwise
     */
    public record Condition(String method, boolean holds, String message) {
        /** {@code due-later} of {@code isDueLater}. */
        public String code() {
            return Words.snake(bare()).replace('_', '-');
        }

        /** What is said if nobody says it better: {@code must be due later}. */
        public static String message(String method, boolean holds) {
            String bare = bare(method);
            String verb = bare.equals(method) ? "meet" : "be";
            return (holds ? "must " : "must not ") + verb + " " + Words.sentence(bare);
        }

        private String bare() {
            return bare(method);
        }

        private static String bare(String method) {
            return method.matches("is[A-Z].*") ? method.substring(2) : method;
        }
    }

    /** An annotation that asks for something that we do not do; validation says so. */
    public record Foreign(String annotation, Place place) {}

    /** Copies the lists. */
    public JsonObjectDef {
        fields = List.copyOf(fields);
        conditions = List.copyOf(conditions);
        foreign = List.copyOf(foreign);
    }

    /**
     * Types of which an object is one.
     *
     * @param discriminator the field that tells which
     */
    public record Union(String discriminator, List<Variant> variants) {
        /** Copies the list. */
        public Union {
            variants = List.copyOf(variants);
        }
    }

    /**
     * One of the types that a sealed one permits.
     *
     * @param word what the discriminator says
     * @param readable whether it can be read
     */
    public record Variant(String word, JavaType java, boolean readable, Place place) {}

    /** The field that counts the changes of the row that it is. */
    public Optional<JsonFieldDef> version() {
        return fields.stream().filter(JsonFieldDef::isVersion).findFirst();
    }

    /** The forms that it is made of. */
    public List<JsonForm> parts() {
        return Stream.concat(
                        fields.stream().map(JsonFieldDef::form),
                        union.stream()
                                .flatMap(types -> types.variants().stream())
                                .map(variant -> new JsonForm.ObjectOf(variant.java())))
                .toList();
    }

    /** Whether it can be read. */
    public boolean readable() {
        return kind == Kind.RECORD
                || kind == Kind.DRAFT
                || union.filter(types -> types.variants().stream().allMatch(Variant::readable))
                        .isPresent();
    }
}
