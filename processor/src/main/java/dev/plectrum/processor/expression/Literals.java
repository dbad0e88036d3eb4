package dev.plectrum.processor.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quoted literals: whether PostgreSQL can read one as a type, at any time and in any session alike. */
final class Literals {
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?");
    private static final Pattern OFFSET = Pattern.compile("(?i)z|[+-]\\d{2}(:?\\d{2})?");
    private static final Pattern INTERVAL = Pattern.compile(
            "(?i)\\s*([+-]?\\d+(\\.\\d+)?\\s*(microsecond|millisecond|second|sec|minute|min|hour|day|week|month|mon|year|decade|century)s?\\s*)+"
                    + "|P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?"
                    + "|\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?");

    private Literals() {}

    /** What is wrong with the literal, and how such a one is written; null if PostgreSQL can read it. */
    static @Nullable String fault(String value, SqlType type) {
        return switch (type.kind()) {
            case DATE -> isDate(value) ? null : "Dates are written '2020-12-31'";
            case TIME -> isTime(value) ? null : "Times are written '23:59:59'";
            case TIMESTAMP -> isTimestamp(value) ? null : "Timestamps are written '2020-12-31 23:59:59'";
            case TIMESTAMPTZ ->
                isZoned(value)
                        ? null
                        : "Timestamps with time zone are written with their offset, '2020-12-31 23:59:59Z': "
                                + "without it they depend on the session";
            case INTERVAL -> INTERVAL.matcher(value).matches() ? null : "Intervals are written '2 days 3 hours'";
            case UUID ->
                UUID.matcher(value).matches() ? null : "UUIDs are written '123e4567-e89b-12d3-a456-426614174000'";
            case JSON, JSONB ->
                JsonText.isValid(value) ? null : "JSON is written '{\"key\": [1, \"text\", true, null]}'";
            case ARRAY -> value.matches("(?s)\\{.*}") ? null : "Arrays are written '{1,2}' or ARRAY[1, 2]";
            case RANGE -> rangeFault(value, type);
            case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> "Numbers are written without quotes";
            case BOOLEAN -> "Booleans are written TRUE and FALSE";
            default -> value.indexOf('\0') >= 0 ? "PostgreSQL's texts cannot hold the character 0" : null;
        };
    }

    private static @Nullable String rangeFault(String value, SqlType type) {
        if (type.elementType().kind() == SqlType.Kind.TIMESTAMPTZ) {
            return "Write tstzrange(…, …): what stands in quotes would be read in the session's time zone";
        }
        return value.matches("(?s)empty|[\\[(].*,.*[])]") ? null : "Ranges are written '[1,10)'";
    }

    private static boolean isDate(String value) {
        return DATE.matcher(value).matches() && parses(LocalDate::parse, value);
    }

    private static boolean isTime(String value) {
        return TIME.matcher(value).matches() && parses(LocalTime::parse, value);
    }

    private static boolean isTimestamp(String value) {
        String iso = value.replaceFirst(" ", "T");
        return isDate(value)
                || (iso.length() > 11
                        && TIME.matcher(iso.substring(11)).matches()
                        && parses(LocalDateTime::parse, iso));
    }

    private static boolean isZoned(String value) {
        if (value.length() < 17) {
            return false;
        }
        String iso = value.replaceFirst(" ", "T");
        int offset = Math.max(
                Math.max(iso.indexOf('+'), iso.lastIndexOf('-')), Math.max(iso.indexOf('Z'), iso.indexOf('z')));
        return offset > 11
                && OFFSET.matcher(iso.substring(offset)).matches()
                && isTimestamp(iso.substring(0, offset))
                && parses(OffsetDateTime::parse, iso.substring(0, offset) + "Z");
    }

    private static boolean parses(Function<String, ?> reading, String value) {
        try {
            return reading.apply(value) != null;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    /** The text as a Java string literal. */
    static String java(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c < ' ' || c == 0x7F || c > 0xFF ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return literal.append('"').toString();
    }
}
