package dev.plectrum.orm.error;

import org.jspecify.annotations.Nullable;

/**
 * A value that PostgreSQL and Java cannot both hold. The message says what is wrong with it and where the limits are, but
 * never the value itself: messages end up in logs.
 */
public abstract sealed class ValueException extends RuntimeException
        permits UnstorableValueException, UnreadableValueException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String place;
    private final String problem;

    ValueException(@Nullable String place, String problem, @Nullable Throwable cause) {
        super(place == null ? problem : place + ": " + problem, cause);
        this.place = place;
        this.problem = problem;
    }

    /** Where the value is, such as {@code tags[2]} or {@code price of row 3}; null as long as nobody has said. */
    public @Nullable String place() {
        return place;
    }

    /** What is wrong with the value, without the place. */
    public String problem() {
        return problem;
    }
}
