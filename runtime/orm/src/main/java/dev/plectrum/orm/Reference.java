package dev.plectrum.orm;

import static java.util.Objects.requireNonNull;

import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.FetchMode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of another model that this row points to: its key, and the row itself once it was loaded. Nothing is loaded unasked.
 *
 * @param <M> the other model
 */
public abstract sealed class Reference<M> permits Ref, KeyRef {
    private final Object key;
    /** The peers that it came with, or, if it was made by hand, the mapping of the other model. */
    private final Object origin;

    /** The other row; while it is not loaded and it is that which points here, the row that has this reference. */
    private @Nullable Object target;

    private @Nullable Reference<M> next;
    private boolean loaded;
    private boolean missing;
    /** Whether it is the other row that points here, so that the key is this row's own. */
    private boolean back;

    Reference(Object key, Peers.Ones<M> peers) {
        this.key = key;
        this.origin = peers;
    }

    Reference(Object key, Mapping<M, ?, ?> mapping, @Nullable M target) {
        this.key = key;
        this.origin = mapping;
        this.target = target;
        this.loaded = target != null;
    }

    @SuppressWarnings("unchecked") // peers of this model, by the constructor
    private Peers.@Nullable Ones<M> peers() {
        return origin instanceof Peers.Ones<?> peers ? (Peers.Ones<M>) peers : null;
    }

    /** The reference behind this one among its peers. */
    final @Nullable Reference<M> next() {
        return next;
    }

    final void next(Reference<M> reference) {
        next = reference;
    }

    /** What is known of the other row: its key, a unique field of it, or whom it points to. */
    final Object keyValue() {
        return key;
    }

    final Object targetKey() {
        return back ? mapping().singleKeyOf(get()) : key;
    }

    final void setBack() {
        back = true;
    }

    /** Remembers who has this reference, so that the other row can be told. */
    final void heldBy(Object row) {
        if (back && !isSettled() && target == null) {
            target = row;
        }
    }

    /** Who has this reference, if that is known. */
    final @Nullable Object holder() {
        return back && !loaded ? target : null;
    }

    /** Whether it is the reference of the row with this key, and the other row is loaded or known to be missing. */
    final boolean isKnownOf(Object own) {
        return isSettled() && key.equals(own);
    }

    /** Whether the row itself is there. */
    public final boolean isLoaded() {
        return loaded;
    }

    /** The row. Throws {@code NotLoadedException} if it was not loaded; it says what to add to the query. */
    @SuppressWarnings("unchecked") // what is loaded is of the other model
    public final M get() {
        if (!loaded) {
            if (missing) {
                throw notFound();
            }
            throw new NotLoadedException(
                    describe() + " was not loaded. Add selectRelated(" + path() + ") to the query, or await aget()");
        }
        return (M) requireNonNull(target);
    }

    private NotFoundException notFound() {
        return new NotFoundException(describe()
                + (back ? " leads to no row: none points to " : " points to a row that is not there: ")
                + key);
    }

    /** Whether it is known that there is no such row. */
    public final boolean isMissing() {
        return missing;
    }

    private String path() {
        Peers.Ones<M> peers = peers();
        return peers == null ? "…" : "row -> row." + peers.name() + "()";
    }

    private String describe() {
        Peers.Ones<M> peers = peers();
        return peers == null ? "The reference to " + key : peers.describe();
    }

    /**
     * The row, loaded if it was not yet. References of rows that came from one result are loaded together, so that a loop over them costs
     * one query. Fails with {@code NotFoundException} if there is no such row.
     */
    public final Future<M> aget() {
        if (loaded) {
            return Future.succeededFuture(get());
        }
        if (missing) {
            return Future.failedFuture(notFound());
        }
        Peers.Ones<M> peers = peers();
        if (peers == null) {
            return Future.failedFuture(new NotLoadedException("The reference to " + key
                    + " was made by hand and knows no database. Use aget(db), or the query set's aget"));
        }
        return peers.load(this).map(loaded -> get());
    }

    /** The row, loaded from there if it was not yet. Fails with {@code NotFoundException} if there is no such row. */
    public final Future<M> aget(Session session) {
        if (loaded) {
            return Future.succeededFuture(get());
        }
        Peers.Ones<M> peers = peers();
        Link link = peers == null ? mapping().linkToKey() : peers.link();
        Object known = peers == null ? key : peers.comparable(key);
        List<M> found = new ArrayList<>(1);
        return Fetch.ofOwners(
                        new Batch(session, FetchMode.BATCH),
                        mapping(),
                        link.plain(),
                        link,
                        Set.of(known),
                        (owner, row) -> found.add(row),
                        () -> {
                            if (peers != null && !found.isEmpty()) {
                                peers.tell(found.get(0), holder());
                            }
                        })
                .map(done -> {
                    load(found.isEmpty() ? null : found.get(0));
                    return get();
                });
    }

    @SuppressWarnings("unchecked") // the mapping of this model, by the constructors
    final Mapping<M, ?, ?> mapping() {
        Peers.Ones<M> peers = peers();
        return peers == null ? (Mapping<M, ?, ?>) origin : peers.mapping();
    }

    /** Puts the row in, or remembers that there is none. */
    final void load(@Nullable M row) {
        target = row;
        loaded = row != null;
        missing = row == null;
    }

    final boolean isSettled() {
        return loaded || missing;
    }

    /** Two references are equal if they have the same key and point to the same model. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Reference<?> reference
                && back == reference.back
                && key.equals(reference.key)
                && mapping().equals(reference.mapping());
    }

    @Override
    public final int hashCode() {
        return key.hashCode();
    }

    @Override
    public final String toString() {
        return mapping().modelName() + (back ? " of " : " ") + key;
    }
}
