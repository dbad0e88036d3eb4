package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Relation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one result share: where they came from, and for each of their relations the references that are loaded together when
 * one of them is asked for. A row that is kept therefore keeps the references of its neighbours, not the neighbours themselves.
 */
public final class Batch {
    private static final Peers<?>[] NONE = {};

    private final Session session;
    private final FetchMode mode;
    // An array, looked through for each row: a model has few relations, and most have none.
    private Peers<?>[] peers = NONE;
    private int relations;

    Batch(Session session, FetchMode mode) {
        this.session = session;
        this.mode = mode;
    }

    /** The reference of a row to the row with this key, or null where there is no key. */
    public <M> @Nullable Ref<M> ref(Relation relation, @Nullable Object key) {
        return key == null ? null : refTo(relation, key);
    }

    /** The reference of a row to the row with this key, which every row has. */
    public <M> Ref<M> refTo(Relation relation, Object key) {
        Peers.Ones<M> together = ones(relation);
        return together.add(new Ref<>(key, together));
    }

    /** The reference of a row to the row with this key of any type, which every row has. */
    public <M, K> KeyRef<M, K> keyRefTo(Relation relation, K key) {
        Peers.Ones<M> together = ones(relation);
        return together.add(new KeyRef<>(key, together));
    }

    /** The reference of a row to the row with this key of any type, or null where there is no key. */
    public <M, K> @Nullable KeyRef<M, K> keyRef(Relation relation, @Nullable K key) {
        return key == null ? null : keyRefTo(relation, key);
    }

    /** The rows that point to the row with this key. */
    @SuppressWarnings("unchecked") // peers are kept by the relation that made them
    public <M> Many<M> many(Relation relation, Object key) {
        Peers<?> known = peers(relation);
        if (known == null) {
            known = keep(new Peers.Manies<M>(this, relation, Link.reverse(relation)));
        }
        return ((Peers.Manies<M>) known).add(key);
    }

    /** The rows that a table of its own pairs with the row with this key. */
    @SuppressWarnings("unchecked") // peers are kept by the relation that made them
    public <M> Many<M> many(JoinTable through, Object key) {
        Peers<?> known = peers(through);
        if (known == null) {
            known = keep(new Peers.Manies<M>(this, through, Link.through(through)));
        }
        return ((Peers.Manies<M>) known).add(key);
    }

    @SuppressWarnings("unchecked") // peers are kept by the relation that made them
    private <M> Peers.Ones<M> ones(Relation relation) {
        Peers<?> known = peers(relation);
        return (Peers.Ones<M>) (known == null ? keep(new Peers.Ones<M>(this, relation)) : known);
    }

    /** The references of all rows along this relation, or null if no row has any. */
    @Nullable Peers<?> peers(Object relation) {
        for (int i = 0; i < relations; i++) {
            if (peers[i].relation() == relation) {
                return peers[i];
            }
        }
        return null;
    }

    private Peers<?> keep(Peers<?> made) {
        if (relations == peers.length) {
            peers = Arrays.copyOf(peers, relations + 2);
        }
        peers[relations++] = made;
        return made;
    }

    /** Where the rows came from. */
    Session session() {
        return session;
    }

    FetchMode mode() {
        return mode;
    }
}
