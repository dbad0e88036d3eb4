package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import java.util.ArrayList;
import java.util.List;

/**
 * A value that is compared as a whole: an enum, a {@code UUID}, an address, bytes, a type of the user's own with a converter.
 *
 * @param <T> the Java type
 */
public class ValueExpression<T> extends OrderedExpression<T> {
    private final Node node;

    ValueExpression(Node node, DbType<T> type) {
        super(type);
        this.node = node;
    }

    /** The only value of a query of one row and column. */
    public static <T> ValueExpression<T> of(Subselect select, DbType<T> type) {
        return new ValueExpression<>(new ValueNode.Scalar(select), type);
    }

    @Override
    public final Node node() {
        return node;
    }

    /** Equal to one of these values. */
    @SafeVarargs
    public final Condition in(T... values) {
        List<T> list = new ArrayList<>(values.length);
        for (T value : values) {
            list.add(value);
        }
        return in(list);
    }

    /** This value, or that one where there is none. */
    public final ValueExpression<T> orElse(T value) {
        return new ValueExpression<>(Functions.coalesceNode(node, bind(value, "orElse")), type());
    }

    /** This value, or another expression's where there is none. */
    public final ValueExpression<T> orElse(Expression<T> other) {
        return new ValueExpression<>(Functions.coalesceNode(node, other.node()), type());
    }

    /** Nothing where the value is this one, otherwise the value. */
    public final ValueExpression<T> nullIf(T value) {
        return new ValueExpression<>(
                ValueNode.Call.lenient("nullif", List.of(node, bind(value, "nullIf")), true), type());
    }
}
