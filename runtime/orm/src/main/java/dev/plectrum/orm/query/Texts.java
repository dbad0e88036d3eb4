package dev.plectrum.orm.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in the texts of statements, which are a tree of the pieces that they were written from. Queries of one shape are written from
 * the same pieces again and again, most of them the very same objects, so that writing one more is a walk down the tree. Nothing is
 * copied, and at the end stands the string of the first, which has its hash already when the client looks for its prepared statement.
 *
 * <p>Threads share the tree, and look things up in it without waiting for each other. Who does not see what another has just added finds
 * it when he is about to add it himself, which is done one after the other.
 */
final class Texts {
    /** What the tree may hold, in characters; a new one is begun then. It is far more than a program's own shapes take. */
    private static final int MOST = 1 << 23;
    /** What a place takes beside the characters of its piece. */
    private static final int EACH = 64;
    /** Longer ones are hardly written again, such as somebody's own SQL with values in it. */
    private static final int LONGEST_PIECE = 4_096;

    private static final int LONGEST = 1 << 14;

    private static Texts start = new Texts(null, "");
    private static int held;

    private final @Nullable Texts before;
    private final String piece;
    /** How many pieces, and characters, it is from the start to behind this one. */
    private final int pieces;

    private final int length;

    private @Nullable Texts latest;
    /** What was written next by all: a table by hashes, in which an empty place ends the search. */
    private @Nullable Texts[] next = new Texts[1];

    private int nexts;
    private @Nullable String whole;

    private Texts(@Nullable Texts before, String piece) {
        this.before = before;
        this.piece = piece;
        this.pieces = before == null ? 0 : before.pieces + 1;
        this.length = before == null ? 0 : before.length + piece.length();
    }

    /** Where every text begins. */
    static Texts start() {
        if (held > MOST) {
            start = new Texts(null, "");
            held = 0;
        }
        return start;
    }

    /** The place behind this piece; null if it is one that is not kept. */
    @Nullable Texts then(String piece) {
        Texts expected = latest;
        return expected != null && isSame(expected.piece, piece) ? expected : search(piece);
    }

    @SuppressWarnings("ReferenceEquality") // that is the question
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    private @Nullable Texts search(String piece) {
        if (piece.length() > LONGEST_PIECE || length > LONGEST) {
            return null;
        }
        Texts found = find(piece);
        if (found == null) {
            found = add(piece);
        }
        latest = found;
        return found;
    }

    private @Nullable Texts find(String piece) {
        @Nullable Texts[] table = next;
        int mask = table.length - 1;
        int i = piece.hashCode() & mask;
        for (Texts at = table[i]; at != null; at = table[i]) {
            if (at.piece.equals(piece)) {
                return at;
            }
            i = (i + 1) & mask;
        }
        return null;
    }

    private synchronized Texts add(String piece) {
        Texts found = find(piece);
        if (found != null) {
            return found;
        }
        Texts added = new Texts(this, piece);
        if (2 * ++nexts > next.length) {
            @Nullable Texts[] larger = new Texts[2 * next.length];
            for (Texts each : next) {
                if (each != null) {
                    put(larger, each);
                }
            }
            next = larger;
        }
        put(next, added);
        held += EACH + piece.length();
        return added;
    }

    private static void put(@Nullable Texts[] table, Texts place) {
        int i = place.piece.hashCode() & (table.length - 1);
        while (table[i] != null) {
            i = (i + 1) & (table.length - 1);
        }
        table[i] = place;
    }

    /** All pieces up to here: the same string each time. */
    String whole() {
        String known = whole;
        if (known == null) {
            String[] all = new String[pieces];
            for (Texts at = this; at.before != null; at = at.before) {
                all[at.pieces - 1] = at.piece;
            }
            known = String.join("", Arrays.asList(all));
            whole = known;
            held += known.length();
        }
        return known;
    }
}
