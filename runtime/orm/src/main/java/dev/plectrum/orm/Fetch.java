package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.sql.Statements;
import dev.plectrum.orm.type.DbType;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads rows with the rows that belong to them: those in the same statement, and those of the statements that follow. */
final class Fetch {
    private Fetch() {}

    /** A decoder of the rows of one result. */
    static <M> Function<Row, M> decoder(Mapping<M, ?, ?> mapping, Query query, Batch batch) {
        if (query.related().isEmpty()) {
            return row -> mapping.decode(row, 0, batch);
        }
        return new WithRelated<>(mapping, query.related(), batch);
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
                    current = decoder(mapping, query, new Batch(session, mode));
                    decoder = current;
                    left = rows - 1;
                }
                return current.apply(row);
            }
        };
    }

    /** Rows whose {@code column} has one of these keys, each handed over with its key. */
    static <M> Future<?> byOwner(
            Batch batch,
            Mapping<M, ?, ?> mapping,
            Query query,
            ColumnNode column,
            Collection<Object> keys,
            BiConsumer<Object, M> each) {
        DbType<?> type = column.def().type();
        Function<Row, M> decoder = decoder(mapping, query, batch);
        Condition belongs = Condition.anyOf(column, keys);
        Query.Value owner = new Query.Value(column, 0);
        int position = width(query);
        return batch.session()
                .query(
                        Statements.selectOfOwners(query, belongs, owner, type.readCast()),
                        RowCollectors.each(row ->
                                each.accept(Objects.requireNonNull(type.decode(row, position)), decoder.apply(row))));
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
        List<Object> done = new ArrayList<>();
        for (Query.Prefetch prefetch : query.prefetches()) {
            Object first = prefetch.relations().get(0);
            if (done.contains(first)) {
                continue;
            }
            done.add(first);
            Peers<?> peers = batch.peers(first);
            if (peers == null) {
                continue;
            }
            Query rows = peers.plain();
            for (Query.Prefetch other : query.prefetches()) {
                if (other.relations().get(0) == first && other.relations().size() == 1 && other.rows() != null) {
                    rows = other.rows();
                }
            }
            // What lies behind this relation is prefetched by the rows that come.
            for (Query.Prefetch other : query.prefetches()) {
                if (other.relations().get(0) == first && other.relations().size() > 1) {
                    rows = rows.prefetch(new Query.Prefetch(
                            other.relations().subList(1, other.relations().size()), other.rows()));
                }
            }
            together.add(peers.loadAll(rows));
        }
        return Future.all(together);
    }

    /** Decodes a row and the related rows beside it, and puts these into the references of that. */
    private static final class WithRelated<M> implements Function<Row, M> {
        private record Part(int parent, Relation relation, Mapping<?, ?, ?> mapping, int at, int key) {}

        private final Mapping<M, ?, ?> mapping;
        private final Part[] parts;
        private final Batch batch;
        /** The related rows of the row at hand: one array for all, since rows come one after the other. */
        private final @Nullable Object[] rows;

        WithRelated(Mapping<M, ?, ?> mapping, List<Path.Step> related, Batch batch) {
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
                parts[i] = new Part(parent, step.relation(), target, at, at + key.index());
                at += target.columns().size();
            }
        }

        @Override
        public M apply(Row row) {
            M root = mapping.decode(row, 0, batch);
            Arrays.fill(rows, null);
            for (int i = 0; i < rows.length; i++) {
                Part part = parts[i];
                Object parent = part.parent < 0 ? root : rows[part.parent];
                if (parent == null) {
                    continue;
                }
                Mapping<?, ?, ?> owner = part.parent < 0 ? mapping : parts[part.parent].mapping;
                Object value = row.getValue(part.key) == null ? null : part.mapping.decode(row, part.at, batch);
                rows[i] = value;
                owner.putRelated(parent, part.relation, value);
            }
            return root;
        }
    }
}
