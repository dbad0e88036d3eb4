package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@code timestamp}, in whole microseconds: what is finer is cut off. */
final class TimestampType extends NativeType<LocalDateTime> {
    static final LocalDateTime FIRST = DateType.FIRST.atStartOfDay();
    static final LocalDateTime LAST = LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000);

    /** The client does not know the server's mark for -infinity, and takes it for this many microseconds from 2000. */
    private static final LocalDateTime MINUS_INFINITY =
            LocalDateTime.of(2000, 1, 1, 0, 0).plus(Long.MIN_VALUE, ChronoUnit.MICROS);

    TimestampType() {
        super("timestamp");
    }

    @Override
    Object toClient(LocalDateTime value) {
        return checked(value);
    }

    @Override
    LocalDateTime fromClient(Object value) {
        return finite((LocalDateTime) value);
    }

    @Override
    String toText(LocalDateTime value) {
        return DateTimeText.print(checked(value));
    }

    @Override
    boolean equal(LocalDateTime a, LocalDateTime b) {
        return a.truncatedTo(ChronoUnit.MICROS).equals(b.truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    @Nullable Object[] newArray(int length) {
        return new LocalDateTime[length];
    }

    private static LocalDateTime checked(LocalDateTime value) {
        LocalDateTime micros = value.truncatedTo(ChronoUnit.MICROS);
        if (micros.isBefore(FIRST) || micros.isAfter(LAST)) {
            throw new UnstorableValueException(
                    "a timestamp outside of PostgreSQL's, from 4714-11-24 BC to " + LAST.getYear() + "-12-31");
        }
        return micros;
    }

    /** The timestamp that the client has read, which uses its smallest and largest to say something else. */
    static LocalDateTime finite(LocalDateTime value) {
        return isOrdinary(value.getYear()) ? value : meant(value);
    }

    /** Whether a time in this year can only be what it says, as nearly all are. */
    static boolean isOrdinary(int year) {
        return year > FIRST.getYear() && year <= LAST.getYear();
    }

    private static LocalDateTime meant(LocalDateTime value) {
        if (value.equals(LocalDateTime.MAX) || value.equals(MINUS_INFINITY)) {
            throw new UnreadableValueException("an infinite timestamp, which no Java date and time is");
        }
        // The client takes PostgreSQL's first timestamp for -infinity.
        return value.equals(LocalDateTime.MIN) ? FIRST : value;
    }
}
