package dev.plectrum.orm;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.error.ProtectedException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.Table;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.orm.type.DbType;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows with all that {@code onDelete} says of those who point to them: first finds out which rows go, which change and which
 * forbid it, then changes, then deletes all rows of all models in one statement. In one statement the order does not matter: PostgreSQL
 * checks references after it, so cycles and rows that point to each other go too. Runs inside a transaction.
 */
final class Deletion {
    private static final int SHOWN = 10;

    /** Rows that go without having been looked at, because nobody points to them: those whose column has one of some keys. */
    private record Leaf(String label, String table, ColumnDef<?> column, Owners owners) {}

    /** Rows whose column changes because what it points to goes. */
    private record Change(Mapping<?, ?, ?> mapping, ColumnDef<?> column, boolean toDefault, Owners owners) {}

    /** Rows that must go by another way. */
    private record Restricted(Mapping<?, ?, ?> mapping, String reference, Set<Object> keys) {}

    /** The values of the referenced column that go. */
    private record Owners(Mapping<?, ?, ?> mapping, Relation relation, List<Object> keys) {
        /** {@code = ANY($n)}, or through the referenced rows where they are known by another column than the key. */
        String condition(int bind) {
            ColumnDef<?> key = mapping.key().get(0);
            String any = " = ANY($" + bind + key.type().arrayCast() + ")";
            ColumnDef<?> target = relation.to(0);
            return target == key
                    ? any
                    : " IN (SELECT " + target.sqlName() + " FROM " + mapping.sqlName() + " WHERE " + key.sqlName() + any
                            + ")";
        }

        Object bind() {
            return array(mapping.key().get(0), keys);
        }
    }

    private final Session session;
    private final Map<Mapping<?, ?, ?>, Set<Object>> rows = new LinkedHashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Restricted> restricted = new ArrayList<>();

    private Deletion(Session session) {
        this.session = session;
    }

    /** Deletes the rows with these keys. */
    static Future<Deleted> of(Session session, Mapping<?, ?, ?> mapping, Collection<Object> keys) {
        if (keys.isEmpty()) {
            return Future.succeededFuture(Deleted.NONE);
        }
        return session.atomic(tx -> {
            Deletion deletion = new Deletion(tx);
            return deletion.collect(mapping, keys)
                    .compose(collected -> deletion.refuseRestricted())
                    .compose(allowed -> deletion.change())
                    .compose(changed -> deletion.delete());
        });
    }

    // ---- which rows

    private Future<Void> collect(Mapping<?, ?, ?> mapping, Collection<Object> keys) {
        Set<Object> known = rows.computeIfAbsent(mapping, m -> new LinkedHashSet<>());
        List<Object> fresh = keys.stream().filter(known::add).toList();
        Future<Void> done = Future.succeededFuture();
        if (fresh.isEmpty()) {
            return done;
        }
        for (JoinTable table : References.joining(mapping)) {
            join(table, mapping, fresh);
        }
        for (References.Incoming incoming : References.to(mapping)) {
            Owners owners = new Owners(mapping, incoming.reference().relation(), fresh);
            done = done.compose(before -> collect(incoming, owners));
        }
        return done;
    }

    private void join(JoinTable table, Mapping<?, ?, ?> mapping, List<Object> keys) {
        if (table.toNear().fromColumns().get(0) == mapping.key().get(0)) {
            leaves.add(new Leaf(
                    table.modelName(),
                    table.sqlName(),
                    table.near(),
                    new Owners(mapping, toKey(table, mapping), keys)));
        }
        if (table.toFar().target() == mapping) {
            leaves.add(new Leaf(
                    table.modelName(), table.sqlName(), table.far(), new Owners(mapping, table.toFar(), keys)));
        }
    }

    private static Relation toKey(JoinTable table, Mapping<?, ?, ?> mapping) {
        return Relation.toOne(
                table.modelName(),
                () -> mapping,
                table.near(),
                mapping.key().get(0).sqlName(),
                false);
    }

    private Future<Void> collect(References.Incoming incoming, Owners owners) {
        Mapping<?, ?, ?> from = incoming.from();
        ColumnDef<?> column = incoming.reference().column();
        return switch (incoming.reference().onDelete()) {
            case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> Future.succeededFuture();
            case SET_NULL, SET_DEFAULT -> {
                boolean toDefault = incoming.reference().onDelete() == OnDelete.SET_DEFAULT;
                changes.add(new Change(from, column, toDefault, owners));
                yield Future.succeededFuture();
            }
            case CASCADE -> {
                if (References.isLeaf(from) && !References.restricts(from)) {
                    leaves.add(new Leaf(from.modelName(), from.sqlName(), column, owners));
                    yield Future.succeededFuture();
                }
                yield pointing(incoming, owners, -1).compose(keys -> collect(from, keys));
            }
            case PROTECT ->
                pointing(incoming, owners, SHOWN)
                        .compose(keys -> keys.isEmpty()
                                ? Future.succeededFuture()
                                : Future.failedFuture(
                                        forbidden(owners.mapping, from, column.field(), "PROTECT", keys)));
            case RESTRICT ->
                pointing(incoming, owners, -1).compose(keys -> {
                    restricted.add(new Restricted(from, column.field(), new LinkedHashSet<>(keys)));
                    return Future.succeededFuture();
                });
        };
    }

    private static ProtectedException forbidden(
            Table target, Mapping<?, ?, ?> from, String field, String rule, Collection<Object> keys) {
        List<Object> shown = keys.stream().limit(SHOWN).toList();
        return new ProtectedException(
                target.modelName() + " cannot be deleted: " + from.modelName() + "." + field + " says " + rule
                        + ", and " + from.modelName() + " " + shown + (keys.size() >= SHOWN ? " and perhaps more" : "")
                        + " point to it",
                from.modelName(),
                shown);
    }

    /** The keys of the rows that point to those that go. */
    private Future<List<Object>> pointing(References.Incoming incoming, Owners owners, int limit) {
        Mapping<?, ?, ?> from = incoming.from();
        ColumnDef<?> key = from.key().get(0);
        String sql = "SELECT " + key.sqlName() + key.type().readCast() + "\nFROM " + from.sqlName() + "\nWHERE "
                + incoming.reference().column().sqlName() + owners.condition(1) + (limit < 0 ? "" : "\nLIMIT " + limit);
        return session.query(Sql.read(sql, owners.bind()), keys(key));
    }

    private static Collector<Row, ?, List<Object>> keys(ColumnDef<?> key) {
        return RowCollectors.list(row -> Objects.requireNonNull(key.type().decode(row, 0)));
    }

    // ---- what becomes of them

    private Future<Void> refuseRestricted() {
        for (Restricted restriction : restricted) {
            Set<Object> left = new LinkedHashSet<>(restriction.keys);
            left.removeAll(rows.getOrDefault(restriction.mapping, Set.of()));
            if (!left.isEmpty()) {
                return Future.failedFuture(forbidden(
                        rows.keySet().iterator().next(), restriction.mapping, restriction.reference, "RESTRICT", left));
            }
        }
        return Future.succeededFuture();
    }

    private Future<Void> change() {
        Future<Void> done = Future.succeededFuture();
        for (Change change : changes) {
            String sql = "UPDATE " + change.mapping.sqlName() + "\nSET " + change.column.sqlName()
                    + (change.toDefault ? " = DEFAULT" : " = NULL") + "\nWHERE " + change.column.sqlName()
                    + change.owners.condition(1);
            done = done.compose(before ->
                    session.execute(Sql.write(sql, change.owners.bind())).mapEmpty());
        }
        return done;
    }

    private Future<Deleted> delete() {
        StringBuilder sql = new StringBuilder("WITH ");
        List<@Nullable Object> binds = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Leaf leaf : leaves) {
            binds.add(leaf.owners.bind());
            part(sql, labels, leaf.label, leaf.table, leaf.column.sqlName() + leaf.owners.condition(binds.size()));
        }
        rows.forEach((mapping, keys) -> {
            ColumnDef<?> key = mapping.key().get(0);
            binds.add(array(key, keys));
            part(
                    sql,
                    labels,
                    mapping.modelName(),
                    mapping.sqlName(),
                    key.sqlName() + " = ANY($" + binds.size() + key.type().arrayCast() + ")");
        });
        sql.append("\nSELECT ");
        for (int i = 0; i < labels.size(); i++) {
            sql.append(i > 0 ? ", " : "")
                    .append("(SELECT count(*) FROM d")
                    .append(i)
                    .append(')');
        }
        return session.query(
                Sql.write(sql.toString(), binds.toArray()),
                RowCollectors.one(row -> count(row, labels), () -> "count"));
    }

    private static void part(StringBuilder sql, List<String> labels, String label, String table, String where) {
        sql.append(labels.isEmpty() ? "d" : ",\nd").append(labels.size());
        sql.append(" AS (DELETE FROM ")
                .append(table)
                .append(" WHERE ")
                .append(where)
                .append(" RETURNING 1)");
        labels.add(label);
    }

    private static Deleted count(Row row, List<String> labels) {
        Map<String, Long> byModel = new LinkedHashMap<>();
        long total = 0;
        for (int i = 0; i < labels.size(); i++) {
            long count = row.getLong(i);
            total += count;
            if (count > 0) {
                byModel.merge(labels.get(i), count, Long::sum);
            }
        }
        return new Deleted(total, byModel);
    }

    @SuppressWarnings("unchecked") // the keys were read as the column's type
    private static Object array(ColumnDef<?> column, Collection<Object> keys) {
        return ((DbType<Object>) column.type()).encodeArray(keys);
    }
}
