package dev.plectrum.orm;

import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The references of one relation in all rows of one result. When one of them is asked for, all are loaded, so that N rows cost one
 * statement more and not N.
 *
 * @param <M> the model they lead to
 */
abstract sealed class Peers<M> {
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String OURS = Peers.class.getPackageName() + ".";

    /** Room for this many rows of each owner from the beginning. */
    private static final int FEW = 4;

    private final Batch batch;
    private final Object relation;
    private final Link link;
    /** How many references there are. */
    private int size;

    /** The load that is under way for all, which those who ask meanwhile join. */
    private @Nullable Future<?> loading;

    Peers(Batch batch, Object relation) {
        this.batch = batch;
        this.relation = relation;
        this.link = Link.of(relation);
    }

    Batch batch() {
        return batch;
    }

    /** The relation, or the table in between, that these references lead along. */
    final Object relation() {
        return relation;
    }

    /** How the rows are found. */
    Link link() {
        return link;
    }

    /** Whose rows are looked for. */
    @SuppressWarnings("unchecked") // the link's target is the mapping of the model it leads to
    final Mapping<M, ?, ?> mapping() {
        return (Mapping<M, ?, ?>) link.target();
    }

    /** The model's name for the relation. */
    final String name() {
        return link.name();
    }

    /** The relation for messages. */
    final String describe() {
        return "The relation " + name();
    }

    /**
     * Loads the relation of all rows of these results that do not have it yet, as this query says. They are all of the same kind as this
     * one. Returns the batch of the rows that came.
     */
    abstract Future<Batch> loadAll(List<Peers<M>> together, Query query);

    /** How many references these are. */
    static int count(List<? extends Peers<?>> together) {
        int count = 0;
        for (Peers<?> peers : together) {
            count += peers.size;
        }
        return count;
    }

    /** Remembers that there is one more. */
    final void grown() {
        size++;
    }

    /** Tells the reference that was added last whose it is, if rows point to that. */
    abstract void made(Object row);

    /** Tells a row whose it is, if that is known: its own reference to it is loaded then. */
    final void tell(M row, @Nullable Object owner) {
        Relation forward = link.forward();
        if (forward != null && owner != null) {
            mapping().putRelated(row, forward, owner);
        }
    }

    /** Loads the relation of all rows that do not have it yet, as this query says. Returns the batch of the rows that came. */
    final Future<Batch> loadAll(Query query) {
        return loadAll(List.of(this), query);
    }

    final Future<?> loadTogether() {
        Future<?> under = loading;
        if (under == null || under.isComplete()) {
            under = Turn.load(this);
            loading = under;
        }
        return under;
    }

    final Future<?> refuse() {
        return Future.failedFuture(new NotLoadedException(describe()
                + " was not loaded with its row, and the query set's fetch mode is FAIL"
                + asker().map(line -> ". It was asked for at " + line).orElse("")
                + ". Add selectRelated or prefetchRelated to the query"));
    }

    /** The line of the user's code that asks. */
    private static Optional<String> asker() {
        return STACK.walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(Object::toString));
    }

    /** References that wait for their rows. */
    private interface Waiting<R> {
        void each(Consumer<R> action);
    }

    /** References to one row each. */
    static final class Ones<M> extends Peers<M> {
        private final Relation relation;
        // A chain through the references themselves: a list of them would cost each row more.
        private @Nullable Reference<M> first;
        private @Nullable Reference<M> last;

        Ones(Batch batch, Relation relation) {
            super(batch, relation);
            this.relation = relation;
        }

        /** What a reference holds, as rows are compared by it. */
        Object comparable(Object key) {
            return relation.comparable(key);
        }

        <R extends Reference<M>> R add(R reference) {
            if (last == null) {
                first = reference;
            } else {
                last.next(reference);
            }
            last = reference;
            grown();
            return reference;
        }

        Future<?> load(Reference<M> wanted) {
            return switch (batch().mode()) {
                case BATCH -> loadTogether();
                case ONE -> load(1, action -> action.accept(wanted), link().plain());
                case FAIL -> refuse();
            };
        }

        @Override
        Future<Batch> loadAll(List<Peers<M>> together, Query query) {
            return load(
                    count(together),
                    action -> {
                        for (Peers<M> peers : together) {
                            ((Ones<M>) peers).each(action);
                        }
                    },
                    query);
        }

        private Future<Batch> load(int most, Waiting<Reference<M>> waiting, Query query) {
            KeyMap<M> found = new KeyMap<>(most);
            waiting.each(reference -> found.add(comparable(reference.keyValue())));
            if (found.isEmpty()) {
                return Future.succeededFuture(batch());
            }
            return Fetch.ofOwners(batch(), mapping(), query, link(), found, found::set, () -> tell(waiting, found))
                    .map(into -> {
                        waiting.each(reference -> reference.load(found.get(comparable(reference.keyValue()))));
                        return into;
                    });
        }

        /** Tells each row who has the reference to it, where that is the other side of its own. */
        private void tell(Waiting<Reference<M>> waiting, KeyMap<M> found) {
            if (link().forward() != null) {
                waiting.each(reference -> {
                    M row = found.get(reference.keyValue());
                    if (row != null) {
                        tell(row, reference.holder());
                    }
                });
            }
        }

        @Override
        void made(Object row) {
            if (last != null && link().forward() != null) {
                last.heldBy(row);
            }
        }

        /** Those that are not settled yet. */
        private void each(Consumer<Reference<M>> action) {
            for (Reference<M> reference = first; reference != null; reference = reference.next()) {
                if (!reference.isSettled()) {
                    action.accept(reference);
                }
            }
        }
    }

    /** References to many rows each. */
    static final class Manies<M> extends Peers<M> {
        // A chain, as above.
        private @Nullable Many<M> first;
        private @Nullable Many<M> last;

        Manies(Batch batch, Object relation) {
            super(batch, relation);
        }

        Many<M> add(Object owner) {
            return enter(new Many<>(this, owner));
        }

        /** These are loaded with the others. */
        Many<M> enter(Many<M> many) {
            if (last == null) {
                first = many;
            } else {
                last.next(many);
            }
            last = many;
            grown();
            return many;
        }

        Future<?> load(Many<M> wanted) {
            return switch (batch().mode()) {
                case BATCH -> loadTogether();
                case ONE -> load(1, action -> action.accept(wanted), link().plain());
                case FAIL -> refuse();
            };
        }

        @Override
        Future<Batch> loadAll(List<Peers<M>> together, Query query) {
            return load(
                    count(together),
                    action -> {
                        for (Peers<M> peers : together) {
                            ((Manies<M>) peers).each(action);
                        }
                    },
                    query);
        }

        private Future<Batch> load(int most, Waiting<Many<M>> waiting, Query query) {
            KeyMap<List<M>> found = new KeyMap<>(most);
            waiting.each(many -> found.add(many.ownerKey()));
            if (found.isEmpty()) {
                return Future.succeededFuture(batch());
            }
            return Fetch.ofOwners(
                            batch(),
                            mapping(),
                            query,
                            link(),
                            found,
                            new Gathering<>(found),
                            () -> tell(waiting, found))
                    .map(into -> {
                        waiting.each(many -> {
                            List<M> rows = found.get(many.ownerKey());
                            many.load(rows == null ? new ArrayList<>(0) : rows);
                        });
                        return into;
                    });
        }

        /** Puts rows to their owners. They mostly come one owner after the other, who then need not be looked for again. */
        private static final class Gathering<M> implements BiConsumer<Object, M> {
            private final KeyMap<List<M>> found;
            private @Nullable Object last;
            private List<M> rows = List.of();

            Gathering(KeyMap<List<M>> found) {
                this.found = found;
            }

            @Override
            public void accept(Object owner, M row) {
                if (!owner.equals(last)) {
                    rows = found.getOrMake(owner, () -> new ArrayList<>(FEW));
                    last = owner;
                }
                rows.add(row);
            }
        }

        /** Tells each row to whom it belongs, where it points there itself. */
        private void tell(Waiting<Many<M>> waiting, KeyMap<List<M>> found) {
            if (link().forward() != null) {
                waiting.each(many -> {
                    List<M> rows = found.get(many.ownerKey());
                    if (rows != null) {
                        rows.forEach(row -> tell(row, many.holder()));
                    }
                });
            }
        }

        @Override
        void made(Object row) {
            if (last != null && link().forward() != null) {
                last.heldBy(row);
            }
        }

        /** Those that are not loaded yet. */
        private void each(Consumer<Many<M>> action) {
            for (Many<M> many = first; many != null; many = many.next()) {
                if (!many.isLoaded()) {
                    action.accept(many);
                }
            }
        }
    }
}
