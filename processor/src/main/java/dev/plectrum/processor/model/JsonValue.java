package dev.plectrum.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value in the user's source. */
public sealed interface JsonValue {
    /** Where it is in the text that it was read from. */
    At at();

    /** A stretch of a text, from the offset of its first character to the one behind its last. */
    record At(int start, int end) {}

    /** A text. */
    record Text(String value, At at) implements JsonValue {}

    /** A number, as it is written. */
    record Numeral(String digits, At at) implements JsonValue {}

    /** True or false. */
    record Truth(boolean value, At at) implements JsonValue {}

    /** {@code null}. */
    record Nothing(At at) implements JsonValue {}

    /** An array. */
    record Items(List<JsonValue> items, At at) implements JsonValue {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An object, in the order of its members. */
    record Members(Map<String, JsonValue> members, At at) implements JsonValue {
        /** Copies the members. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }
}
