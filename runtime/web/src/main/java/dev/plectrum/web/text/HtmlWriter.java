package dev.plectrum.web.text;

/**
 * Writes HTML. Markup is written as it is; text has its special characters replaced, so that it stays text whatever it holds, between tags
 * as well as in quoted attributes.
 *
 * <pre>{@code
 * new HtmlWriter(512).markup("<li>").text(product.name).markup("</li>")
 * }</pre>
 */
public final class HtmlWriter extends Utf8Writer {
    private static final byte[] AMP = ascii("&amp;");
    private static final byte[] LT = ascii("&lt;");
    private static final byte[] GT = ascii("&gt;");
    private static final byte[] QUOT = ascii("&quot;");
    private static final byte[] APOS = ascii("&#39;");

    private static final long SPECIAL = 1L << '&' | 1L << '<' | 1L << '>' | 1L << '"' | 1L << '\'';

    /** The longest replacement, and the longest character. */
    private static final int LONGEST = 6;

    /** An empty page with room for about so many bytes. */
    public HtmlWriter(int sizeHint) {
        super(sizeHint);
    }

    /** HTML that somebody wrote by hand, as bytes of UTF-8: a page's fixed parts need to be encoded once only. */
    public HtmlWriter markup(byte[] utf8) {
        room(utf8.length);
        copy(utf8);
        return this;
    }

    /** HTML that somebody wrote by hand. Never give it what came from outside. */
    public HtmlWriter markup(String html) {
        return write(html, 0);
    }

    /** Text from anywhere. */
    public HtmlWriter text(String text) {
        return write(text, SPECIAL);
    }

    /** A number. */
    public HtmlWriter text(long number) {
        room(20);
        digits(number);
        return this;
    }

    /** Those of these characters, all below 64, that the mask has a bit for are replaced. */
    private HtmlWriter write(String text, long replaced) {
        int count = text.length();
        room(count); // one byte for each character that is left, always
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 64 && (replaced >>> c & 1) != 0) {
                room(LONGEST + count - i);
                copy(replacement(c));
            } else if (c < 128) {
                bytes[length++] = (byte) c;
            } else {
                room(LONGEST + count - i);
                int taken = wide(text, i);
                if (taken == 0) {
                    bytes[length++] = '?'; // half a pair is no character
                } else {
                    i += taken - 1;
                }
            }
        }
        return this;
    }

    private static byte[] replacement(char special) {
        return switch (special) {
            case '&' -> AMP;
            case '<' -> LT;
            case '>' -> GT;
            case '"' -> QUOT;
            default -> APOS;
        };
    }
}
