package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@code date}, which ends long before Java's dates do; the client wraps around. */
final class DateType extends NativeType<LocalDate> {
    static final LocalDate FIRST = LocalDate.of(-4713, 11, 24);
    static final LocalDate LAST = LocalDate.of(5_874_897, 12, 31);

    DateType() {
        super("date");
    }

    @Override
    Object toClient(LocalDate value) {
        return checked(value);
    }

    @Override
    LocalDate fromClient(Object value) {
        // The client's constants for the infinities; no date of the server's is near them.
        if (value.equals(LocalDate.MAX) || value.equals(LocalDate.MIN)) {
            throw new UnreadableValueException("an infinite date, which no LocalDate is");
        }
        return (LocalDate) value;
    }

    @Override
    String toText(LocalDate value) {
        return DateTimeText.print(checked(value));
    }

    private static LocalDate checked(LocalDate value) {
        if (value.isBefore(FIRST) || value.isAfter(LAST)) {
            throw new UnstorableValueException(
                    "a date outside of PostgreSQL's, from 4714-11-24 BC to " + LAST.getYear() + "-12-31");
        }
        return value;
    }

    @Override
    @Nullable Object[] newArray(int length) {
        return new LocalDate[length];
    }
}
