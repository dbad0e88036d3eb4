package dev.plectrum.orm.type;

import java.time.Clock;
import java.time.Duration;

/**
 * The present time as PostgreSQL can keep it: in whole microseconds, so that what an object holds is what its row holds.
 *
 * <p>There is no global clock to replace, so tests that run side by side do not meet. Code whose time a test must be able to set
 * takes a {@code Clock}, {@link #SYSTEM} unless told otherwise, and passes it through {@link #micros}.
 */
public final class Now {
    /** The system's clock in UTC, in whole microseconds. */
    public static final Clock SYSTEM = micros(Clock.systemUTC());

    private Now() {}

    /** The clock with its time cut to whole microseconds. */
    public static Clock micros(Clock clock) {
        return Clock.tick(clock, Duration.ofNanos(1000));
    }
}
