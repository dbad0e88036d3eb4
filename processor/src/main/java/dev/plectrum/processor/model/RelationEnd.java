package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What a relation leads to.
 *
 * @param model the other model
 * @param table its table as SQL writes it
 * @param columns its columns that meet ours: the key that a reference holds, or the columns that point here
 * @param from our fields that the other side points to, for relations without columns of their own
 * @param join the table in between
 * @param among which of its rows refer here, where the same columns refer to other models too
 */
public record RelationEnd(
        ModelName model,
        String table,
        List<Column> columns,
        List<String> from,
        Optional<Join> join,
        Optional<Among> among) {
    /** All of the other model's rows may refer here. */
    public RelationEnd(ModelName model, String table, List<Column> columns, List<String> from, Optional<Join> join) {
        this(model, table, columns, from, join, Optional.empty());
    }

    /** Which of the other model's rows may refer here: those with this value in this column. */
    public record Among(String column, String value) {}

    /** Copies the lists. */
    public RelationEnd {
        columns = List.copyOf(columns);
        from = List.copyOf(from);
    }

    /**
     * A column of the other model.
     *
     * @param name unquoted
     * @param field of the other model's key; empty for a column that points here
     */
    public record Column(String name, String field, StoredType type) {}

    /** The only column. */
    public Column column() {
        return columns.get(0);
    }

    /**
     * A table that pairs rows.
     *
     * @param table unquoted
     * @param schema unquoted, or empty
     * @param near its column that points to us
     * @param far its column that points to the other model
     * @param owned whether it is made for this relation, not by a model of the user's nor for the other side
     */
    public record Join(String table, String schema, String near, String far, boolean owned) {}
}
