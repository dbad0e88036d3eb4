package dev.plectrum.web.error;

import dev.plectrum.web.error.FieldError.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything wrong with one request, gathered before any of it is answered. Generated validators write to it; so can a method
 * that checks several fields against each other.
 *
 * <pre>{@code
 * if (value.until().isBefore(value.from())) {
 *   errors.add("until", "before-from", "must not be before from");
 * }
 * }</pre>
 */
public final class FieldErrors {
    /** More are not kept: a hostile body must not cost an answer many times its size. */
    private static final int MOST = 100;

    private final List<FieldError> errors;
    private final Set<String> unread;
    private final Place place;
    private final String prefix;

    /** None yet. */
    public FieldErrors(Place place) {
        this(new ArrayList<>(0), new HashSet<>(0), place, "");
    }

    private FieldErrors(List<FieldError> errors, Set<String> unread, Place place, String prefix) {
        this.errors = errors;
        this.unread = unread;
        this.place = place;
        this.prefix = prefix;
    }

    /** The same errors, for fields of another part of the request. */
    public FieldErrors in(Place other) {
        return other == place && prefix.isEmpty() ? this : new FieldErrors(errors, unread, other, "");
    }

    /** The same errors, for the fields inside this field. */
    public FieldErrors inside(String field) {
        return new FieldErrors(errors, unread, place, path(field));
    }

    /** The same errors, for the fields of one element of this field. */
    public FieldErrors inside(String field, int index) {
        return new FieldErrors(errors, unread, place, path(field) + "[" + index + "]");
    }

    /** One more thing wrong. An empty field means the whole. */
    public void add(String field, String code, String detail) {
        add(field, code, detail, Map.of());
    }

    /**
     * One more thing wrong, with the values that a translated message may mention. Of a field that could not be read nothing more is
     * said: the zero that stands for it is not too small.
     */
    public void add(String field, String code, String detail, Map<String, Object> values) {
        if (!unread.contains(place + path(field))) {
            note(field, code, detail, values);
        }
    }

    /** A field that is missing, or whose value cannot be what it should be. */
    public void addUnread(String field, String code, String detail, Map<String, Object> values) {
        if (unread.size() < MOST) {
            unread.add(place + path(field));
        }
        note(field, code, detail, values);
    }

    private void note(String field, String code, String detail, Map<String, Object> values) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(place, path(field), code, detail, values));
        }
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** How many things are wrong, at most a hundred. */
    public int size() {
        return errors.size();
    }

    /** What is wrong, in the order it was found. */
    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    private String path(String field) {
        if (prefix.isEmpty() || field.isEmpty()) {
            return prefix + field;
        }
        return field.charAt(0) == '[' ? prefix + field : prefix + "." + field;
    }

    @Override
    public String toString() {
        return errors.toString();
    }
}
