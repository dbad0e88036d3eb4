package dev.plectrum.web.json;

import dev.plectrum.web.text.Utf8Writer;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON. Commas are placed by the writer; that objects and arrays are closed, and that fields stand in objects, is the caller's
 * promise: callers are generated.
 *
 * <p>Decimals and integers beyond 64 bits are written as strings, because most readers would round them as numbers.
 */
public final class JsonWriter extends Utf8Writer {
    /** An object that contains itself would otherwise be written until the memory is full. */
    private static final int DEEPEST = 500;

    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    /** What a character below 128 needs: 0 is itself, 'u' is four hex digits, others stand behind a backslash. */
    private static final byte[] ESCAPES = new byte[128];

    static {
        Arrays.fill(ESCAPES, 0, 32, (byte) 'u');
        ESCAPES['\b'] = 'b';
        ESCAPES['\t'] = 't';
        ESCAPES['\n'] = 'n';
        ESCAPES['\f'] = 'f';
        ESCAPES['\r'] = 'r';
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES[127] = 'u';
    }

    private boolean comma;
    private @Nullable JsonName kindName;
    private String kindWord = "";
    private int depth;

    /** An empty writer with room for about so many bytes. */
    public JsonWriter(int sizeHint) {
        super(sizeHint);
    }

    /** One value as a buffer. */
    public static <T> Buffer encode(JsonEncoder<T> encoder, T value) {
        var out = new JsonWriter(256);
        encoder.write(out, value);
        return out.toBuffer();
    }

    // ---- structure

    /** An object begins. */
    public JsonWriter startObject() {
        open('{');
        if (kindName != null) {
            JsonName name = kindName;
            kindName = null;
            field(name).string(kindWord);
        }
        return this;
    }

    /** The object that begins next says first what it is: for one of several types. */
    public JsonWriter kind(JsonName discriminator, String word) {
        kindName = discriminator;
        kindWord = word;
        return this;
    }

    /** The object ends. */
    public JsonWriter endObject() {
        close('}');
        return this;
    }

    /** An array begins. */
    public JsonWriter startArray() {
        open('[');
        return this;
    }

    /** The array ends. */
    public JsonWriter endArray() {
        close(']');
        return this;
    }

    /** A field of the object: its value comes next. */
    public JsonWriter field(JsonName name) {
        byte[] encoded = name.bytes;
        int from = comma ? 0 : 1;
        int count = encoded.length - from;
        room(count);
        System.arraycopy(encoded, from, bytes, length, count);
        length += count;
        comma = false;
        return this;
    }

    /** A field whose name is known only now. */
    public JsonWriter field(String name) {
        string(name);
        room(1);
        bytes[length++] = ':';
        comma = false;
        return this;
    }

    private void open(char bracket) {
        if (++depth > DEEPEST) {
            throw new JsonEncodingException(
                    "The value is nested more than " + DEEPEST + " deep: does it contain itself?");
        }
        separate(1);
        bytes[length++] = (byte) bracket;
        comma = false;
    }

    private void close(char bracket) {
        depth--;
        room(1);
        bytes[length++] = (byte) bracket;
        comma = true;
    }

    /** Makes room for a value of this size and writes the comma in front of it. */
    private void separate(int size) {
        room(size + 1);
        if (comma) {
            bytes[length++] = ',';
        }
        comma = true;
    }

    // ---- values

    /** {@code null}. */
    public JsonWriter nul() {
        return plain(NULL);
    }

    /** A boolean. */
    public JsonWriter bool(boolean value) {
        return plain(value ? TRUE : FALSE);
    }

    /** An integer. */
    public JsonWriter number(int value) {
        return number((long) value);
    }

    /** An integer. */
    public JsonWriter number(long value) {
        separate(20);
        digits(value);
        return this;
    }

    /** A floating-point number. Fails with {@link JsonEncodingException} for NaN and the infinities. */
    public JsonWriter number(double value) {
        if (!Double.isFinite(value)) {
            throw new JsonEncodingException(value + " has no form in JSON");
        }
        return plain(Double.toString(value));
    }

    /** A floating-point number of single precision, with no more digits than it has. */
    public JsonWriter number(float value) {
        if (!Float.isFinite(value)) {
            throw new JsonEncodingException(value + " has no form in JSON");
        }
        return plain(Float.toString(value));
    }

    /** A decimal as a JSON number, for readers known to keep its digits. */
    public JsonWriter number(BigDecimal value) {
        return plain(value.toString());
    }

    /** A decimal, as a string: {@code "12.50"}. */
    public JsonWriter decimal(BigDecimal value) {
        return quoted(value.toPlainString());
    }

    /** An integer of any size, as a string. */
    public JsonWriter decimal(BigInteger value) {
        return quoted(value.toString());
    }

    /** A text. */
    public JsonWriter string(String value) {
        int count = value.length();
        separate(count + 2);
        bytes[length++] = '"';
        int plain = plainPrefix(value, count);
        copyAscii(value, plain);
        if (plain < count) {
            rest(value, plain, count);
        }
        bytes[length++] = '"';
        return this;
    }

    /** How many characters stand for themselves before the first that does not: nearly always all, which are then copied at once. */
    private static int plainPrefix(String value, int count) {
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c >= 128 || ESCAPES[c] != 0) {
                return i;
            }
        }
        return count;
    }

    /** The part of a text from its first character that does not stand for itself. */
    private void rest(String value, int from, int count) {
        for (int i = from; i < count; i++) {
            char c = value.charAt(i);
            // The longest escape, and one byte each for what comes behind it.
            room(count - i + 8);
            if (c < 128) {
                byte escape = ESCAPES[c];
                if (escape == 0) {
                    bytes[length++] = (byte) c;
                } else if (escape == 'u') {
                    escape(c);
                } else {
                    bytes[length++] = '\\';
                    bytes[length++] = escape;
                }
            } else {
                int taken = wide(value, i);
                if (taken == 0) {
                    // Half a pair has no UTF-8 form; its escape says honestly what the string holds.
                    escape(c);
                } else {
                    i += taken - 1;
                }
            }
        }
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        bytes[length++] = HEX[c >> 12];
        bytes[length++] = HEX[c >> 8 & 15];
        bytes[length++] = HEX[c >> 4 & 15];
        bytes[length++] = HEX[c & 15];
    }

    /** An enum constant, by name. */
    public JsonWriter string(Enum<?> value) {
        return string(value.name());
    }

    /** A UUID. */
    public JsonWriter string(UUID value) {
        return quoted(value.toString());
    }

    /** Bytes, in Base64. */
    public JsonWriter string(byte[] value) {
        byte[] encoded = Base64.getEncoder().encode(value);
        separate(encoded.length + 2);
        bytes[length++] = '"';
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        bytes[length++] = '"';
        return this;
    }

    /** A point in time: {@code "2025-01-01T00:00:00Z"}. */
    public JsonWriter string(Instant value) {
        long day = Math.floorDiv(value.getEpochSecond(), 86_400);
        int second = (int) Math.floorMod(value.getEpochSecond(), 86_400L);
        if (day < -719_528 || day > 2_932_896) { // outside the years 0 to 9999
            return quoted(value.toString());
        }
        separate(40);
        bytes[length++] = '"';
        date(day);
        bytes[length++] = 'T';
        time(second / 3600, second / 60 % 60, second % 60, value.getNano());
        bytes[length++] = 'Z';
        bytes[length++] = '"';
        return this;
    }

    /** A point in time with its offset. */
    public JsonWriter string(OffsetDateTime value) {
        if (value.getOffset().equals(ZoneOffset.UTC)) {
            return string(value.toInstant());
        }
        // Not toString(): it leaves out zero seconds, which RFC 3339 asks for.
        return quoted(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
    }

    /** A point in time with its offset; the zone's name is not written. */
    public JsonWriter string(ZonedDateTime value) {
        return string(value.toOffsetDateTime());
    }

    /** A date: {@code "2025-01-01"}. */
    public JsonWriter string(LocalDate value) {
        if (value.getYear() < 0 || value.getYear() > 9999) {
            return quoted(value.toString());
        }
        separate(12);
        bytes[length++] = '"';
        date(value.getYear(), value.getMonthValue(), value.getDayOfMonth());
        bytes[length++] = '"';
        return this;
    }

    /** A time of day: {@code "13:05:00"}. */
    public JsonWriter string(LocalTime value) {
        separate(24);
        bytes[length++] = '"';
        time(value.getHour(), value.getMinute(), value.getSecond(), value.getNano());
        bytes[length++] = '"';
        return this;
    }

    /** A date and a time of day without a zone. */
    public JsonWriter string(LocalDateTime value) {
        if (value.getYear() < 0 || value.getYear() > 9999) {
            return quoted(value.toString());
        }
        separate(36);
        bytes[length++] = '"';
        date(value.getYear(), value.getMonthValue(), value.getDayOfMonth());
        bytes[length++] = 'T';
        time(value.getHour(), value.getMinute(), value.getSecond(), value.getNano());
        bytes[length++] = '"';
        return this;
    }

    /** A length of time: {@code "PT1H30M"}. */
    public JsonWriter string(Duration value) {
        return quoted(value.toString());
    }

    /** A number of years, months and days: {@code "P1Y2M3D"}. */
    public JsonWriter string(Period value) {
        return quoted(value.toString());
    }

    /** A value by its encoder; null is written as such. */
    public <T> JsonWriter value(JsonEncoder<? super T> encoder, @Nullable T value) {
        if (value == null) {
            return nul();
        }
        encoder.write(this, value);
        return this;
    }

    /**
     * A value whose type is known only now: a string, number, boolean, enum, date or time, map or iterable of them, or null.
     * Fails with {@link JsonEncodingException} for any other.
     */
    public JsonWriter any(@Nullable Object value) {
        if (value == null) {
            return nul();
        } else if (value instanceof CharSequence text) {
            return string(text.toString());
        } else if (value instanceof Boolean bool) {
            return bool(bool);
        } else if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        } else if (value instanceof BigInteger integer) {
            return decimal(integer);
        } else if (value instanceof Double || value instanceof Float) {
            return value instanceof Float single ? number(single.floatValue()) : number(((Double) value).doubleValue());
        } else if (value instanceof Number number) {
            return number(number.longValue());
        } else if (value instanceof Instant instant) {
            return string(instant);
        } else if (value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof java.time.temporal.Temporal
                || value instanceof java.time.temporal.TemporalAmount) {
            return string(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            startObject();
            map.forEach((name, one) -> field(String.valueOf(name)).any(one));
            return endObject();
        } else if (value instanceof Iterable<?> many) {
            startArray();
            many.forEach(this::any);
            return endArray();
        }
        throw new JsonEncodingException(
                "There is no JSON form for " + value.getClass().getName());
    }

    // ---- pieces

    private void date(long epochDay) {
        // Howard Hinnant's civil_from_days: years begin in March, so that the leap day comes last.
        long z = epochDay + 719_468;
        long era = Math.floorDiv(z, 146_097);
        long dayOfEra = z - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (int) ((5 * dayOfYear + 2) / 153);
        int day = (int) (dayOfYear - (153L * shifted + 2) / 5 + 1);
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        date((int) (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month, day);
    }

    private void date(int year, int month, int day) {
        pair(year / 100);
        pair(year % 100);
        bytes[length++] = '-';
        pair(month);
        bytes[length++] = '-';
        pair(day);
    }

    private void time(int hour, int minute, int second, int nano) {
        pair(hour);
        bytes[length++] = ':';
        pair(minute);
        bytes[length++] = ':';
        pair(second);
        if (nano != 0) {
            bytes[length++] = '.';
            int places = nano % 1_000_000 == 0 ? 3 : nano % 1000 == 0 ? 6 : 9;
            int digits = places == 3 ? nano / 1_000_000 : places == 6 ? nano / 1000 : nano;
            for (int i = places - 1; i >= 0; i--) {
                bytes[length + i] = (byte) ('0' + digits % 10);
                digits /= 10;
            }
            length += places;
        }
    }

    private JsonWriter plain(byte[] text) {
        separate(text.length);
        copy(text);
        return this;
    }

    private JsonWriter plain(String text) {
        separate(text.length());
        copyAscii(text);
        return this;
    }

    private JsonWriter quoted(String text) {
        separate(text.length() + 2);
        bytes[length++] = '"';
        copyAscii(text);
        bytes[length++] = '"';
        return this;
    }

    // ---- between values

    /** Forgets that anything stood before: the next value is separated by the caller. */
    JsonWriter unseparated() {
        comma = false;
        return this;
    }

    /** One raw character between values, such as the line feed of JSON lines. */
    JsonWriter raw(char c) {
        room(1);
        bytes[length++] = (byte) c;
        comma = false;
        return this;
    }
}
