package dev.plectrum.orm;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a row with a key that is no integer, or through a unique field that is not the key.
 *
 * @param <M> the other model
 * @param <K> the key's Java type
 */
public final class KeyRef<M, K> extends Reference<M> {
    KeyRef(Object key, Peers.Ones<M> peers) {
        super(key, peers);
    }

    private KeyRef(Object key, Mapping<M, ?, ?> mapping, @Nullable M target) {
        super(key, mapping, target);
    }

    /** A reference to the row with this key, not loaded. Generated code: {@code CountryQuerySet.ref("NZ")} is what people write. */
    public static <M, K> KeyRef<M, K> to(Mapping<M, ?, ?> mapping, K key) {
        return new KeyRef<>(key, mapping, null);
    }

    /** A reference to this row, loaded. */
    public static <M, K> KeyRef<M, K> of(Mapping<M, ?, ?> mapping, M row) {
        return new KeyRef<>(mapping.singleKeyOf(row), mapping, row);
    }

    /** The other row's key. */
    @SuppressWarnings("unchecked")
    public K id() {
        return (K) keyValue();
    }
}
