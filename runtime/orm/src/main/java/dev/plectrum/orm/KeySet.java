package dev.plectrum.orm;

import org.jspecify.annotations.Nullable;

/** The keys of the rows of a bulk statement: half-filled slots, since an entry for each of them would cost more than its row. */
final class KeySet {
    private final @Nullable Object[] slots;

    /** Room for this many. */
    KeySet(int size) {
        slots = new Object[Integer.highestOneBit(Math.max(size, 1)) * 4];
    }

    /** Adds a key. False if an equal one is there already. */
    boolean add(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        for (Object there = slots[slot]; there != null; there = slots[slot]) {
            if (there.equals(key)) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = key;
        return true;
    }
}
