package dev.plectrum.orm.query;

import org.jspecify.annotations.Nullable;

/**
 * Texts of statements written not long ago. Queries of the same shape are written again and again; with this they share one string,
 * which has its hash already when the client looks for its prepared statement. Threads may see different texts in a slot, or write
 * over each other's: either is as good.
 */
final class Texts {
    private static final int SLOTS = 512;
    private static final int LONGEST = 4_096;
    private static final int SAMPLES = 32;

    private static final @Nullable String[] KNOWN = new String[SLOTS];

    private Texts() {}

    /** What was written, as a string. */
    static String of(StringBuilder written) {
        if (written.length() > LONGEST) {
            return written.toString();
        }
        int slot = slot(written);
        String known = KNOWN[slot];
        if (known == null || !known.contentEquals(written)) {
            known = written.toString();
            KNOWN[slot] = known;
        }
        return known;
    }

    /** By some of its characters: shapes differ in their length at least, and a mistake costs one string. */
    private static int slot(StringBuilder written) {
        int hash = written.length();
        int step = written.length() / SAMPLES + 1;
        for (int i = written.length() - 1; i >= 0; i -= step) {
            hash = 31 * hash + written.charAt(i);
        }
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
