package dev.plectrum.orm;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the order in which they came, each once, and what belongs to them. Arrays only: there may be a key for each row, and an entry
 * for each key would cost as much as the row.
 *
 * @param <V> what belongs to a key
 */
final class KeyMap<V> extends AbstractCollection<Object> {
    private static final @Nullable Object[] NONE = {};

    private final Object[] keys;
    /** The places of keys, counted from one. */
    private final int[] slots;
    /** Leaves so many bits of a hash as count the slots. */
    private final int shift;

    private @Nullable Object[] values = NONE;
    private int size;

    /** Room for this many keys, and no more. */
    KeyMap(int most) {
        keys = new Object[most];
        slots = new int[Integer.highestOneBit(Math.max(most, 1)) * 4];
        shift = Integer.SIZE - Integer.numberOfTrailingZeros(slots.length);
    }

    /** Adds a key. False if an equal one is there already. */
    @Override
    public boolean add(Object key) {
        int slot = slotOf(key);
        if (slots[slot] != 0) {
            return false;
        }
        keys[size] = key;
        slots[slot] = ++size;
        return true;
    }

    /** Keeps what belongs to a key. Nothing happens if the key is none of these. */
    void set(Object key, V value) {
        int place = slots[slotOf(key)];
        if (place != 0) {
            values()[place - 1] = value;
        }
    }

    /** What belongs to a key; if nothing does yet, what is made for it now. Of a key that is none of these nothing is kept. */
    @SuppressWarnings("unchecked") // set puts in nothing else
    V getOrMake(Object key, Supplier<V> make) {
        int place = slots[slotOf(key)];
        if (place == 0) {
            return make.get();
        }
        V known = (V) values()[place - 1];
        if (known == null) {
            known = make.get();
            values[place - 1] = known;
        }
        return known;
    }

    private @Nullable Object[] values() {
        if (values.length == 0) {
            values = new Object[keys.length];
        }
        return values;
    }

    /** What belongs to a key; null if nothing is known to. */
    @SuppressWarnings("unchecked") // set puts in nothing else
    @Nullable V get(Object key) {
        int place = slots[slotOf(key)];
        return place == 0 || values.length == 0 ? null : (V) values[place - 1];
    }

    /** The slot that has this key, or the free one where it would stand. */
    private int slotOf(Object key) {
        // By the golden ratio, and its upper bits: keys that were counted up lie apart as evenly as can be, and hardly
        // any two meet.
        int slot = (key.hashCode() * 0x9E3779B9) >>> shift;
        while (slots[slot] != 0 && !keys[slots[slot] - 1].equals(key)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Object next() {
                if (next == size) {
                    throw new NoSuchElementException();
                }
                return keys[next++];
            }
        };
    }
}
