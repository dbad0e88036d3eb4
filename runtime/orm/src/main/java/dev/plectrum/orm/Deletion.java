package dev.plectrum.orm;

import dev.plectrum.orm.error.ProtectedException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Table;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows with all that {@code onDelete} says of those who point to them: first finds out which rows go, which change and which
 * forbid it, then changes, then deletes all rows of all models in one statement. In one statement the order does not matter: PostgreSQL
 * checks references after it, so cycles and rows that point to each other go too. Runs inside a transaction.
 */
final class Deletion {
    private static final int SHOWN = 10;

    /** Rows that go without having been looked at, because nobody points to them: those that point to some owners. */
    private record Leaf(String label, String table, KeyColumns columns, Owners owners, String and) {}

    /** Rows whose reference changes because what it points to goes. */
    private record Change(Mapping<?, ?, ?> mapping, ForeignKeyDef reference, Owners owners) {}

    /** Rows that must go by another way. */
    private record Restricted(Mapping<?, ?, ?> mapping, String reference, Set<Object> keys) {}

    /** Rows that go, as those who point to them know them: by these of their columns. */
    private record Owners(Mapping<?, ?, ?> mapping, KeyColumns known, List<Object> keys) {
        /** That these columns point to one of them. */
        String pointedToBy(KeyColumns columns, List<@Nullable Object> binds) {
            KeyColumns key = KeyColumns.of(mapping);
            // By their names: models that share a table have columns of their own for it.
            return known.names().equals(key.names())
                    ? columns.isOneOf(keys, binds)
                    : columns.isIn("SELECT " + known.names() + " FROM " + mapping.sqlName() + " WHERE "
                            + key.isOneOf(keys, binds));
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
        Mapping<?, ?, ?> parent = mapping.parent();
        if (parent != null) {
            // The key is the same: the row ends here and begins there.
            done = done.compose(before -> collect(parent, fresh));
        }
        for (References.Paired paired : References.joining(mapping)) {
            String table = paired.table().sqlName();
            leaves.add(new Leaf(
                    table,
                    table,
                    new KeyColumns(List.of(paired.side())),
                    new Owners(mapping, paired.known(), fresh),
                    ""));
        }
        for (References.Incoming incoming : References.to(mapping)) {
            Owners owners = new Owners(
                    mapping, new KeyColumns(incoming.reference().relation().targets()), fresh);
            done = done.compose(before -> collect(incoming, owners));
        }
        return done;
    }

    private Future<Void> collect(References.Incoming incoming, Owners owners) {
        Mapping<?, ?, ?> from = incoming.from();
        ForeignKeyDef reference = incoming.reference();
        return switch (reference.onDelete()) {
            case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> Future.succeededFuture();
            case SET_NULL, SET_DEFAULT, SET_VALUE -> {
                changes.add(new Change(from, reference, owners));
                yield Future.succeededFuture();
            }
            case CASCADE -> {
                if (References.isLeaf(from) && !References.restricts(from)) {
                    leaves.add(new Leaf(
                            from.modelName(), from.sqlName(), reference.columns(), owners, reference.andHere()));
                    yield Future.succeededFuture();
                }
                yield pointing(incoming, owners, -1).compose(keys -> collect(from, keys));
            }
            case PROTECT ->
                pointing(incoming, owners, SHOWN)
                        .compose(keys -> keys.isEmpty()
                                ? Future.succeededFuture()
                                : Future.failedFuture(
                                        forbidden(owners.mapping, from, reference.name(), "PROTECT", keys)));
            case RESTRICT ->
                pointing(incoming, owners, -1).compose(keys -> {
                    restricted.add(new Restricted(from, reference.name(), new LinkedHashSet<>(keys)));
                    return Future.succeededFuture();
                });
        };
    }

    private static ProtectedException forbidden(
            Table target, Mapping<?, ?, ?> from, String field, String rule, Collection<Object> keys) {
        List<Object> shown = keys.stream().limit(SHOWN).toList();
        return new ProtectedException(
                target.modelName() + " cannot be deleted: " + from.modelName() + "." + field + " says " + rule
                        + ", and " + from.modelName() + " " + told(shown) + " to it",
                from.modelName(),
                shown);
    }

    private static String told(List<Object> keys) {
        if (keys.size() == 1) {
            return keys.get(0) + " points";
        }
        return keys + (keys.size() < SHOWN ? "" : " and perhaps more") + " point";
    }

    /** The keys of the rows that point to those that go. */
    private Future<List<Object>> pointing(References.Incoming incoming, Owners owners, int limit) {
        Mapping<?, ?, ?> from = incoming.from();
        KeyColumns key = KeyColumns.of(from);
        List<@Nullable Object> binds = new ArrayList<>();
        String sql = "SELECT " + key.selected() + "\nFROM " + from.sqlName() + "\nWHERE "
                + owners.pointedToBy(incoming.reference().columns(), binds)
                + incoming.reference().andHere()
                + (limit < 0 ? "" : "\nLIMIT " + limit);
        return session.query(Sql.read(sql, binds.toArray()), RowCollectors.list(row -> key.read(row, 0)));
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
            List<@Nullable Object> binds = new ArrayList<>();
            String sql = "UPDATE " + change.mapping.sqlName() + "\nSET " + set(change.reference) + "\nWHERE "
                    + change.owners.pointedToBy(change.reference.columns(), binds);
            done = done.compose(
                    before -> session.execute(Sql.write(sql, binds.toArray())).mapEmpty());
        }
        return done;
    }

    private static String set(ForeignKeyDef reference) {
        String value =
                switch (reference.onDelete()) {
                    case SET_DEFAULT -> "DEFAULT";
                    case SET_VALUE -> reference.value();
                    default -> "NULL";
                };
        return reference.relation().fromColumns().stream()
                .map(column -> column.sqlName() + " = " + value)
                .collect(Collectors.joining(", "));
    }

    private Future<Deleted> delete() {
        StringBuilder sql = new StringBuilder("WITH ");
        List<@Nullable Object> binds = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Leaf leaf : leaves) {
            part(sql, labels, leaf.label, leaf.table, leaf.owners.pointedToBy(leaf.columns, binds) + leaf.and);
        }
        rows.forEach((mapping, keys) -> part(
                sql,
                labels,
                mapping.modelName(),
                mapping.sqlName(),
                KeyColumns.of(mapping).isOneOf(keys, binds)));
        sql.append("\nSELECT ")
                .append(IntStream.range(0, labels.size())
                        .mapToObj(i -> "(SELECT count(*) FROM d" + i + ")")
                        .collect(Collectors.joining(", ")));
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
}
