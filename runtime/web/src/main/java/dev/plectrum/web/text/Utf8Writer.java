package dev.plectrum.web.text;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text as UTF-8 in one growing array, which becomes the buffer that is sent without another copy. */
public abstract class Utf8Writer {
    /** "00" to "99": two digits a division. */
    private static final byte[] PAIRS = new byte[200];

    private static final byte[] LEAST_LONG = ascii("-9223372036854775808");

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    /** What is written, and room for more behind it. */
    protected byte[] bytes;

    /** How much is written. */
    protected int length;

    /** An empty writer with room for about so many bytes. */
    protected Utf8Writer(int sizeHint) {
        bytes = new byte[Math.max(sizeHint, 16)];
    }

    /** The bytes of a text of ASCII characters alone. */
    protected static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Makes sure that so many bytes can be written. */
    protected final void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + (bytes.length >> 1), length + count));
        }
    }

    /** Writes bytes as they are. There must be room. */
    protected final void copy(byte[] text) {
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    /** Writes a text of ASCII characters alone. There must be room. */
    protected final void copyAscii(String text) {
        copyAscii(text, text.length());
    }

    /** Writes the beginning of a text, which is ASCII so far. There must be room. */
    @SuppressWarnings("deprecation") // takes the low byte of each character, which is all there is to ASCII
    protected final void copyAscii(String text, int count) {
        text.getBytes(0, count, bytes, length);
        length += count;
    }

    /**
     * Writes the character beyond ASCII that begins here. There must be room for four bytes. Returns how many {@code char}s it took: one or
     * two, or none if it is half a pair, which has no form in UTF-8.
     */
    protected final int wide(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
            bytes[length++] = continuation(c);
            return 1;
        }
        if (!Character.isSurrogate(c)) {
            bytes[length++] = (byte) (0xe0 | c >> 12);
            bytes[length++] = continuation(c >> 6);
            bytes[length++] = continuation(c);
            return 1;
        }
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            return 0;
        }
        bytes[length++] = (byte) (0xf0 | point >> 18);
        bytes[length++] = continuation(point >> 12);
        bytes[length++] = continuation(point >> 6);
        bytes[length++] = continuation(point);
        return 2;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }

    /** Writes a number. There must be room for twenty bytes. */
    protected final void digits(long value) {
        long rest = value;
        if (rest < 0) {
            if (rest == Long.MIN_VALUE) {
                copy(LEAST_LONG);
                return;
            }
            bytes[length++] = '-';
            rest = -rest;
        }
        length += count(rest);
        int at = length;
        while (rest >= 100) {
            int two = (int) (rest % 100);
            rest /= 100;
            bytes[--at] = PAIRS[2 * two + 1];
            bytes[--at] = PAIRS[2 * two];
        }
        if (rest >= 10) {
            bytes[--at] = PAIRS[2 * (int) rest + 1];
            bytes[--at] = PAIRS[2 * (int) rest];
        } else {
            bytes[--at] = (byte) ('0' + rest);
        }
    }

    private static int count(long value) {
        int count = 1;
        for (long bound = 10; count < 19; bound *= 10, count++) {
            if (value < bound) {
                return count;
            }
        }
        return count;
    }

    /** Writes a number below a hundred in two digits. There must be room. */
    protected final void pair(int value) {
        bytes[length++] = PAIRS[2 * value];
        bytes[length++] = PAIRS[2 * value + 1];
    }

    /** How many bytes are written. */
    public final int size() {
        return length;
    }

    /** What is written, without a copy. The writer must not be used again. */
    public final Buffer toBuffer() {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
    }

    /** A copy of what is written. */
    public final byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What is written, as text. */
    @Override
    public final String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
