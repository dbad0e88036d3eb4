package dev.plectrum.orm;

import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many rows in one statement: a column travels as one array, so the text does not depend on how many there are. */
final class Bulk {
    /** Rows in one statement: beyond this the arrays only cost memory on both sides. */
    private static final int CHUNK = 10_000;

    private Bulk() {}

    static <M> Future<List<M>> create(Session session, Mapping<M, ?, ?> mapping, List<M> models) {
        if (models.isEmpty()) {
            return Future.succeededFuture(new ArrayList<>());
        }
        return mapping.parent() == null
                ? rows(session, mapping, models)
                : session.atomic(
                        tx -> Inheritance.begin(tx, mapping, models).compose(begun -> rows(tx, mapping, models)));
    }

    private static <M> Future<List<M>> rows(Session session, Mapping<M, ?, ?> mapping, List<M> models) {
        List<@Nullable M> created = new ArrayList<>(Collections.nCopies(models.size(), null));
        List<Part> parts = parts(mapping, models);
        Present present = mapping.present(session);
        Function<Session, Future<Void>> all = s -> {
            Future<Void> done = Future.succeededFuture();
            for (Part part : parts) {
                done = done.compose(ignored -> create(s, mapping, models, part, present, created));
            }
            return done;
        };
        // One statement is a transaction already.
        Future<Void> done = parts.size() == 1 ? all.apply(session) : session.atomic(all::apply);
        return done.map(ignored -> {
            List<M> rows = new ArrayList<>(created.size());
            for (M row : created) {
                rows.add(Objects.requireNonNull(row));
            }
            return rows;
        });
    }

    /** Rows that leave the same columns to the database, by their place in the caller's list. */
    private record Part(long leftOut, List<Integer> places) {}

    private static <M> List<Part> parts(Mapping<M, ?, ?> mapping, List<M> models) {
        Map<Long, List<Integer>> byMask = new LinkedHashMap<>();
        for (int i = 0; i < models.size(); i++) {
            long mask = mapping.leftOut(models.get(i));
            byMask.computeIfAbsent(mask, m -> new ArrayList<>()).add(i);
        }
        List<Part> parts = new ArrayList<>();
        byMask.forEach((mask, places) -> {
            for (int from = 0; from < places.size(); from += CHUNK) {
                parts.add(new Part(mask, places.subList(from, Math.min(from + CHUNK, places.size()))));
            }
        });
        return parts;
    }

    private static <M> Future<Void> create(
            Session session,
            Mapping<M, ?, ?> mapping,
            List<M> models,
            Part part,
            Present present,
            List<@Nullable M> created) {
        Sql sql = insert(mapping, models, part, present, OnConflict.FAIL);
        Batch batch = new Batch(session, FetchMode.BATCH);
        if (mapping.returned().isEmpty()) {
            return session.execute(sql).map(count -> {
                part.places.forEach(place -> created.set(place, mapping.attached(models.get(place), batch)));
                return null;
            });
        }
        // PostgreSQL computes the rows of unnest in their order, and returns them as it inserts them.
        int[] next = new int[1];
        return session.query(sql, RowCollectors.list(row -> {
                    int place = part.places.get(next[0]++);
                    created.set(place, mapping.refreshed(models.get(place), row, batch));
                    return place;
                }))
                .mapEmpty();
    }

    private static <M> Sql insert(
            Mapping<M, ?, ?> mapping, List<M> models, Part part, Present present, OnConflict onConflict) {
        List<ColumnDef<?>> columns = mapping.inserted(part.leftOut);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    mapping.modelName() + " has no column to write, so its rows cannot be created in bulk");
        }
        List<M> rows = part.places.size() == models.size()
                ? models
                : part.places.stream().map(models::get).toList();
        @Nullable Object[] binds = new Object[columns.size()];
        for (int i = 0; i < binds.length; i++) {
            ColumnDef<?> column = columns.get(i);
            binds[i] = array(column, rows, row -> mapping.insertValue(row, column, present));
        }
        return Sql.write(mapping.bulkInsertSql(part.leftOut, onConflict), binds);
    }

    @SuppressWarnings("unchecked")
    private static <M> Object array(ColumnDef<?> column, List<M> rows, Function<M, @Nullable Object> value) {
        return ((ColumnDef<Object>) column).encodeArray(rows, value);
    }

    static <M> Future<Long> createIgnoring(Session session, Mapping<M, ?, ?> mapping, List<M> models) {
        return count(session, mapping, models, OnConflict.IGNORE);
    }

    static <M> Future<Long> createOrUpdate(
            Session session,
            Mapping<M, ?, ?> mapping,
            List<M> models,
            List<ColumnDef<?>> unique,
            List<ColumnDef<?>> update) {
        return count(session, mapping, models, OnConflict.update(unique, update));
    }

    private static <M> Future<Long> count(
            Session session, Mapping<M, ?, ?> mapping, List<M> models, OnConflict onConflict) {
        if (models.isEmpty()) {
            return Future.succeededFuture(0L);
        }
        if (mapping.parent() != null) {
            throw new IllegalArgumentException(
                    mapping.modelName()
                            + " has its rows in several tables, so that conflicts of one cannot be passed over. Use abulkCreate");
        }
        List<Part> parts = parts(mapping, models);
        Present present = mapping.present(session);
        Function<Session, Future<Long>> all = s -> {
            Future<Long> total = Future.succeededFuture(0L);
            for (Part part : parts) {
                total = total.compose(before -> s.execute(insert(mapping, models, part, present, onConflict))
                        .map(count -> before + count));
            }
            return total;
        };
        return parts.size() == 1 ? all.apply(session) : session.atomic(all::apply);
    }

    static <M> Future<Long> update(
            Session session, Mapping<M, ?, ?> mapping, List<M> models, List<ColumnDef<?>> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("abulkUpdate needs at least one field to write");
        }
        for (ColumnDef<?> column : fields) {
            if (column.isKey() || column.isGenerated()) {
                throw new IllegalArgumentException(
                        mapping.modelName() + "." + column.field() + " cannot be updated in bulk: it is "
                                + (column.isKey() ? "the key" : "generated by the database"));
            }
        }
        if (models.isEmpty()) {
            return Future.succeededFuture(0L);
        }
        List<M> rows = firstOfEachRow(mapping, models);
        // One statement is a transaction already; but where somebody else has saved one of the rows, none may be
        // written.
        boolean alone = rows.size() <= CHUNK && mapping.parent() == null && !mapping.isVersioned();
        return alone ? write(session, mapping, rows, fields) : session.atomic(tx -> write(tx, mapping, rows, fields));
    }

    /** Writes fields of rows into whichever tables they are in, beginning with the one that the rows begin in. */
    private static <M> Future<Long> write(
            Session session, Mapping<M, ?, ?> mapping, List<M> rows, List<ColumnDef<?>> fields) {
        Mapping<? super M, ?, ?> parent = mapping.parent();
        if (parent == null) {
            return writeHere(session, mapping, rows, fields);
        }
        List<ColumnDef<?>> own =
                fields.stream().filter(column -> !column.isInherited()).toList();
        return writeAbove(session, parent, rows, Inheritance.inherited(parent, fields))
                .compose(count ->
                        own.isEmpty() ? Future.succeededFuture(count) : writeHere(session, mapping, rows, own));
    }

    private static <P> Future<Long> writeAbove(
            Session session, Mapping<P, ?, ?> parent, List<? extends P> rows, List<ColumnDef<?>> fields) {
        return write(session, parent, List.<P>copyOf(rows), fields);
    }

    private static <M> Future<Long> writeHere(
            Session session, Mapping<M, ?, ?> mapping, List<M> rows, List<ColumnDef<?>> fields) {
        List<ColumnDef<?>> set = fields.stream()
                .filter(column -> !column.isVersion() && !column.isAutoNow())
                .distinct()
                .toList();
        if (set.isEmpty() && mapping.versions().isEmpty() && mapping.times().isEmpty()) {
            return Future.succeededFuture((long) rows.size());
        }
        Present present = mapping.present(session);
        Future<Long> total = Future.succeededFuture(0L);
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<M> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            total = total.compose(
                    before -> writeChunk(session, mapping, chunk, set, present).map(count -> before + count));
        }
        return total;
    }

    private static <M> Future<Long> writeChunk(
            Session session, Mapping<M, ?, ?> mapping, List<M> rows, List<ColumnDef<?>> set, Present present) {
        Sql sql = updateSql(mapping, rows, set, present);
        if (mapping.versions().isEmpty()) {
            return session.execute(sql);
        }
        Batch batch = new Batch(session, FetchMode.BATCH);
        int place = mapping.returned().size();
        return session.query(sql, RowCollectors.list(row -> {
                    // Counted from 1.
                    M model = rows.get((int) (row.getLong(place) - 1));
                    return mapping.refreshed(model, row, batch);
                }))
                .map(written -> {
                    if (written.size() < rows.size()) {
                        throw new StaleObjectException(
                                (rows.size() - written.size()) + " of " + rows.size() + " "
                                        + mapping.modelName()
                                        + " objects were saved or deleted by somebody else since they were read; nothing was written");
                    }
                    return (long) written.size();
                });
    }

    /** Of several objects for one row the first counts; without this PostgreSQL would pick any. */
    private static <M> List<M> firstOfEachRow(Mapping<M, ?, ?> mapping, List<M> models) {
        KeyMap<M> seen = new KeyMap<>(models.size());
        List<M> firsts = null;
        for (int i = 0; i < models.size(); i++) {
            M model = models.get(i);
            boolean first = seen.add(mapping.wholeKeyOf(model));
            if (!first && firsts == null) {
                // Nearly always there is no second one, and the list is good as it is.
                firsts = new ArrayList<>(models.subList(0, i));
            } else if (first && firsts != null) {
                firsts.add(model);
            }
        }
        return firsts == null ? models : firsts;
    }

    private static <M> Sql updateSql(Mapping<M, ?, ?> mapping, List<M> rows, List<ColumnDef<?>> set, Present present) {
        List<ColumnDef<?>> arrays = UpdateSql.arrays(mapping, set);
        @Nullable Object[] binds = new Object[arrays.size() + mapping.times().size()];
        int bind = 0;
        for (ColumnDef<?> column : arrays) {
            binds[bind++] = array(column, rows, row -> mapping.value(row, column.index()));
        }
        for (ColumnDef<?> column : mapping.times()) {
            binds[bind++] = present.bind(column);
        }
        return Sql.write(mapping.bulkUpdateSql(set), binds);
    }
}
