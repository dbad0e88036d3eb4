package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.orm.sql.Statements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the rows that a relation leads to are found from their own side: which columns say to whom they belong. One is made for each
 * relation and kept by the mapping of the rows, with the statement that is sent again and again.
 */
final class Link {
    private final String name;
    private final Object relation;
    private final Mapping<?, ?, ?> target;
    private final KeyColumns owner;
    private final @Nullable JoinTable through;
    private final boolean many;
    private final @Nullable Kind among;
    private final @Nullable Relation forward;
    private final int ownerPosition;
    private final Query plain;
    /** The statement of plain rows, once it was written. Racy: whoever writes it writes the same. */
    private @Nullable String text;

    /**
     * @param name the model's name for the relation
     * @param relation what the mapping keeps it by
     * @param target the table of the rows
     * @param owner the columns with the owner's key: of the rows themselves, or of the table in between
     * @param through the table in between, if there is one
     * @param many whether one owner may have several
     */
    private Link(
            String name,
            Object relation,
            Mapping<?, ?, ?> target,
            KeyColumns owner,
            @Nullable JoinTable through,
            boolean many) {
        this.name = name;
        this.relation = relation;
        this.target = target;
        this.owner = owner;
        this.through = through;
        this.many = many;
        this.among = relation instanceof Relation direct ? direct.there() : null;
        this.forward = relation instanceof Relation direct ? forward(direct, target) : null;
        this.ownerPosition = through == null && owner.columns().size() == 1
                ? target.columns().indexOf(owner.columns().get(0))
                : -1;
        // One row of each owner needs no order.
        this.plain = many ? target.all() : target.all().unordered();
    }

    /** The way back along a relation or a table of pairs. */
    static Link of(Object relation) {
        Relation last = relation instanceof JoinTable table ? table.toFar() : (Relation) relation;
        return ((Mapping<?, ?, ?>) last.target()).linkOf(relation);
    }

    /** One that nobody keeps: ask {@link Mapping#linkOf}. */
    static Link made(Object relation, Mapping<?, ?, ?> target) {
        if (relation instanceof JoinTable table) {
            KeyColumns owner = new KeyColumns(List.of(table.near()));
            return new Link(table.modelName(), table, target, owner, table, true);
        }
        Relation direct = (Relation) relation;
        return new Link(direct.name(), direct, target, new KeyColumns(direct.targets()), null, direct.many());
    }

    /** To the row with a key. Ask {@link Mapping#linkToKey}, which keeps it. */
    static Link toKey(Mapping<?, ?, ?> target) {
        return new Link("key", target, target, KeyColumns.of(target), null, false);
    }

    String name() {
        return name;
    }

    Object relation() {
        return relation;
    }

    Mapping<?, ?, ?> target() {
        return target;
    }

    KeyColumns owner() {
        return owner;
    }

    @Nullable JoinTable through() {
        return through;
    }

    boolean many() {
        return many;
    }

    /** The reference to their owner that the rows themselves have; null if they have none, as where a table stands in between. */
    @Nullable Relation forward() {
        return forward;
    }

    private static @Nullable Relation forward(Relation back, Mapping<?, ?, ?> target) {
        if (!back.pointsHere()) {
            return null;
        }
        Kind there = back.there();
        if (there != null) {
            return target.proxied().anyRelations().stream()
                    .map(any -> any.forward(back, there))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        for (ForeignKeyDef reference : target.proxied().foreignKeys()) {
            Relation forward = reference.relation();
            if (names(forward.fromColumns()).equals(back.toColumns()) && meet(back, forward)) {
                return forward;
            }
        }
        return null;
    }

    /** Whether the two speak of the same columns of the owner, whose key has another name in each table that its rows are in. */
    private static boolean meet(Relation back, Relation forward) {
        return names(back.fromColumns()).equals(forward.toColumns())
                || (back.fromColumns().stream().allMatch(ColumnDef::isKey)
                        && forward.targets().stream().allMatch(ColumnDef::isKey));
    }

    private static List<String> names(List<ColumnDef<?>> columns) {
        return columns.stream().map(ColumnDef::sqlName).toList();
    }

    /** The query of the rows without further wishes. */
    Query plain() {
        return plain;
    }

    /** Where a row's own columns tell its owner's key; -1 where they do not, or not in one place. */
    int ownerPosition() {
        return ownerPosition;
    }

    /** The statement that reads the rows that belong to these owners. */
    Sql ofOwners(Query query, Collection<?> owners) {
        String known = text;
        if (query == plain && known != null) {
            return Sql.read(known, owner.array(owners));
        }
        Sql sql = written(query, owners);
        if (query == plain && owner.columns().size() == 1) {
            text = sql.text();
        }
        return sql;
    }

    private Sql written(Query query, Collection<?> owners) {
        List<Query.Value> values = new ArrayList<>();
        List<String> casts = new ArrayList<>();
        for (ColumnNode column : ownerColumns(0)) {
            values.add(new Query.Value(column, 0));
            if (ownerPosition < 0) {
                casts.add(column.def().type().readCast());
            }
        }
        return Statements.selectOfOwners(query, belongsTo(owners, 0), values, casts);
    }

    /** The owner's key in a query of the rows. */
    List<ColumnNode> ownerColumns(int level) {
        Path row = new Path.Root(target, level);
        Path owners = through == null ? row : row.to(through.fromFar());
        return owner.columns().stream()
                .map(column -> new ColumnNode(owners, column))
                .toList();
    }

    /** That a row at this level belongs to one of these owners. */
    Condition belongsTo(Collection<?> owners, int level) {
        return Condition.anyKey(ownerColumns(level), owners).and(amongThose(level));
    }

    private Condition amongThose(int level) {
        return among == null ? Condition.TRUE : among.of(new Path.Root(target, level));
    }

    /** Which rows can belong to an owner of this link, where others refer to other models by the same columns. */
    @Nullable Kind among() {
        return among;
    }

    /** That a row at this level belongs to this owner. */
    Condition belongsTo(Object key, int level) {
        Condition belongs = amongThose(level);
        List<ColumnNode> columns = ownerColumns(level);
        for (int i = 0; i < columns.size(); i++) {
            belongs = belongs.and(
                    Condition.equal(columns.get(i), owner.values(key).get(i)));
        }
        return belongs;
    }

    /** Whether a column of ours, and not of a table in between, has the owner's key, so that rows can be without an owner. */
    boolean isOptional() {
        return owner.columns().stream().allMatch(ColumnDef::isNullable);
    }
}
