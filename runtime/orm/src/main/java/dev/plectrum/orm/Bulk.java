package dev.plectrum.orm;

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
        Sql sql = insert(mapping, models, part, present, "");
        Batch batch = new Batch(session, FetchMode.BATCH);
        if (mapping.returned().isEmpty()) {
            return session.execute(sql).map(count -> {
                part.places.forEach(place -> created.set(place, mapping.attach(models.get(place), batch)));
                return null;
            });
        }
        // PostgreSQL computes the rows of unnest in their order, and returns them as it inserts them.
        int[] next = new int[1];
        return session.query(sql, RowCollectors.list(row -> {
                    int place = part.places.get(next[0]++);
                    created.set(place, mapping.refresh(models.get(place), row, batch));
                    return place;
                }))
                .mapEmpty();
    }

    private static <M> Sql insert(
            Mapping<M, ?, ?> mapping, List<M> models, Part part, Present present, String onConflict) {
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
        return count(session, mapping, models, "\nON CONFLICT DO NOTHING");
    }

    static <M> Future<Long> createOrUpdate(
            Session session,
            Mapping<M, ?, ?> mapping,
            List<M> models,
            List<ColumnDef<?>> unique,
            List<ColumnDef<?>> update) {
        StringBuilder clause = new StringBuilder("\nON CONFLICT (");
        for (int i = 0; i < unique.size(); i++) {
            clause.append(i > 0 ? ", " : "").append(unique.get(i).sqlName());
        }
        clause.append(") DO UPDATE SET ");
        boolean first = true;
        for (ColumnDef<?> column : mapping.columns()) {
            if (update.contains(column) || column.isAutoNow()) {
                clause.append(first ? "" : ", ");
                clause.append(column.sqlName()).append(" = excluded.").append(column.sqlName());
                first = false;
            }
        }
        if (unique.isEmpty() || first) {
            throw new IllegalArgumentException("abulkCreateOrUpdate needs at least one unique field and one to update");
        }
        return count(session, mapping, models, clause.toString());
    }

    private static <M> Future<Long> count(
            Session session, Mapping<M, ?, ?> mapping, List<M> models, String onConflict) {
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
        if (models.isEmpty() || fields.isEmpty()) {
            return Future.succeededFuture(0L);
        }
        Mapping<? super M, ?, ?> parent = mapping.parent();
        if (parent != null && fields.stream().anyMatch(ColumnDef::isInherited)) {
            List<ColumnDef<?>> own =
                    fields.stream().filter(column -> !column.isInherited()).toList();
            return session.atomic(tx -> updateAll(tx, parent, models, Inheritance.inherited(parent, fields))
                    .compose(
                            count -> own.isEmpty() ? Future.succeededFuture(count) : update(tx, mapping, models, own)));
        }
        for (ColumnDef<?> column : fields) {
            if (column.isKey() || column.isGenerated()) {
                throw new IllegalArgumentException(
                        mapping.modelName() + "." + column.field() + " cannot be updated in bulk: it is "
                                + (column.isKey() ? "the key" : "generated by the database"));
            }
        }
        List<M> rows = firstOfEachRow(mapping, models);
        Function<Session, Future<Long>> all = s -> {
            Future<Long> total = Future.succeededFuture(0L);
            for (int from = 0; from < rows.size(); from += CHUNK) {
                List<M> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
                total = total.compose(
                        before -> s.execute(updateSql(mapping, chunk, fields)).map(count -> before + count));
            }
            return total;
        };
        return rows.size() <= CHUNK ? all.apply(session) : session.atomic(all::apply);
    }

    /** Of several objects for one row the first counts; without this PostgreSQL would pick any. */
    private static <M> List<M> firstOfEachRow(Mapping<M, ?, ?> mapping, List<M> models) {
        KeySet seen = new KeySet(models.size());
        List<M> firsts = null;
        for (int i = 0; i < models.size(); i++) {
            M model = models.get(i);
            boolean first =
                    seen.add(mapping.key().size() == 1 ? mapping.singleKeyOf(model) : List.of(mapping.keyOf(model)));
            if (!first && firsts == null) {
                // Nearly always there is no second one, and the list is good as it is.
                firsts = new ArrayList<>(models.subList(0, i));
            } else if (first && firsts != null) {
                firsts.add(model);
            }
        }
        return firsts == null ? models : firsts;
    }

    private static <P> Future<Long> updateAll(
            Session session, Mapping<P, ?, ?> parent, List<? extends P> models, List<ColumnDef<?>> fields) {
        return update(session, parent, List.<P>copyOf(models), fields);
    }

    private static <M> Sql updateSql(Mapping<M, ?, ?> mapping, List<M> rows, List<ColumnDef<?>> fields) {
        List<ColumnDef<?>> columns = new ArrayList<>(mapping.key());
        columns.addAll(fields);
        StringBuilder sql =
                new StringBuilder("UPDATE ").append(mapping.sqlName()).append(" t0\nSET ");
        int keys = mapping.key().size();
        for (int i = keys; i < columns.size(); i++) {
            ColumnDef<?> column = columns.get(i);
            sql.append(i > keys ? ", " : "")
                    .append(column.sqlName())
                    .append(" = u.c")
                    .append(i + 1);
            sql.append(column.type().bulkElementCast());
        }
        sql.append("\nFROM unnest(");
        StringBuilder names = new StringBuilder();
        @Nullable Object[] binds = new Object[columns.size()];
        for (int i = 0; i < binds.length; i++) {
            ColumnDef<?> column = columns.get(i);
            sql.append(i > 0 ? ", $" : "$").append(i + 1).append(column.type().bulkCast());
            names.append(i > 0 ? ", c" : "c").append(i + 1);
            binds[i] = array(column, rows, row -> mapping.value(row, column.index()));
        }
        sql.append(") AS u(").append(names).append(')');
        for (int i = 0; i < keys; i++) {
            ColumnDef<?> column = columns.get(i);
            sql.append(i > 0 ? " AND t0." : "\nWHERE t0.")
                    .append(column.sqlName())
                    .append(" = u.c")
                    .append(i + 1);
            sql.append(column.type().bulkElementCast());
        }
        return Sql.write(sql.toString(), binds);
    }
}
