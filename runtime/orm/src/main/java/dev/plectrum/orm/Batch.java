package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one result share: where they came from, and for each of their relations the references that are loaded together when
 * one of them is asked for. A row that is kept therefore keeps the references of its neighbours; and, where others point to them, the
 * neighbours themselves, because those others are to know them. Rows of a stream keep no neighbours.
 */
public final class Batch {
    private static final Peers<?>[] NONE = {};

    private final Session session;
    private final FetchMode mode;
    private final @Nullable List<Sql> sent;
    private final boolean knowsOwners;
    // An array, looked through for each row: a model has few relations, and most have none.
    private Peers<?>[] peers = NONE;
    private int relations;
    /** The batches of rows that are there already, by the relations that lead to them: only for what is prefetched behind them. */
    private @Nullable IdentityHashMap<Object, Batch> known;
    /** Whether there are references of rows that others point to: whoever loads those tells them. */
    private boolean owning;

    Batch(Session session, FetchMode mode) {
        this(session, mode, null);
    }

    /** A batch of rows that come one after the other: whoever keeps one should not keep all. */
    static Batch passing(Session session, FetchMode mode) {
        return new Batch(session, mode, null, false);
    }

    /** A batch that writes down the statements that it sends. */
    Batch(Session session, FetchMode mode, @Nullable List<Sql> sent) {
        this(session, mode, sent, true);
    }

    private Batch(Session session, FetchMode mode, @Nullable List<Sql> sent, boolean knowsOwners) {
        this.knowsOwners = knowsOwners;
        this.session = session;
        this.mode = mode;
        this.sent = sent;
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

    /** The reference of a row to a row of one of several models. */
    public <T> AnyRef<T> anyRefTo(AnyRelation any, String kind, Object key) {
        Relation relation = any.along(kind);
        Ref<T> ref = refTo(relation, key);
        return new AnyRef<>(kind, ref, relation);
    }

    /** The same, or null where there is none. */
    public <T> @Nullable AnyRef<T> anyRef(AnyRelation any, @Nullable String kind, @Nullable Object key) {
        return kind == null || key == null ? null : anyRefTo(any, kind, key);
    }

    /** The reference of the row with this key to the one row that points to it, or the one it has, if that is loaded. */
    public <M> Ref<M> refBack(Relation relation, Object own, @Nullable Ref<M> known) {
        if (known != null && known.isKnownOf(own)) {
            return known;
        }
        Peers.Ones<M> together = ones(relation);
        return together.add(Ref.back(own, together));
    }

    /** The same, where the other row's key is of any type. */
    public <M, K> KeyRef<M, K> keyRefBack(Relation relation, Object own, @Nullable KeyRef<M, K> known) {
        if (known != null && known.isKnownOf(own)) {
            return known;
        }
        Peers.Ones<M> together = ones(relation);
        return together.add(KeyRef.back(own, together));
    }

    /** The reference of the row with this key to the one row that points to it. */
    public <M> Ref<M> refBack(Relation relation, Object own) {
        return refBack(relation, own, null);
    }

    /** The same, where the other row's key is of any type. */
    public <M, K> KeyRef<M, K> keyRefBack(Relation relation, Object own) {
        return keyRefBack(relation, own, null);
    }

    /** The rows that point to the row with this key. */
    public <M> Many<M> many(Relation relation, Object key) {
        return this.<M>manies(relation).add(key);
    }

    /** The rows that a table of its own pairs with the row with this key. */
    public <M> Many<M> many(JoinTable through, Object key) {
        return this.<M>manies(through).add(key);
    }

    /** The rows that point to the row with this key, as they are known if they are loaded. */
    public <M> Many<M> many(Relation relation, Object key, @Nullable Many<M> known) {
        return many((Object) relation, key, known);
    }

    /** The rows that a table of its own pairs with the row with this key, as they are known if they are loaded. */
    public <M> Many<M> many(JoinTable through, Object key, @Nullable Many<M> known) {
        return many((Object) through, key, known);
    }

    private <M> Many<M> many(Object relation, Object key, @Nullable Many<M> known) {
        if (known != null && known.isLoaded() && known.ownerKey().equals(key)) {
            return known;
        }
        return this.<M>manies(relation).add(key);
    }

    @SuppressWarnings("unchecked") // peers are kept by the relation that made them
    private <M> Peers.Ones<M> ones(Relation relation) {
        Peers<?> known = peers(relation);
        return (Peers.Ones<M>) (known == null ? keep(new Peers.Ones<M>(this, relation)) : known);
    }

    @SuppressWarnings("unchecked") // peers are kept by the relation that made them
    private <M> Peers.Manies<M> manies(Object relation) {
        Peers<?> known = peers(relation);
        return (Peers.Manies<M>) (known == null ? keep(new Peers.Manies<M>(this, relation)) : known);
    }

    /** Sends a statement for these rows, or for what belongs to them. */
    <R> Future<R> query(Sql sql, Collector<Row, ?, R> rows) {
        if (sent != null) {
            sent.add(sql);
        }
        return session().query(sql, rows);
    }

    /** The row whose references were made last: where others point to it, they are told when they are loaded. */
    <M> M made(M row) {
        if (owning) {
            for (int i = 0; i < relations; i++) {
                peers[i].made(row);
            }
        }
        return row;
    }

    /** A batch for the rows that this relation leads to from these, where they come in the same statement. */
    Batch beside(Relation relation) {
        Batch beside = next();
        know(relation, beside);
        return beside;
    }

    /** Remembers that the rows which this relation leads to are those of another batch, so that they need not be loaded. */
    void know(Relation relation, Batch others) {
        if (known == null) {
            known = new IdentityHashMap<>();
        }
        known.put(relation, others);
    }

    /** The batch of the rows that a relation leads to, if they were there before anybody loaded them. */
    @Nullable Batch known(Object relation) {
        return known == null ? null : known.get(relation);
    }

    /** A batch for the rows that belong to these. */
    Batch next() {
        return new Batch(session, mode, sent);
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
        owning |= knowsOwners && made.link().forward() != null;
        return made;
    }

    /** Where the rows came from. */
    Session session() {
        return session.lasting();
    }

    FetchMode mode() {
        return mode;
    }
}
