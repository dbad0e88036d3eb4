package dev.plectrum.web.input;

/** Letters and digits of ASCII; those of {@link Character} include every script's. */
public final class Ascii {
    private Ascii() {}

    /** Whether this is one of {@code a} to {@code z}, {@code A} to {@code Z}, {@code 0} to {@code 9}. */
    public static boolean isLetterOrDigit(char c) {
        char lower = (char) (c | 0x20);
        return isDigit(c) || (lower >= 'a' && lower <= 'z');
    }

    /** Whether this is one of {@code 0} to {@code 9}. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
