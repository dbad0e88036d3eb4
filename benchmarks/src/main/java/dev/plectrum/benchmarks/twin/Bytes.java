package dev.plectrum.benchmarks.twin;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * JSON and HTML as bytes, without a tree and without a {@code StringBuilder} between. One per event loop: the array is written
 * anew for each answer and copied once, to its exact size, when the answer is ready.
 */
public final class Bytes {
    private static final byte[] HEX = ascii("0123456789abcdef");

    private byte[] bytes = new byte[16 * 1024];
    private int size;

    /** A text that is written often, as bytes. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Forgets what was written. */
    public Bytes clear() {
        size = 0;
        return this;
    }

    /** A copy of what was written. */
    public Buffer toBuffer() {
        return Buffer.buffer(size).appendBytes(bytes, 0, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** Bytes as they are. */
    public Bytes raw(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    /** One ASCII character as it is. */
    public Bytes raw(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /** A JSON number. */
    public Bytes number(long value) {
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                return raw(ascii("-9223372036854775808"));
            }
            raw('-');
            value = -value;
        }
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        reserve(digits);
        digits(value, digits);
        return this;
    }

    /** A JSON string of a decimal: a number would lose digits in most readers. */
    public Bytes decimal(BigDecimal value) {
        raw('"');
        text(value.toPlainString());
        return raw('"');
    }

    /** A JSON string such as {@code 2025-01-01T00:00:00Z}, with microseconds if there are any. */
    public Bytes time(OffsetDateTime value) {
        OffsetDateTime utc =
                value.getOffset().equals(ZoneOffset.UTC) ? value : value.withOffsetSameInstant(ZoneOffset.UTC);
        reserve(29);
        bytes[size++] = '"';
        digits(utc.getYear(), 4);
        bytes[size++] = '-';
        digits(utc.getMonthValue(), 2);
        bytes[size++] = '-';
        digits(utc.getDayOfMonth(), 2);
        bytes[size++] = 'T';
        digits(utc.getHour(), 2);
        bytes[size++] = ':';
        digits(utc.getMinute(), 2);
        bytes[size++] = ':';
        digits(utc.getSecond(), 2);
        int micros = utc.getNano() / 1_000;
        if (micros > 0) {
            bytes[size++] = '.';
            digits(micros, 6);
        }
        bytes[size++] = 'Z';
        bytes[size++] = '"';
        return this;
    }

    /** A JSON string. */
    public Bytes string(String value) {
        // A character is one to three bytes of UTF-8, or six as an escape.
        reserve(value.length() * 6 + 2);
        bytes[size++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                i += wide(value, i);
            } else if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else {
                bytes[size++] = (byte) c;
            }
        }
        bytes[size++] = '"';
        return this;
    }

    private void escape(char c) {
        bytes[size++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[size++] = (byte) c;
            case '\n' -> bytes[size++] = 'n';
            case '\r' -> bytes[size++] = 'r';
            case '\t' -> bytes[size++] = 't';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[c >> 4];
                bytes[size++] = HEX[c & 15];
            }
        }
    }

    /** Text between HTML tags. */
    public Bytes html(String value) {
        // The longest entity has six bytes.
        reserve(value.length() * 6);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> raw(AMP);
                case '<' -> raw(LT);
                case '>' -> raw(GT);
                case '"' -> raw(QUOT);
                case '\'' -> raw(APOS);
                default -> {
                    if (c >= 0x80) {
                        i += wide(value, i);
                    } else {
                        bytes[size++] = (byte) c;
                    }
                }
            }
        }
        return this;
    }

    private static final byte[] AMP = ascii("&amp;");
    private static final byte[] LT = ascii("&lt;");
    private static final byte[] GT = ascii("&gt;");
    private static final byte[] QUOT = ascii("&quot;");
    private static final byte[] APOS = ascii("&#39;");

    /** Writes the character that begins here in UTF-8; returns 1 if it took the next {@code char} as well. */
    private int wide(String value, int at) {
        char c = value.charAt(at);
        if (c < 0x800) {
            bytes[size++] = (byte) (0xc0 | (c >> 6));
            bytes[size++] = continuation(c);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            bytes[size++] = (byte) (0xe0 | (c >> 12));
            bytes[size++] = continuation(c >> 6);
            bytes[size++] = continuation(c);
            return 0;
        }
        int point = value.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            // Half a pair is no character; a Java encoder would write the same.
            bytes[size++] = '?';
            return 0;
        }
        bytes[size++] = (byte) (0xf0 | (point >> 18));
        bytes[size++] = continuation(point >> 12);
        bytes[size++] = continuation(point >> 6);
        bytes[size++] = continuation(point);
        return 1;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }

    @SuppressWarnings("deprecation") // copies the low byte of each character, which is all there is to ASCII
    private void text(String ascii) {
        reserve(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, size);
        size += ascii.length();
    }

    private void digits(long value, int count) {
        for (int i = size + count - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        size += count;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
