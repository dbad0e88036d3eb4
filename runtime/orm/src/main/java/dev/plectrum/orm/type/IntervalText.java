package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a PostgreSQL interval, which do not convert into each other: a month has no fixed number of days, nor a day
 * one of hours. The client adds them up (30 days come back as a month), so intervals travel as text.
 */
record IntervalText(int months, int days, long micros) {
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** {@code 1 year 2 mons -3 days 04:05:06.789}: IntervalStyle postgres, the default. */
    private static final Pattern POSTGRES = Pattern.compile("(?:([+-]?\\d+) years? ?)?(?:([+-]?\\d+) mons? ?)?"
            + "(?:([+-]?\\d+) days? ?)?(?:([+-]?)(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,6}))?)?");

    /** {@code P1Y2M-3DT4H5M6.789S}: IntervalStyle iso_8601. */
    private static final Pattern ISO = Pattern.compile("P(?:(-?\\d+)Y)?(?:(-?\\d+)M)?(?:(-?\\d+)D)?"
            + "(?:T(?:(-?\\d+)H)?(?:(-?\\d+)M)?(?:(-?)(\\d+)(?:\\.(\\d{1,6}))?S)?)?");

    static IntervalText parse(String text) {
        if (text.endsWith("infinity")) {
            throw new UnreadableValueException("an infinite interval, which no Duration or Period is");
        }
        Matcher postgres = POSTGRES.matcher(text);
        if (postgres.matches()) {
            long sign = "-".equals(postgres.group(4)) ? -1 : 1;
            return new IntervalText(
                    months(postgres.group(1), postgres.group(2)),
                    (int) number(postgres.group(3)),
                    sign * number(postgres.group(5)) * 3600 * MICROS_PER_SECOND
                            + sign * number(postgres.group(6)) * 60 * MICROS_PER_SECOND
                            + sign * number(postgres.group(7)) * MICROS_PER_SECOND
                            + sign * fraction(postgres.group(8)));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            long sign = "-".equals(iso.group(6)) ? -1 : 1;
            return new IntervalText(
                    months(iso.group(1), iso.group(2)),
                    (int) number(iso.group(3)),
                    number(iso.group(4)) * 3600 * MICROS_PER_SECOND
                            + number(iso.group(5)) * 60 * MICROS_PER_SECOND
                            + sign * number(iso.group(7)) * MICROS_PER_SECOND
                            + sign * fraction(iso.group(8)));
        }
        throw new UnreadableValueException("an interval written in an IntervalStyle other than postgres or iso_8601;"
                + " set one of these for the database or the role");
    }

    private static int months(@Nullable String years, @Nullable String months) {
        return (int) (number(years) * 12 + number(months));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long fraction(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "00000").substring(0, 6));
    }

    /**
     * As PostgreSQL reads it under any IntervalStyle. Every part has its sign: without, sql_standard takes the first one's for
     * the rest.
     */
    @Override
    public String toString() {
        // Taken after the division: the smallest long has no absolute value.
        long seconds = Math.abs(micros / MICROS_PER_SECOND);
        long fraction = Math.abs(micros % MICROS_PER_SECOND);
        return signed(months) + " mons " + signed(days) + " days "
                + (micros < 0 ? "-" : "+") + seconds / 3600
                + twoDigits(seconds / 60 % 60) + twoDigits(seconds % 60)
                + "." + Long.toString(MICROS_PER_SECOND + fraction).substring(1);
    }

    private static String signed(int number) {
        return number < 0 ? Integer.toString(number) : "+" + number;
    }

    private static String twoDigits(long number) {
        return (number < 10 ? ":0" : ":") + number;
    }
}
