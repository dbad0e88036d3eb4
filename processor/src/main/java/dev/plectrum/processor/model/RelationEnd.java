package dev.plectrum.processor.model;

import java.util.Optional;

/**
 * What a relation leads to.
 *
 * @param model the other model
 * @param table its table as SQL writes it
 * @param column its column that meets ours: the key that a reference holds, or the column that points here; unquoted
 * @param type of that column
 * @param from our field that the other side points to, for relations to many
 * @param join the table in between
 */
public record RelationEnd(
        ModelName model, String table, String column, StoredType type, String from, Optional<Join> join) {
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
