package dev.plectrum.orm.type;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * {@code time}. Read as text: the client's own decoder throws at 24:00:00, a time to PostgreSQL, and that costs the connection.
 */
final class TimeType extends TextArrayType<LocalTime> {
    TimeType() {
        super("time", "::text", "::time");
    }

    @Override
    Object toClient(LocalTime value) {
        return value;
    }

    @Override
    LocalTime fromClient(Object value) {
        return DateTimeText.time((String) value);
    }

    @Override
    String toText(LocalTime value) {
        // PostgreSQL would round nanoseconds; the client, and so a single bind, cuts them.
        return micros(value).toString();
    }

    @Override
    boolean equal(LocalTime a, LocalTime b) {
        return micros(a).equals(micros(b));
    }

    private static LocalTime micros(LocalTime value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }
}
