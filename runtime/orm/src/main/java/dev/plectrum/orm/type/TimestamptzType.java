package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * {@code timestamptz}: a moment in whole microseconds. PostgreSQL keeps no zone, so every value comes back in UTC.
 *
 * @param <T> the Java type of the moment
 */
abstract class TimestamptzType<T> extends NativeType<T> {
    private static final long FIRST_SECOND = TimestampType.FIRST.toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND = TimestampType.LAST.toEpochSecond(ZoneOffset.UTC);

    private TimestamptzType() {
        super("timestamptz");
    }

    abstract long second(T value);

    abstract int nano(T value);

    abstract T of(OffsetDateTime utc);

    @Override
    final Object toClient(T value) {
        return utc(value).atOffset(ZoneOffset.UTC);
    }

    @Override
    final T fromClient(Object value) {
        OffsetDateTime read = (OffsetDateTime) value;
        return of(TimestampType.isOrdinary(read.getYear()) ? read : meant(read));
    }

    private static OffsetDateTime meant(OffsetDateTime read) {
        if (read.equals(OffsetDateTime.MAX)) {
            throw new UnreadableValueException("an infinite timestamp, which no Java date and time is");
        }
        LocalDateTime first = read.equals(OffsetDateTime.MIN) ? LocalDateTime.MIN : read.toLocalDateTime();
        return TimestampType.finite(first).atOffset(ZoneOffset.UTC);
    }

    @Override
    final String toText(T value) {
        return DateTimeText.printUtc(utc(value));
    }

    @Override
    final boolean equal(T a, T b) {
        return second(a) == second(b) && nano(a) / 1000 == nano(b) / 1000;
    }

    @Override
    final @Nullable Object[] newArray(int length) {
        return new OffsetDateTime[length];
    }

    /** The value's date and time in UTC. The second is compared first: not every Instant has a date and time. */
    private LocalDateTime utc(T value) {
        long second = second(value);
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw new UnstorableValueException("a moment outside of PostgreSQL's, from 4714-11-24 BC to "
                    + TimestampType.LAST.getYear() + "-12-31 in UTC");
        }
        int nano = nano(value);
        return LocalDateTime.ofEpochSecond(second, nano - nano % 1000, ZoneOffset.UTC);
    }

    /** As an {@code Instant}. */
    static final class AsInstant extends TimestamptzType<Instant> {
        @Override
        long second(Instant value) {
            return value.getEpochSecond();
        }

        @Override
        @SuppressWarnings("JavaInstantGetSecondsGetNano") // second() gives the rest
        int nano(Instant value) {
            return value.getNano();
        }

        @Override
        Instant of(OffsetDateTime utc) {
            return utc.toInstant();
        }
    }

    /** As an {@code OffsetDateTime}; its offset is not stored. */
    static final class AsOffset extends TimestamptzType<OffsetDateTime> {
        @Override
        long second(OffsetDateTime value) {
            return value.toEpochSecond();
        }

        @Override
        int nano(OffsetDateTime value) {
            return value.getNano();
        }

        @Override
        OffsetDateTime of(OffsetDateTime utc) {
            return utc;
        }
    }

    /** As a {@code ZonedDateTime}; its zone is not stored. */
    static final class AsZoned extends TimestamptzType<ZonedDateTime> {
        @Override
        long second(ZonedDateTime value) {
            return value.toEpochSecond();
        }

        @Override
        int nano(ZonedDateTime value) {
            return value.getNano();
        }

        @Override
        ZonedDateTime of(OffsetDateTime utc) {
            return utc.toZonedDateTime();
        }
    }
}
