package dev.plectrum.orm;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a row with an integer key.
 *
 * @param <M> the other model
 */
public final class Ref<M> extends Reference<M> {
    Ref(Object key, Peers.Ones<M> peers) {
        super(key, peers);
    }

    private Ref(Object key, Mapping<M, ?, ?> mapping, @Nullable M target) {
        super(key, mapping, target);
    }

    /** A reference to the row with this key, not loaded. Generated code: {@code CategoryQuerySet.ref(7)} is what people write. */
    public static <M> Ref<M> to(Mapping<M, ?, ?> mapping, Object key) {
        return new Ref<>(key, mapping, null);
    }

    /** A reference to this row, loaded. */
    public static <M> Ref<M> of(Mapping<M, ?, ?> mapping, M row) {
        return new Ref<>(mapping.singleKeyOf(row), mapping, row);
    }

    /** The other row's key. */
    public long id() {
        return ((Number) keyValue()).longValue();
    }
}
