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

    static <M> Ref<M> back(Object own, Peers.Ones<M> peers) {
        Ref<M> ref = new Ref<>(own, peers);
        ref.setBack();
        return ref;
    }

    /**
     * The other row's key. Of the other side of a one-to-one, where only the other row knows it, throws {@code NotLoadedException} if that
     * was not loaded, and {@code NotFoundException} if there is none.
     */
    public long id() {
        return ((Number) targetKey()).longValue();
    }
}
