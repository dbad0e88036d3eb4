package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.util.List;

/**
 * A span of time.
 *
 * @param <T> {@code Duration} or {@code Period}
 */
public class IntervalExpression<T> extends OrderedExpression<T> {
    private final Node node;

    IntervalExpression(Node node, DbType<T> type) {
        super(type);
        this.node = node;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** The sum with another span. */
    public final IntervalExpression<T> plus(Expression<T> other) {
        return new IntervalExpression<>(new ValueNode.Infix(node, "+", Precedence.SUM, other.node()), type());
    }

    /** The sum with another span. */
    public final IntervalExpression<T> plus(T other) {
        return new IntervalExpression<>(new ValueNode.Infix(node, "+", Precedence.SUM, bind(other, "plus")), type());
    }

    /** The difference from another span. */
    public final IntervalExpression<T> minus(Expression<T> other) {
        return new IntervalExpression<>(new ValueNode.Infix(node, "-", Precedence.SUM, other.node()), type());
    }

    /** So many times as long. */
    public final IntervalExpression<T> times(double factor) {
        return new IntervalExpression<>(
                new ValueNode.Infix(node, "*", Precedence.PRODUCT, Literals.of(Types.FLOAT8, factor)), type());
    }

    /** Its whole length in seconds, a month counting as 30 days. */
    public final NumberExpression<Double> seconds() {
        return new NumberExpression<>(
                new ValueNode.Cast(new ValueNode.Extract("epoch", node), "::float8"), Types.FLOAT8);
    }

    /** This span, or that one where there is none. */
    public final IntervalExpression<T> orElse(T value) {
        return new IntervalExpression<>(Functions.coalesceNode(node, bind(value, "orElse")), type());
    }

    /** This span, or another expression's where there is none. */
    public final IntervalExpression<T> orElse(Expression<T> other) {
        return new IntervalExpression<>(Functions.coalesceNode(node, other.node()), type());
    }

    /** Nothing where the span is this one, otherwise the span. */
    public final IntervalExpression<T> nullIf(T value) {
        return new IntervalExpression<>(
                ValueNode.Call.lenient("nullif", List.of(node, bind(value, "nullIf")), true), type());
    }

    /** The difference from a span. */
    public final IntervalExpression<T> minus(T other) {
        return new IntervalExpression<>(new ValueNode.Infix(node, "-", Precedence.SUM, bind(other, "minus")), type());
    }
}
