package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.Table;
import org.jspecify.annotations.Nullable;

/**
 * How the many rows of a relation are found from their own side: which column says whose they are.
 *
 * @param name the model's name for the relation
 * @param target the table of the many
 * @param through the table in between, if there is one
 * @param owner the column with the owner's key: of the many themselves, or of the table in between
 * @param step the step from the many to the table in between, if there is one
 */
record Link(
        String name,
        Table target,
        @Nullable JoinTable through,
        ColumnDef<?> owner,
        @Nullable Relation step) {

    static Link reverse(Relation relation) {
        return new Link(relation.name(), relation.target(), null, relation.to(0), null);
    }

    static Link through(JoinTable table) {
        Relation back = table.fromFar();
        return new Link(table.modelName(), table.toFar().target(), table, table.near(), back);
    }

    /** The owner's key in a query of the many. */
    ColumnNode ownerColumn(int level) {
        Path many = new Path.Root(target, level);
        return new ColumnNode(step == null ? many : many.to(step), owner);
    }
}
