package dev.plectrum.web.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a {@code Range} header asks for. Several ranges at once are answered with the whole, which the standard
 * allows: they are rare, and a way to make one request cost a hundred.
 *
 * @param first the first byte
 * @param length how many; -1 is all
 */
record ByteRange(long first, long length) {
    static final ByteRange WHOLE = new ByteRange(0, -1);
    private static final ByteRange UNSATISFIABLE = new ByteRange(-1, 0);
    private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    static ByteRange parse(@Nullable String header, long size) {
        Matcher matcher = SINGLE.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return WHOLE;
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) {
            if (to.isEmpty()) {
                return WHOLE;
            }
            long last = Math.min(Long.parseLong(to), size);
            return last == 0 ? UNSATISFIABLE : new ByteRange(size - last, last);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (first >= size) {
            return UNSATISFIABLE;
        }
        return last < first ? WHOLE : new ByteRange(first, last - first + 1);
    }

    boolean isWhole() {
        return length < 0;
    }

    boolean isUnsatisfiable() {
        return first < 0;
    }
}
