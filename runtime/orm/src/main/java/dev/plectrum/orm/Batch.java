package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Relation;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one result share: where they came from, and for each of their relations the references that are loaded together when
 * one of them is asked for. A row that is kept therefore keeps the references of its neighbours, not the neighbours themselves.
 */
public final class Batch {
    private final Session session;
    private final FetchMode mode;
    private final IdentityHashMap<Object, Peers<?>> peers = new IdentityHashMap<>(4);

    Batch(Session session, FetchMode mode) {
        this.session = session;
        this.mode = mode;
    }

    /** The reference of a row to the row with this key, or null where there is no key. */
    public <M> @Nullable Ref<M> ref(Relation relation, @Nullable Object key) {
        if (key == null) {
            return null;
        }
        Peers.Ones<M> together = ones(relation);
        return together.add(new Ref<>(key, together, together.mapping(), null));
    }

    /** The reference of a row to the row with this key, which every row has. */
    public <M> Ref<M> refTo(Relation relation, Object key) {
        Peers.Ones<M> together = ones(relation);
        return together.add(new Ref<>(key, together, together.mapping(), null));
    }

    /** The reference of a row to the row with this key of any type, which every row has. */
    public <M, K> KeyRef<M, K> keyRefTo(Relation relation, K key) {
        Peers.Ones<M> together = ones(relation);
        return together.add(new KeyRef<>(key, together, together.mapping(), null));
    }

    /** The reference of a row to the row with this key of any type, or null where there is no key. */
    public <M, K> @Nullable KeyRef<M, K> keyRef(Relation relation, @Nullable K key) {
        if (key == null) {
            return null;
        }
        Peers.Ones<M> together = ones(relation);
        return together.add(new KeyRef<>(key, together, together.mapping(), null));
    }

    /** The rows that point to the row with this key. */
    public <M> Many<M> many(Relation relation, Object key) {
        return this.<M>manies(relation, Link.reverse(relation)).add(key);
    }

    /** The rows that a table of its own pairs with the row with this key. */
    public <M> Many<M> many(JoinTable through, Object key) {
        return this.<M>manies(through, Link.through(through)).add(key);
    }

    @SuppressWarnings("unchecked") // peers are kept by the relation that made them
    private <M> Peers.Ones<M> ones(Relation relation) {
        Peers<?> known = peers.get(relation);
        if (known == null) {
            known = new Peers.Ones<M>(this, relation);
            peers.put(relation, known);
        }
        return (Peers.Ones<M>) known;
    }

    @SuppressWarnings("unchecked") // peers are kept by the relation that made them
    private <M> Peers.Manies<M> manies(Object relation, Link link) {
        Peers<?> known = peers.get(relation);
        if (known == null) {
            known = new Peers.Manies<M>(this, link);
            peers.put(relation, known);
        }
        return (Peers.Manies<M>) known;
    }

    /** The references of all rows along this relation, or null if no row has any. */
    @Nullable Peers<?> peers(Object relation) {
        return peers.get(relation);
    }

    /** Where the rows came from. */
    Session session() {
        return session;
    }

    FetchMode mode() {
        return mode;
    }
}
