package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array.
 *
 * @param <L> the field's Java type, a {@code List} or an array
 * @param <E> the elements' Java type
 */
public class ArrayExpression<L, E> extends Expression<L> {
    private final Node node;
    private final DbType<E> element;

    ArrayExpression(Node node, DbType<L> type, DbType<E> element) {
        super(type);
        this.node = node;
        this.element = element;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** Equal to one of these arrays. Nulls among them are passed over; without arrays nothing is found, and nothing asked. */
    @Override
    public Condition in(Collection<? extends @Nullable L> values) {
        List<L> present = new ArrayList<>(values.size());
        for (L value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present.isEmpty() ? Condition.FALSE : Condition.In.in(node, ArrayRows.of(this, present));
    }

    /** Has this element. */
    public final Condition has(E value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    this + ".has(null) would find nothing, because nothing is equal to null");
        }
        return new Condition.Any(bind(element, value), node);
    }

    /** Has all of these elements, in any order and number. */
    public final Condition contains(L values) {
        return new Condition.Comparison(node, "@>", Precedence.OTHER, bind(values, "contains"));
    }

    /** Has no element but these. */
    public final Condition containedBy(L values) {
        return new Condition.Comparison(node, "<@", Precedence.OTHER, bind(values, "containedBy"));
    }

    /** Has at least one of these elements. */
    public final Condition overlaps(L values) {
        return new Condition.Comparison(node, "&&", Precedence.OTHER, bind(values, "overlaps"));
    }

    /** Has all elements of another expression's array. */
    public final Condition contains(Expression<L> other) {
        return new Condition.Comparison(node, "@>", Precedence.OTHER, other.node());
    }

    /** Has no element but those of another expression's array. */
    public final Condition containedBy(Expression<L> other) {
        return new Condition.Comparison(node, "<@", Precedence.OTHER, other.node());
    }

    /** Shares an element with another expression's array. */
    public final Condition overlaps(Expression<L> other) {
        return new Condition.Comparison(node, "&&", Precedence.OTHER, other.node());
    }

    /** The number of elements; 0 of an empty array. */
    public final NumberExpression<Integer> length() {
        return new NumberExpression<>(ValueNode.Call.strict("cardinality", node), Types.INT4);
    }

    /** The element at this position, counted from 0; nothing behind the end. */
    public final ValueExpression<E> get(int position) {
        if (position < 0) {
            throw new IllegalArgumentException(this + ".get(" + position
                    + "): an element's position is not negative. Use length() to count from the end");
        }
        return new ValueExpression<>(new ValueNode.Subscript(node, first(position), null), element);
    }

    /** The elements from one position, counted from 0, up to but without another. */
    public final ArrayExpression<L, E> slice(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(this + ".slice(" + from + ", " + to
                    + "): positions are not negative, and the end not before the beginning");
        }
        return new ArrayExpression<>(
                new ValueNode.Subscript(node, first(from), Literals.of(Types.INT4, to)), type(), element);
    }

    /** PostgreSQL counts from 1. No array reaches so far that it could not. */
    private static Node first(int position) {
        return Literals.of(Types.INT4, Math.max(position, position + 1));
    }

    /** The elements joined into one text. */
    public final TextExpression join(String separator) {
        return new TextExpression(ValueNode.Call.lenient(
                "array_to_string", List.of(node, Literals.of(Types.TEXT, separator)), node.nullable()));
    }
}
