package dev.plectrum.processor.model;

import java.util.List;

/**
 * What a relation's annotation says, as written.
 *
 * @param onDelete {@code CASCADE} and its like; empty where the kind has none
 * @param to the field of the target that is stored here; empty for its key
 * @param column the column's name; empty where the kind has none
 * @param columns the columns' names, of a reference to a key of several
 * @param dbDefault the column's DEFAULT in SQL, or empty
 * @param set what the reference becomes when its target is deleted, in SQL, or empty
 * @param deferrable {@code NO}, {@code IMMEDIATE} or {@code DEFERRED}
 * @param index whether the column has an index of its own
 * @param table the join table's name; empty for one made from this table and the field
 * @param through the qualified name of the model that is the join table; empty if there is none
 * @param throughFields the references of that model, to this one and to the other; empty if it has no others
 * @param symmetrical whether a pair of rows of one model counts in both directions
 * @param reverse the other model's field that points here; empty unless this is a reverse relation
 * @param places where each of these is written
 */
public record RelationOptions(
        String onDelete,
        String to,
        String column,
        List<String> columns,
        String dbDefault,
        String set,
        String deferrable,
        boolean index,
        String table,
        String through,
        List<String> throughFields,
        boolean symmetrical,
        String reverse,
        Places places) {
    /** Copies the names. */
    public RelationOptions {
        columns = List.copyOf(columns);
        throughFields = List.copyOf(throughFields);
    }
}
