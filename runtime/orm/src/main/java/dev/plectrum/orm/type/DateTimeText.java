package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Dates and times as PostgreSQL writes them under {@code DateStyle=ISO}, which the client asks for: {@code 2024-02-29
 * 12:00:00.5+05:30}, with more than four digits in late years and {@code BC} behind early ones.
 */
final class DateTimeText {
    private static final String BEFORE_CHRIST = " BC";

    private final String text;
    private int at;

    private DateTimeText(String text) {
        this.text = text;
    }

    static String print(LocalDate date) {
        StringBuilder out = new StringBuilder(10);
        print(date, out);
        return era(date, out).toString();
    }

    static String print(LocalDateTime value) {
        StringBuilder out = new StringBuilder(26);
        print(value.toLocalDate(), out);
        out.append(' ').append(value.toLocalTime());
        return era(value.toLocalDate(), out).toString();
    }

    /** The moment, given by its date and time in UTC. */
    static String printUtc(LocalDateTime value) {
        StringBuilder out = new StringBuilder(29);
        print(value.toLocalDate(), out);
        out.append(' ').append(value.toLocalTime()).append("+00");
        return era(value.toLocalDate(), out).toString();
    }

    private static void print(LocalDate date, StringBuilder out) {
        // Java counts a year 0, which is 1 BC.
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        out.append("0".repeat(Math.max(0, 4 - Integer.toString(year).length()))).append(year);
        out.append(date.getMonthValue() < 10 ? "-0" : "-").append(date.getMonthValue());
        out.append(date.getDayOfMonth() < 10 ? "-0" : "-").append(date.getDayOfMonth());
    }

    private static StringBuilder era(LocalDate date, StringBuilder out) {
        return date.getYear() > 0 ? out : out.append(BEFORE_CHRIST);
    }

    static LocalDate date(String text) {
        return parse(text, DateTimeText::readDate);
    }

    static LocalTime time(String text) {
        if (text.equals("24:00:00")) {
            throw new UnreadableValueException("the time 24:00:00, where the last LocalTime is 23:59:59.999999999");
        }
        return parse(text, DateTimeText::readTime);
    }

    static LocalDateTime dateTime(String text) {
        return parse(text, in -> {
            LocalDate date = in.readDate();
            in.skip(' ');
            return date.atTime(in.readTime());
        });
    }

    /** The moment, as its date and time in UTC. */
    static LocalDateTime utc(String text) {
        return parse(text, in -> {
            LocalDate date = in.readDate();
            in.skip(' ');
            LocalTime time = in.readTime();
            return date.atTime(time).minusSeconds(in.readOffset().getTotalSeconds());
        });
    }

    private interface Reader<T> {
        T read(DateTimeText in);
    }

    private static <T> T parse(String text, Reader<T> reader) {
        if (text.endsWith("infinity")) {
            throw new UnreadableValueException("'" + text + "', which no Java date or time is");
        }
        DateTimeText in = new DateTimeText(text);
        try {
            T value = reader.read(in);
            if (in.at != (text.endsWith(BEFORE_CHRIST) ? text.length() - BEFORE_CHRIST.length() : text.length())) {
                throw new DateTimeException("unread text at " + in.at);
            }
            return value;
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new UnreadableValueException(
                    "a date or time in a format that only another DateStyle than ISO has", e);
        }
    }

    private LocalDate readDate() {
        int year = readNumber();
        skip('-');
        int month = readNumber();
        skip('-');
        return LocalDate.of(text.endsWith(BEFORE_CHRIST) ? 1 - year : year, month, readNumber());
    }

    private LocalTime readTime() {
        int hour = readNumber();
        skip(':');
        int minute = readNumber();
        skip(':');
        int second = readNumber();
        int nano = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            int start = at;
            nano = readNumber();
            for (int digits = at - start; digits < 9; digits++) {
                nano *= 10;
            }
        }
        return LocalTime.of(hour, minute, second, nano);
    }

    private ZoneOffset readOffset() {
        int sign = text.charAt(at) == '-' ? -1 : 1;
        skip(sign < 0 ? '-' : '+');
        int seconds = readNumber() * 3600;
        for (int unit = 60; unit > 0 && at < text.length() && text.charAt(at) == ':'; unit /= 60) {
            at++;
            seconds += readNumber() * unit;
        }
        return ZoneOffset.ofTotalSeconds(sign * seconds);
    }

    private int readNumber() {
        int start = at;
        int number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + (text.charAt(at) - '0');
            at++;
        }
        if (at == start) {
            throw new DateTimeException("no digit at " + at);
        }
        return number;
    }

    private void skip(char expected) {
        if (text.charAt(at) != expected) {
            throw new DateTimeException("no " + expected + " at " + at);
        }
        at++;
    }
}
