package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Pairs rows by rows of a model of the user's, each of which is written down as any other row of it. */
final class Through<T, D extends Draft<T>> {
    /** A row that is paired with the owner; of a symmetrical relation the owner is, once more, on the other side. */
    private record Pair(Object near, Object far) {}

    /** A pair and the row that makes it one. */
    private record Paired<T>(Pair pair, T model) {}

    private final Mapping<T, ?, D> mapping;
    private final UnaryOperator<D> values;

    Through(Mapping<T, ?, D> mapping, UnaryOperator<D> values) {
        this.mapping = mapping;
        this.values = values;
    }

    /** Pairs by rows of this model of which nothing is said but whom they pair. */
    static <T, D extends Draft<T>> Through<T, D> plain(Mapping<T, ?, D> mapping) {
        return new Through<>(mapping, draft -> draft);
    }

    /** Pairs rows with the owner, but those that are paired already. */
    Future<Void> pair(Session session, JoinTable table, Object owner, Collection<?> keys) {
        if (mapping.parent() != null) {
            throw new IllegalArgumentException(mapping.modelName()
                    + " has its rows in several tables, so that it cannot pair what is added. Create its rows by its own"
                    + " query set");
        }
        List<ColumnDef<?>> sides = mapping.own(List.of(table.near(), table.far()));
        // Nearly always one part: rows that leave the same columns to the database.
        Map<Long, List<Paired<T>>> parts = new LinkedHashMap<>();
        for (Pair pair : pairs(table, owner, keys)) {
            D draft = values.apply(mapping.draft());
            draft.supply(sides.get(0).field(), () -> reference(sides.get(0), pair.near));
            draft.supply(sides.get(1).field(), () -> reference(sides.get(1), pair.far));
            T model = draft.finish();
            parts.computeIfAbsent(mapping.leftOut(model, draft), mask -> new ArrayList<>())
                    .add(new Paired<>(pair, model));
        }
        Present present = mapping.present(session);
        List<Sql> inserts = new ArrayList<>(parts.size());
        parts.forEach((mask, rows) -> inserts.add(insert(mask, rows, sides, present)));
        if (inserts.size() == 1) {
            return session.execute(inserts.get(0)).mapEmpty();
        }
        return session.atomic(tx -> {
            Future<Void> done = Future.succeededFuture();
            for (Sql insert : inserts) {
                done = done.compose(before -> tx.execute(insert).mapEmpty());
            }
            return done;
        });
    }

    private static Set<Pair> pairs(JoinTable table, Object owner, Collection<?> keys) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Object key : keys) {
            pairs.add(new Pair(owner, key));
            if (table.isSymmetrical()) {
                pairs.add(new Pair(key, owner));
            }
        }
        return pairs;
    }

    /** The reference that the join model has to one side: records cannot be made without. */
    private Reference<?> reference(ColumnDef<?> side, Object key) {
        for (ForeignKeyDef reference : mapping.proxied().foreignKeys()) {
            Relation relation = reference.relation();
            if (relation.fromColumns().get(0).sqlName().equals(side.sqlName())) {
                Mapping<?, ?, ?> target = (Mapping<?, ?, ?>) relation.target();
                return key instanceof Number && relation.to(0).isKey() ? Ref.to(target, key) : KeyRef.to(target, key);
            }
        }
        throw new IllegalStateException(
                "Plectrum has a bug, please report it: " + mapping.modelName() + " has no reference " + side.field());
    }

    private Sql insert(long leftOut, List<Paired<T>> rows, List<ColumnDef<?>> sides, Present present) {
        List<ColumnDef<?>> columns = new ArrayList<>(mapping.inserted(leftOut));
        sides.stream().filter(side -> !columns.contains(side)).forEach(columns::add);
        @Nullable Object[] binds = new Object[columns.size()];
        for (int i = 0; i < binds.length; i++) {
            binds[i] = array(columns.get(i), rows, sides, present);
        }
        return Sql.write(InsertSql.pairs(mapping, columns, sides), binds);
    }

    @SuppressWarnings("unchecked") // a key's parts, and what the mapping has for a column, are of the column's type
    private Object array(ColumnDef<?> column, List<Paired<T>> rows, List<ColumnDef<?>> sides, Present present) {
        int side = sides.indexOf(column);
        return ((ColumnDef<Object>) column)
                .encodeArray(
                        rows,
                        row -> side == 0
                                ? row.pair.near
                                : side == 1 ? row.pair.far : mapping.insertValue(row.model, column, present));
    }
}
