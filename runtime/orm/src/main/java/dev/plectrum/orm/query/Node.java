package dev.plectrum.orm.query;

import java.util.function.Consumer;

/**
 * A piece of SQL that knows how to write itself. Text and binds leave in the same walk, so their order cannot disagree, and
 * writing changes nothing: the same node may be part of many queries.
 */
public sealed interface Node permits ColumnNode, Condition, ValueNode {
    /** Writes this node. A child that binds weaker than its surroundings is put in parentheses by {@link SqlWriter#nest}. */
    void write(SqlWriter out);

    /** How strongly this node holds together: one of {@link Precedence}'s numbers. */
    int precedence();

    /** Whether the value can be NULL, as far as can be told; when in doubt, yes. */
    boolean nullable();

    /** Whether it is NULL, or unknown, wherever one of its columns is: {@code a + b} is, {@code coalesce(a, b)} is not. */
    boolean strict();

    /** Hands over every column this node reads of the query it is part of and of those around it. */
    void columns(Consumer<ColumnNode> sink);
}
