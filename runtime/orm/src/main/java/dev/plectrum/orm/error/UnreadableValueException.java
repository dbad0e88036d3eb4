package dev.plectrum.orm.error;

import org.jspecify.annotations.Nullable;

/**
 * A value in the database that the field's Java type cannot hold, such as {@code 'infinity'} for an {@code Instant}. Something
 * other than this application has usually written it.
 */
public final class UnreadableValueException extends ValueException {
    private static final long serialVersionUID = 1L;

    /** A value with this problem. */
    public UnreadableValueException(String problem) {
        this(null, problem, null);
    }

    /** A value with this problem, noticed by this failure. */
    public UnreadableValueException(String problem, Throwable cause) {
        this(null, problem, cause);
    }

    private UnreadableValueException(@Nullable String place, String problem, @Nullable Throwable cause) {
        super(place, problem, cause);
    }

    /** The same failure inside this column: {@code [2]} in {@code tags} is {@code tags[2]}. */
    public UnreadableValueException in(String column) {
        UnreadableValueException moved =
                new UnreadableValueException(place() == null ? column : column + place(), problem(), getCause());
        moved.setStackTrace(getStackTrace());
        return moved;
    }
}
