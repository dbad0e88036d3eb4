package dev.plectrum.orm.query;

import java.util.function.Consumer;

/** A query inside another one. Implemented where queries become text. */
public interface Subselect {
    /** Writes it, without parentheses around. */
    void write(SqlWriter out);

    /** Hands over the columns it reads of the queries around it; its own are its own business. */
    void columns(Consumer<ColumnNode> sink);

    /** Whether it is known to have no rows, so that nothing need be asked. */
    boolean isEmpty();
}
