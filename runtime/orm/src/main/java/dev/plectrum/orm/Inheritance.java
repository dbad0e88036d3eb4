package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Assignment;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.sql.Statements;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows that begin in one table and end in another: first there, then here. Runs inside a transaction. */
final class Inheritance {
    private Inheritance() {}

    /** Creates the beginning of a row, which gives the object its key. */
    static <M> Future<?> begin(Session session, Mapping<M, ?, ?> mapping, M model) {
        Mapping<? super M, ?, ?> parent = mapping.parent();
        return parent == null ? Future.succeededFuture() : Inserts.one(session, parent, model);
    }

    /** Creates the beginnings of rows. */
    static <M> Future<?> begin(Session session, Mapping<M, ?, ?> mapping, List<M> models) {
        Mapping<? super M, ?, ?> parent = mapping.parent();
        return parent == null ? Future.succeededFuture() : beginAll(session, parent, models);
    }

    private static <P> Future<?> beginAll(Session session, Mapping<P, ?, ?> parent, List<? extends P> models) {
        return Bulk.create(session, parent, List.<P>copyOf(models));
    }

    /**
     * Changes the row with the object's key in all of its tables; where it does not go on in one of them yet, it does from now on. Returns
     * null if there is none, not even in the table that it begins in.
     */
    static <M> Future<@Nullable M> save(Session session, FetchMode mode, Mapping<M, ?, ?> mapping, M model) {
        Mapping<? super M, ?, ?> parent = mapping.parent();
        if (parent == null) {
            return change(session, mode, mapping, model);
        }
        Future<? extends @Nullable Object> begun = save(session, mode, parent, model);
        return begun.compose(row -> row == null
                ? Future.succeededFuture(null)
                : change(session, mode, mapping, model)
                        .compose(changed -> changed == null
                                ? Inserts.insert(session, mapping, model, mapping.leftOut(model))
                                : Future.succeededFuture(changed)));
    }

    /** Changes the part of the row that stands in the mapping's own table. Returns null if there is none. */
    private static <M> Future<@Nullable M> change(Session session, FetchMode mode, Mapping<M, ?, ?> mapping, M model) {
        return Writes.run(session, mode, mapping, model, Writes.update(mapping, model, mapping.present(session)));
    }

    /** Changes these fields of the row with the object's key, in whichever tables they are. Returns null if there is none. */
    static <M> Future<@Nullable M> save(
            Session session, FetchMode mode, Mapping<M, ?, ?> mapping, M model, List<ColumnDef<?>> fields) {
        List<ColumnDef<?>> own =
                fields.stream().filter(column -> !column.isInherited()).toList();
        Mapping<? super M, ?, ?> parent = mapping.parent();
        Future<?> saved =
                parent != null && (own.size() < fields.size() || !parent.marks().isEmpty())
                        ? saveAbove(session, mode, parent, model, inherited(parent, fields))
                        : Future.succeededFuture(model);
        return saved.compose(row -> row == null
                ? Future.succeededFuture(null)
                : Writes.run(
                        session, mode, mapping, model, Writes.update(mapping, model, own, mapping.present(session))));
    }

    private static <P> Future<? extends @Nullable Object> saveAbove(
            Session session, FetchMode mode, Mapping<P, ?, ?> parent, P model, List<ColumnDef<?>> fields) {
        return save(session, mode, parent, model, fields);
    }

    /** Those of the columns that stand in the table above, as its own mapping knows them. */
    static List<ColumnDef<?>> inherited(Mapping<?, ?, ?> parent, List<ColumnDef<?>> fields) {
        return fields.stream()
                .filter(ColumnDef::isInherited)
                .<ColumnDef<?>>map(column -> column(parent, column))
                .toList();
    }

    private static ColumnDef<?> column(Mapping<?, ?, ?> parent, ColumnDef<?> inherited) {
        return parent.columns().stream()
                .filter(column -> column.field().equals(inherited.field()))
                .findFirst()
                .orElseThrow();
    }

    /** Sets columns of the rows with these keys, in whichever tables the columns are. Returns how many rows there were. */
    static Future<Long> update(
            Session session, Mapping<?, ?, ?> mapping, List<Object> keys, List<Assignment> assignments, int level) {
        Future<Long> done = Future.succeededFuture((long) keys.size());
        Mapping<?, ?, ?> table = mapping;
        List<Assignment> left = assignments;
        while (table != null && !left.isEmpty()) {
            List<Assignment> own = new ArrayList<>();
            List<Assignment> above = new ArrayList<>();
            for (Assignment assignment : left) {
                ColumnDef<?> column = column(table, assignment.column());
                (column.isInherited() ? above : own).add(new Assignment(column, assignment.value()));
            }
            Mapping<?, ?, ?> here = table;
            if (!own.isEmpty()) {
                done = done.compose(count -> session.execute(
                                Statements.updateIn(here, withKeys(mapping, here, keys, level), own, level))
                        .map(count));
            }
            left = above;
            table = table.parent();
        }
        return done;
    }

    static Query withKeys(Mapping<?, ?, ?> mapping, Mapping<?, ?, ?> table, List<Object> keys, int level) {
        List<ColumnNode> key = table.key().stream()
                .map(column -> new ColumnNode(new Path.Root(mapping, level), column))
                .toList();
        return mapping.all().unordered().filter(Condition.anyKey(key, keys), level);
    }
}
