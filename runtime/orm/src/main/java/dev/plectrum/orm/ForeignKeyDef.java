package dev.plectrum.orm;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Relation;

/**
 * What generated code declares about a reference of a model.
 *
 * @param relation where it leads, and by which columns
 * @param onDelete what becomes of the row when its target is deleted
 * @param value what {@link OnDelete#SET_VALUE} sets it to, in SQL; otherwise empty
 */
public record ForeignKeyDef(Relation relation, OnDelete onDelete, String value) {
    /** A reference that is never set to a value of its own. */
    public ForeignKeyDef(Relation relation, OnDelete onDelete) {
        this(relation, onDelete, "");
    }

    /** The model's name for it. */
    String name() {
        return relation.name();
    }

    /** What holds beside for rows that have it, with AND before it; empty if nothing does. */
    String andHere() {
        Kind here = relation.here();
        return here == null ? "" : " AND " + here.is();
    }

    /** The columns that hold it. */
    KeyColumns columns() {
        return new KeyColumns(relation.fromColumns());
    }
}
