package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Relation;
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

    /** A reference to this row along a relation, which may hold a unique field instead of the key. */
    @SuppressWarnings("unchecked") // the relation's target is the mapping of the model it leads to
    public static <M, K> KeyRef<M, K> along(Relation relation, M row) {
        Mapping<M, ?, ?> mapping = (Mapping<M, ?, ?>) relation.target();
        ColumnDef<?> column = relation.to(0);
        Object key = mapping.value(row, column.index());
        if (key == null) {
            throw new IllegalArgumentException(
                    "This " + mapping.modelName() + " has no " + column.field() + " yet, so nothing can point to it");
        }
        return new KeyRef<>(key, mapping, row);
    }

    static <M, K> KeyRef<M, K> back(Object own, Peers.Ones<M> peers) {
        KeyRef<M, K> ref = new KeyRef<>(own, peers);
        ref.setBack();
        return ref;
    }

    /**
     * The other row's key. Of the other side of a one-to-one, where only the other row knows it, throws {@code NotLoadedException} if that
     * was not loaded, and {@code NotFoundException} if there is none.
     */
    @SuppressWarnings("unchecked")
    public K id() {
        return (K) targetKey();
    }
}
