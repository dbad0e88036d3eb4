package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows that a relation leads to are found from their own side: which columns say to whom they belong.
 *
 * @param name the model's name for the relation
 * @param target the table of the rows
 * @param owner the columns with the owner's key: of the rows themselves, or of the table in between
 * @param through the table in between, if there is one
 * @param many whether one owner may have several
 */
record Link(
        String name,
        Mapping<?, ?, ?> target,
        KeyColumns owner,
        @Nullable JoinTable through,
        boolean many) {

    /** The way back along a relation or a table of pairs. */
    static Link of(Object relation) {
        return relation instanceof JoinTable table ? through(table) : along((Relation) relation);
    }

    private static Link along(Relation relation) {
        return new Link(relation.name(), mapping(relation), new KeyColumns(relation.targets()), null, relation.many());
    }

    private static Link through(JoinTable table) {
        return new Link(table.modelName(), mapping(table.toFar()), new KeyColumns(List.of(table.near())), table, true);
    }

    /** To the row with a key. */
    static Link toKey(Mapping<?, ?, ?> target) {
        return new Link("key", target, KeyColumns.of(target), null, false);
    }

    private static Mapping<?, ?, ?> mapping(Relation relation) {
        return (Mapping<?, ?, ?>) relation.target();
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
        return Condition.anyKey(ownerColumns(level), owners);
    }

    /** That a row at this level belongs to this owner. */
    Condition belongsTo(Object key, int level) {
        Condition belongs = Condition.TRUE;
        List<ColumnNode> columns = ownerColumns(level);
        for (int i = 0; i < columns.size(); i++) {
            belongs = belongs.and(
                    Condition.equal(columns.get(i), owner.values(key).get(i)));
        }
        return belongs;
    }

    /** The query of the rows without further wishes. One row of each owner needs no order. */
    Query plain() {
        return many ? target.all() : target.all().unordered();
    }

    /** Whether a column of ours, and not of a table in between, has the owner's key, so that rows can be without an owner. */
    boolean isOptional() {
        return owner.columns().stream().allMatch(ColumnDef::isNullable);
    }
}
