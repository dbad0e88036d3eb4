package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Reads rows with the rows that belong to them: those in the same statement, and those of the statements that follow. */
final class Fetch {
    private Fetch() {}

    /** A decoder of the rows of one result. */
    static <M> Function<Row, M> decoder(Mapping<M, ?, ?> mapping, Query query, Batch batch) {
        Function<Row, M> decoder = query.related().isEmpty()
                ? row -> mapping.made(row, 0, batch)
                : new WithRelated<>(mapping, query, batch);
        return query.owner() instanceof Many<?> many ? many.telling(decoder) : decoder;
    }

    /** A decoder whose batch is replaced by a new one again and again, so that a stream's memory does not grow. */
    static <M> Function<Row, M> streamDecoder(
            Mapping<M, ?, ?> mapping, Query query, Session session, FetchMode mode, int rows) {
        if (!query.prefetches().isEmpty()) {
            throw new IllegalStateException("prefetchRelated of a stream: its rows are not all there at once."
                    + " Use selectRelated, or load relations in the function that handles a row");
        }
        return new Function<>() {
            private int left;
            private @Nullable Function<Row, M> decoder;

            @Override
            public M apply(Row row) {
                Function<Row, M> current = decoder;
                if (left-- == 0 || current == null) {
                    current = decoder(mapping, query, Batch.passing(session, mode));
                    decoder = current;
                    left = rows - 1;
                }
                return current.apply(row);
            }
        };
    }

    /** Keys in one statement: beyond this an array only makes the statement's memory grow. */
    private static final int CHUNK = 10_000;

    /**
     * The rows that belong to these owners, as this query says, each handed over with its owner's key. When all are there, and before
     * what the query wants loaded with them, {@code arrived} is run. Returns the batch of the rows.
     */
    static <M> Future<Batch> ofOwners(
            Batch from,
            Mapping<M, ?, ?> mapping,
            Query query,
            Link link,
            Collection<Object> owners,
            BiConsumer<Object, M> each,
            Runnable arrived) {
        Batch into = from.next();
        if (owners.size() <= CHUNK) {
            return into.query(link.ofOwners(query, owners), withOwner(into, mapping, query, link, each))
                    .compose(done -> behind(from, into, query, link, arrived));
        }
        List<Object> all = List.copyOf(owners);
        List<Future<?>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += CHUNK) {
            List<Object> chunk = all.subList(start, Math.min(start + CHUNK, all.size()));
            chunks.add(into.query(link.ofOwners(query, chunk), withOwner(into, mapping, query, link, each)));
        }
        return Future.all(chunks).compose(done -> behind(from, into, query, link, arrived));
    }

    private static Future<Batch> behind(Batch owners, Batch rows, Query query, Link link, Runnable arrived) {
        arrived.run();
        if (link.forward() != null && !query.prefetches().isEmpty()) {
            rows.know(link.forward(), owners);
        }
        return prefetch(rows, query).map(rows);
    }

    private static <M> Collector<Row, ?, ?> withOwner(
            Batch batch, Mapping<M, ?, ?> mapping, Query query, Link link, BiConsumer<Object, M> each) {
        Function<Row, M> decoder = decoder(mapping, query, batch);
        int own = link.ownerPosition();
        int position = own < 0 ? width(query) : own;
        return RowCollectors.each(row -> each.accept(link.owner().read(row, position), decoder.apply(row)));
    }

    /** How many columns a row of the query has. */
    static int width(Query query) {
        int width = query.table().columns().size();
        for (Path.Step step : query.related()) {
            width += step.table().columns().size();
        }
        return width;
    }

    /** Loads what the query asks for beside its rows, which are in this batch: one level after the other, each level's statements together. */
    static Future<?> prefetch(Batch batch, Query query) {
        if (query.prefetches().isEmpty()) {
            return Future.succeededFuture();
        }
        List<Future<?>> together = new ArrayList<>();
        for (Object relation : prefetched(query)) {
            Query rows = rowsOf(query, relation);
            Peers<?> peers = batch.peers(relation);
            if (peers != null) {
                together.add(peers.loadAll(rows));
            }
            // What is there already is not loaded again; what is wanted behind it is not there.
            Batch known = batch.known(relation);
            if (known != null) {
                together.add(prefetch(known, rows));
            }
        }
        return Future.all(together);
    }

    /** The relations of the query's own rows that it prefetches, each once. */
    private static Set<Object> prefetched(Query query) {
        Set<Object> relations = new LinkedHashSet<>();
        for (Query.Prefetch prefetch : query.prefetches()) {
            relations.add(prefetch.relations().get(0));
        }
        return relations;
    }

    /** The query of the rows that this relation leads to, with what lies behind: that is prefetched by the rows that come. */
    private static Query rowsOf(Query query, Object relation) {
        Query rows = Link.of(relation).plain();
        List<Query.Prefetch> behind = new ArrayList<>();
        for (Query.Prefetch prefetch : query.prefetches()) {
            List<Object> relations = prefetch.relations();
            if (relations.get(0) == relation && relations.size() > 1) {
                behind.add(new Query.Prefetch(relations.subList(1, relations.size()), prefetch.rows()));
            } else if (relations.get(0) == relation && prefetch.rows() != null) {
                rows = prefetch.rows();
            }
        }
        for (Query.Prefetch prefetch : behind) {
            rows = rows.prefetch(prefetch);
        }
        return rows;
    }

    /** The statements that follow the query's own, each after the name of its relation. */
    static void describe(Query query, StringBuilder text) {
        for (Object relation : prefetched(query)) {
            Link link = Link.of(relation);
            Query rows = rowsOf(query, relation);
            text.append("\n\n-- ").append(link.name()).append('\n');
            text.append(link.ofOwners(rows, List.of()).text());
            describe(rows, text);
        }
    }

    /** Decodes a row and the related rows beside it, and puts these into the references of that. */
    private static final class WithRelated<M> implements Function<Row, M> {
        /** A related row; {@code back} is its own reference to the row that it is related to, if it has one. */
        private record Part(
                int parent,
                Relation relation,
                Mapping<?, ?, ?> mapping,
                int at,
                int key,
                @Nullable Relation back,
                Batch batch) {}

        private final Mapping<M, ?, ?> mapping;
        private final Part[] parts;
        private final Batch batch;
        /** The related rows of the row at hand: one array for all, since rows come one after the other. */
        private final @Nullable Object[] rows;

        WithRelated(Mapping<M, ?, ?> mapping, Query query, Batch batch) {
            List<Path.Step> related = query.related();
            this.mapping = mapping;
            this.batch = batch;
            this.parts = new Part[related.size()];
            this.rows = new Object[related.size()];
            int at = mapping.columns().size();
            for (int i = 0; i < parts.length; i++) {
                Path.Step step = related.get(i);
                Mapping<?, ?, ?> target = (Mapping<?, ?, ?>) step.table();
                int parent = step.from() instanceof Path.Step before ? related.indexOf(before) : -1;
                ColumnDef<?> key = target.key().get(0);
                Relation back =
                        step.relation().pointsHere() ? Link.of(step.relation()).forward() : null;
                Batch owners = parent < 0 ? batch : parts[parent].batch;
                // What is prefetched behind some of the rows must not be loaded for others of the same model.
                Batch own = query.prefetches().isEmpty() ? batch : owners.beside(step.relation());
                if (back != null && own != batch) {
                    own.know(back, owners);
                }
                parts[i] = new Part(parent, step.relation(), target, at, at + key.index(), back, own);
                at += target.columns().size();
            }
        }

        @Override
        public M apply(Row row) {
            M root = mapping.made(row, 0, batch);
            Arrays.fill(rows, null);
            for (int i = 0; i < rows.length; i++) {
                Part part = parts[i];
                Object parent = part.parent < 0 ? root : rows[part.parent];
                if (parent == null) {
                    continue;
                }
                Mapping<?, ?, ?> owner = part.parent < 0 ? mapping : parts[part.parent].mapping;
                Object value = row.getValue(part.key) == null ? null : part.mapping.made(row, part.at, part.batch);
                rows[i] = value;
                owner.putRelated(parent, part.relation, value);
                if (part.back != null && value != null) {
                    part.mapping.putRelated(value, part.back, parent);
                }
            }
            return root;
        }
    }
}
