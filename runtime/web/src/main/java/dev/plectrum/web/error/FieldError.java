package dev.plectrum.web.error;

import java.util.Map;

/**
 * One thing wrong with one part of a request.
 *
 * @param place which part of the request the field belongs to
 * @param field the field, {@code lines[0].price} when it is nested; empty for the whole
 * @param code what is wrong, for programs: a readable word such as {@code required}
 * @param detail what is wrong, for people
 * @param values what a translated message may mention, such as {@code max}
 */
public record FieldError(Place place, String field, String code, String detail, Map<String, Object> values) {
    /** The part of a request that a value was read from. */
    public enum Place {
        /** A segment of the path. */
        PATH,
        /** The query string. */
        QUERY,
        /** A header. */
        HEADER,
        /** A cookie. */
        COOKIE,
        /** A submitted form. */
        FORM,
        /** The JSON body. */
        BODY;

        private final String text = name().toLowerCase(java.util.Locale.ROOT);

        /** The word that answers use, such as {@code query}. */
        public String text() {
            return text;
        }
    }

    /** Copies the values. */
    public FieldError {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return place.text() + " " + field + ": " + detail;
    }
}
