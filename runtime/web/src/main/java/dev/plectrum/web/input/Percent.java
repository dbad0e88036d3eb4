package dev.plectrum.web.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of URLs and forms, strict about UTF-8 both ways. */
public final class Percent {
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /**
     * A decoded text. Fails with {@link UnreadableException} on a broken escape, and on bytes that are not UTF-8: replaced by
     * {@code U+FFFD}, two different texts would become one.
     */
    public static String decode(String text, boolean plusIsSpace) {
        int first = firstEncoded(text, plusIsSpace);
        if (first < 0) {
            return text;
        }
        byte[] bytes = new byte[text.length() * 3];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()) {
                    throw broken();
                }
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high < 0 || low < 0 || text.charAt(i + 1) > 'f' || text.charAt(i + 2) > 'f') {
                    throw broken();
                }
                bytes[count++] = (byte) (high << 4 | low);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                bytes[count++] = ' ';
            } else if (c < 0x80) {
                bytes[count++] = (byte) c;
            } else {
                // The server hands over the request line as one char a byte: bytes that nobody encoded.
                if (c > 0xff) {
                    throw broken();
                }
                bytes[count++] = (byte) c;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, count))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableException("encoding", "is not UTF-8", java.util.Map.of());
        }
    }

    private static int firstEncoded(String text, boolean plusIsSpace) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c >= 0x80 || (c == '+' && plusIsSpace)) {
                return i;
            }
        }
        return -1;
    }

    private static UnreadableException broken() {
        return new UnreadableException("encoding", "is not percent-encoded", java.util.Map.of());
    }

    /** A text as it may stand in a path segment, a query or a fragment: only letters, digits and {@code -._~} stay. */
    public static String encode(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = isPlain(text.charAt(i));
        }
        if (plain) {
            return text;
        }
        if (!TextTypes.isStorable(text)) {
            throw new IllegalArgumentException("A URL " + TextTypes.NOT_STORABLE);
        }
        var out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && isPlain((char) b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return Ascii.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    }
}
