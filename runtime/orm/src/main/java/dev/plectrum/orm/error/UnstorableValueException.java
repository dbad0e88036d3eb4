package dev.plectrum.orm.error;

import org.jspecify.annotations.Nullable;

/**
 * A Java value that its column cannot hold, found before anything was sent. Without this check the client or the server would
 * have stored something else.
 */
public final class UnstorableValueException extends ValueException {
    private static final long serialVersionUID = 1L;

    private static final String SOME_VALUE = "value";

    /** A value with this problem. */
    public UnstorableValueException(String problem) {
        this(null, problem, null);
    }

    /** A value with this problem, noticed by this failure. */
    public UnstorableValueException(String problem, Throwable cause) {
        this(null, problem, cause);
    }

    private UnstorableValueException(@Nullable String place, String problem, @Nullable Throwable cause) {
        super(place, problem, cause);
    }

    /** The same failure inside this field: {@code [2]} in {@code tags} is {@code tags[2]}. */
    public UnstorableValueException in(String field) {
        String place = place();
        if (place == null) {
            return moved(field);
        }
        return moved(field + (place.startsWith(SOME_VALUE) ? place.substring(SOME_VALUE.length()) : place));
    }

    /** The same failure in one row of many, counted from 0. */
    public UnstorableValueException ofRow(int row) {
        return moved((place() == null ? SOME_VALUE : place()) + " of row " + row);
    }

    private UnstorableValueException moved(String place) {
        UnstorableValueException moved = new UnstorableValueException(place, problem(), getCause());
        moved.setStackTrace(getStackTrace());
        return moved;
    }
}
