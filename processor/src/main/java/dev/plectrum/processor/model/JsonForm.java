package dev.plectrum.processor.model;

import java.util.List;

/** How values of a Java type are written as JSON and read back. */
public sealed interface JsonForm {
    /** The Java type, as it is declared. */
    JavaType java();

    /** A single value. */
    record Simple(JavaType java, JsonScalar scalar) implements JsonForm {}

    /** An enum, by the names of its constants. */
    record Constants(JavaType java, List<String> words) implements JsonForm {
        /** Copies the words. */
        public Constants {
            words = List.copyOf(words);
        }
    }

    /** A value in a list or map that has rules of its own: {@code List<@NotBlank String>}. */
    record Held(JavaType java, JsonForm value, List<ValueRule> rules) implements JsonForm {
        /** Copies the rules. */
        public Held {
            rules = List.copyOf(rules);
        }
    }

    /** An array: a {@code List}, or another {@code Iterable} that can only be written. */
    record ListOf(JavaType java, JsonForm element) implements JsonForm {}

    /** An object with any names: a {@code Map} from {@code String}. */
    record MapOf(JavaType java, JsonForm value) implements JsonForm {}

    /** A {@link JsonObjectDef}. */
    record ObjectOf(JavaType java) implements JsonForm {}

    /** A field of a partial update, which may be absent. */
    record GivenOf(JavaType java, JsonForm value, boolean nullable) implements JsonForm {}

    /** A page of rows. */
    record PageOf(JavaType java, JsonForm element) implements JsonForm {}

    /** How many rows were deleted. */
    record DeletedRows(JavaType java) implements JsonForm {}

    /** A reference to a row: its key. */
    record ReferenceTo(JavaType java, JsonForm key) implements JsonForm {}

    /** A reference to a row of one of several models: which it is, and its key. */
    record AnyReference(JavaType java) implements JsonForm {}

    /** Values for fields of a model's draft, an object. */
    record DraftOf(JavaType java, JsonObjectDef body) implements JsonForm {}

    /** There is none; validation says why. */
    record Unsupported(JavaType java, Reason reason) implements JsonForm {}

    /** Why a type has no JSON form. */
    enum Reason {
        /** Nothing says what its fields are. */
        UNKNOWN,
        /** It has type variables or wildcards. */
        OPEN,
        /** Objects have texts for names. */
        MAP_KEY,
        /** Generated code cannot see it. */
        OUT_OF_SIGHT,
        /** One of the types that a sealed one permits may be extended by others. */
        NOT_CLOSED,
        /** It is the draft of a row, which is there only while the row is written. */
        DRAFT
    }
}
