package dev.plectrum.orm;

import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** Keys in one statement: beyond this an array only makes the statement's memory grow. */
    private static final int CHUNK = 10_000;

    /** Room for this many rows of each owner from the beginning. */
    private static final int FEW = 4;

    final Batch batch;
    private final Object relation;
    /** The load that is under way for all, which those who ask meanwhile join. */
    private @Nullable Future<Batch> loading;

    Peers(Batch batch, Object relation) {
        this.batch = batch;
        this.relation = relation;
    }

    /** The relation, or the table in between, that these references lead along. */
    final Object relation() {
        return relation;
    }

    /** The model's name for the relation. */
    abstract String name();

    /** The relation for messages. */
    String describe() {
        return "The relation " + name();
    }

    /** Loads the relation of all rows that do not have it yet, as this query says. Returns the batch of the rows that came. */
    abstract Future<Batch> loadAll(Query query);

    /** The query that loads what it is without further wishes. */
    abstract Query plain();

    final Future<Batch> loadTogether() {
        Future<Batch> under = loading;
        if (under == null || under.isComplete()) {
            under = loadAll(plain());
            loading = under;
        }
        return under;
    }

    final <R> Future<R> refuse() {
        return Future.failedFuture(
                new NotLoadedException(
                        describe()
                                + " was not loaded with its row, and the query set's fetch mode is FAIL. Add selectRelated or prefetchRelated to the query"));
    }

    /** Runs the query once for each chunk of keys, into one batch. */
    static <M> Future<Batch> inChunks(
            Batch from,
            Mapping<M, ?, ?> mapping,
            Query query,
            ColumnNode column,
            Collection<Object> keys,
            BiConsumer<Object, M> each) {
        Batch into = new Batch(from.session(), from.mode());
        if (keys.size() <= CHUNK) {
            return Fetch.byOwner(into, mapping, query, column, keys, each)
                    .compose(done -> Fetch.prefetch(into, query))
                    .map(done -> into);
        }
        List<Object> all = List.copyOf(keys);
        List<Future<?>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += CHUNK) {
            List<Object> chunk = all.subList(start, Math.min(start + CHUNK, all.size()));
            chunks.add(Fetch.byOwner(into, mapping, query, column, chunk, each));
        }
        return Future.all(chunks).compose(done -> Fetch.prefetch(into, query)).map(done -> into);
    }

    /** References to one row each. */
    static final class Ones<M> extends Peers<M> {
        private final Relation relation;
        private final Mapping<M, ?, ?> mapping;
        // A chain through the references themselves: a list of them would cost each row more.
        private @Nullable Reference<M> first;
        private @Nullable Reference<M> last;

        @SuppressWarnings("unchecked") // the relation's target is the mapping of the model it leads to
        Ones(Batch batch, Relation relation) {
            super(batch, relation);
            this.relation = relation;
            this.mapping = (Mapping<M, ?, ?>) relation.target();
        }

        <R extends Reference<M>> R add(R reference) {
            if (last == null) {
                first = reference;
            } else {
                last.next(reference);
            }
            last = reference;
            return reference;
        }

        Mapping<M, ?, ?> mapping() {
            return mapping;
        }

        @Override
        String name() {
            return relation.name();
        }

        @Override
        Query plain() {
            return mapping.all().unordered();
        }

        Future<?> load(Reference<M> wanted) {
            return switch (batch.mode()) {
                case BATCH -> loadTogether();
                case ONE -> load(wanted, wanted, plain());
                case FAIL -> refuse();
            };
        }

        @Override
        Future<Batch> loadAll(Query query) {
            return first == null ? Future.succeededFuture(batch) : load(first, last, query);
        }

        private Future<Batch> load(Reference<M> from, @Nullable Reference<M> to, Query query) {
            // Its keys are what is asked for; what comes is put beside them.
            Map<Object, @Nullable M> found = new HashMap<>();
            each(from, to, reference -> found.put(reference.keyValue(), null));
            if (found.isEmpty()) {
                return Future.succeededFuture(batch);
            }
            ColumnNode column = new ColumnNode(new Path.Root(mapping, 0), relation.to(0));
            return inChunks(batch, mapping, query, column, found.keySet(), found::put)
                    .map(into -> {
                        each(from, to, reference -> reference.load(found.get(reference.keyValue())));
                        return into;
                    });
        }

        /** Those from one to another that are not settled yet. */
        @SuppressWarnings("ReferenceEquality") // two references to one row are equal
        private void each(Reference<M> from, @Nullable Reference<M> to, Consumer<Reference<M>> action) {
            for (Reference<M> reference = from; reference != null; reference = reference.next()) {
                if (!reference.isSettled()) {
                    action.accept(reference);
                }
                if (reference == to) {
                    return;
                }
            }
        }
    }

    /** Loads one reference by itself. */
    static <M> Future<Batch> one(Mapping<M, ?, ?> mapping, Session session, Reference<M> reference) {
        ColumnDef<?> key = mapping.key().get(0);
        Batch batch = new Batch(session, FetchMode.BATCH);
        Object[] found = new Object[1];
        return inChunks(
                        batch,
                        mapping,
                        mapping.all().unordered(),
                        new ColumnNode(new Path.Root(mapping, 0), key),
                        List.of(reference.keyValue()),
                        (k, row) -> found[0] = row)
                .map(into -> {
                    reference.load(mapping.cast(found[0]));
                    return into;
                });
    }

    /** References to many rows each. */
    static final class Manies<M> extends Peers<M> {
        private final Link link;
        private final Mapping<M, ?, ?> mapping;
        // A chain, as above.
        private @Nullable Many<M> first;
        private @Nullable Many<M> last;

        @SuppressWarnings("unchecked") // the link's target is the mapping of the model it leads to
        Manies(Batch batch, Object relation, Link link) {
            super(batch, relation);
            this.link = link;
            this.mapping = (Mapping<M, ?, ?>) link.target();
        }

        Many<M> add(Object owner) {
            Many<M> many = new Many<>(this, owner);
            if (last == null) {
                first = many;
            } else {
                last.next(many);
            }
            last = many;
            return many;
        }

        Link link() {
            return link;
        }

        Mapping<M, ?, ?> mapping() {
            return mapping;
        }

        @Override
        String name() {
            return link.name();
        }

        @Override
        Query plain() {
            return mapping.all();
        }

        Future<?> load(Many<M> wanted) {
            return switch (batch.mode()) {
                case BATCH -> loadTogether();
                case ONE -> load(wanted, wanted, plain());
                case FAIL -> refuse();
            };
        }

        @Override
        Future<Batch> loadAll(Query query) {
            return first == null ? Future.succeededFuture(batch) : load(first, last, query);
        }

        private Future<Batch> load(Many<M> from, @Nullable Many<M> to, Query query) {
            Map<Object, List<M>> found = new HashMap<>();
            each(from, to, many -> found.put(many.ownerKey(), new ArrayList<>(FEW)));
            if (found.isEmpty()) {
                return Future.succeededFuture(batch);
            }
            return inChunks(batch, mapping, query, link.ownerColumn(0), found.keySet(), (owner, row) -> {
                        List<M> rows = found.get(owner);
                        if (rows != null) {
                            rows.add(row);
                        }
                    })
                    .map(into -> {
                        each(from, to, many -> {
                            List<M> rows = found.get(many.ownerKey());
                            if (rows != null) {
                                many.load(rows);
                            }
                        });
                        return into;
                    });
        }

        /** Those from one to another that are not loaded yet. */
        private void each(Many<M> from, @Nullable Many<M> to, Consumer<Many<M>> action) {
            for (Many<M> many = from; many != null; many = many.next()) {
                if (!many.isLoaded()) {
                    action.accept(many);
                }
                if (many == to) {
                    return;
                }
            }
        }
    }
}
