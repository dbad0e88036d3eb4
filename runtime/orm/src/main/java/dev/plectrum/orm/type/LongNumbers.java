package dev.plectrum.orm.type;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads numbers of very many digits by halves. The JDK reads them digit by digit, which takes it the square of their number: a second
 * and a half for the longest that {@code numeric} holds, and nothing else happens on the event loop meanwhile.
 */
final class LongNumbers {
    /** From here on halves are faster. */
    private static final int MANY_DIGITS = 1_000;

    private LongNumbers() {}

    /** The number that PostgreSQL printed: digits, perhaps with a sign before them and a point among them. */
    static BigDecimal read(String text) {
        if (text.length() <= MANY_DIGITS) {
            return new BigDecimal(text);
        }
        int point = text.indexOf('.');
        int scale = point < 0 ? 0 : text.length() - point - 1;
        String digits = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
        boolean negative = digits.startsWith("-");
        BigInteger magnitude = magnitude(digits, negative ? 1 : 0, digits.length());
        return new BigDecimal(negative ? magnitude.negate() : magnitude, scale);
    }

    private static BigInteger magnitude(String digits, int from, int to) {
        int count = to - from;
        if (count <= MANY_DIGITS) {
            return new BigInteger(digits.substring(from, to));
        }
        int low = count / 2;
        BigInteger high = magnitude(digits, from, to - low);
        return high.multiply(BigInteger.TEN.pow(low)).add(magnitude(digits, to - low, to));
    }
}
