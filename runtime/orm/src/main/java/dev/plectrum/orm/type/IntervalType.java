package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import java.time.Duration;
import java.time.Period;

/**
 * {@code interval}, of which each Java type holds a part. Bound and read as text, see {@link IntervalText}.
 *
 * @param <T> the Java type
 */
abstract class IntervalType<T> extends TextArrayType<T> {
    private IntervalType() {
        super("interval", "::text", "::text::interval");
    }

    abstract IntervalText write(T value);

    abstract T read(IntervalText interval);

    @Override
    final Object toClient(T value) {
        return toText(value);
    }

    @Override
    final T fromClient(Object value) {
        return read(IntervalText.parse((String) value));
    }

    @Override
    final String toText(T value) {
        return write(value).toString();
    }

    @Override
    final boolean equal(T a, T b) {
        return write(a).equals(write(b));
    }

    /** An exact length of time. A stored day is 24 hours, as it is to PostgreSQL's own comparisons; a month is none. */
    static final class AsDuration extends IntervalType<Duration> {
        private static final Duration LONGEST = micros(Long.MAX_VALUE);
        private static final Duration SHORTEST = LONGEST.negated();

        @Override
        IntervalText write(Duration value) {
            // Cut towards the past, like the nanoseconds of every other type.
            Duration micros = value.minusNanos(value.toNanosPart() % 1000);
            if (micros.compareTo(SHORTEST) < 0 || micros.compareTo(LONGEST) > 0) {
                throw new UnstorableValueException(
                        "a duration of more than the 2562047788 hours that PostgreSQL reads");
            }
            // The seconds are rounded down: those of the shortest duration overflow, and what is added to them brings
            // them back.
            return new IntervalText(0, 0, micros.toSeconds() * 1_000_000L + micros.toNanosPart() / 1000);
        }

        @Override
        Duration read(IntervalText interval) {
            if (interval.months() != 0) {
                throw new UnreadableValueException("an interval of " + interval.months()
                        + " months, which have no fixed length; a Period holds months");
            }
            return micros(interval.micros()).plusDays(interval.days());
        }

        private static Duration micros(long micros) {
            return Duration.ofSeconds(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
        }
    }

    /** Months and days by the calendar. Twelve months come back as a year. */
    static final class AsPeriod extends IntervalType<Period> {
        @Override
        @SuppressWarnings("JavaPeriodGetDays") // the days beside the months are meant
        IntervalText write(Period value) {
            long months = value.toTotalMonths();
            if (months != (int) months) {
                throw new UnstorableValueException("a period of " + months + " months, where an interval has at most "
                        + Integer.MAX_VALUE + " either way");
            }
            return new IntervalText((int) months, value.getDays(), 0);
        }

        @Override
        Period read(IntervalText interval) {
            if (interval.micros() != 0) {
                throw new UnreadableValueException(
                        "an interval with a time of day, which no Period has; a Duration does");
            }
            return Period.of(interval.months() / 12, interval.months() % 12, interval.days());
        }
    }
}
