package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Range;
import dev.plectrum.orm.type.Types;
import java.util.List;

/**
 * A range of values.
 *
 * @param <E> the Java type of its bounds
 */
public class RangeExpression<E extends Comparable<? super E>> extends OrderedExpression<Range<E>> {
    private final Node node;
    private final DbType<E> element;

    RangeExpression(Node node, DbType<Range<E>> type, DbType<E> element) {
        super(type);
        this.node = node;
        this.element = element;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** This value lies in it. */
    public final Condition has(E value) {
        if (value == null) {
            throw new IllegalArgumentException(this + ".has(null) would find nothing: null lies in no range");
        }
        return operator("@>", bind(element, value));
    }

    /** Another expression's value lies in it. */
    public final Condition has(Expression<E> value) {
        return operator("@>", value.node());
    }

    /** The other range lies in it. */
    public final Condition contains(Range<E> other) {
        return operator("@>", bind(other, "contains"));
    }

    /** Another expression's range lies in it. */
    public final Condition contains(Expression<Range<E>> other) {
        return operator("@>", other.node());
    }

    /** It lies in the other range. */
    public final Condition containedBy(Range<E> other) {
        return operator("<@", bind(other, "containedBy"));
    }

    /** It lies in another expression's range. */
    public final Condition containedBy(Expression<Range<E>> other) {
        return operator("<@", other.node());
    }

    /** The two share a value. */
    public final Condition overlaps(Range<E> other) {
        return operator("&&", bind(other, "overlaps"));
    }

    /** The two share a value. */
    public final Condition overlaps(Expression<Range<E>> other) {
        return operator("&&", other.node());
    }

    /** It ends before the other begins. */
    public final Condition fullyLt(Range<E> other) {
        return operator("<<", bind(other, "fullyLt"));
    }

    /** It begins after the other ends. */
    public final Condition fullyGt(Range<E> other) {
        return operator(">>", bind(other, "fullyGt"));
    }

    /** It does not reach below the other's beginning. */
    public final Condition notLt(Range<E> other) {
        return operator("&>", bind(other, "notLt"));
    }

    /** It does not reach above the other's end. */
    public final Condition notGt(Range<E> other) {
        return operator("&<", bind(other, "notGt"));
    }

    /** The two touch without sharing a value. */
    public final Condition adjacentTo(Range<E> other) {
        return operator("-|-", bind(other, "adjacentTo"));
    }

    /** Its lower bound; nothing where it has none or is empty. */
    public final ValueExpression<E> lower() {
        return new ValueExpression<>(ValueNode.Call.lenient("lower", List.of(node), true), element);
    }

    /** Its upper bound; nothing where it has none or is empty. */
    public final ValueExpression<E> upper() {
        return new ValueExpression<>(ValueNode.Call.lenient("upper", List.of(node), true), element);
    }

    /** Has no values. */
    public final Condition isEmpty() {
        return truth("isempty");
    }

    /** Its lower bound belongs to it. */
    public final Condition lowerIncluded() {
        return truth("lower_inc");
    }

    /** Its upper bound belongs to it. */
    public final Condition upperIncluded() {
        return truth("upper_inc");
    }

    /** Has no lower bound. */
    public final Condition lowerUnbounded() {
        return truth("lower_inf");
    }

    /** Has no upper bound. */
    public final Condition upperUnbounded() {
        return truth("upper_inf");
    }

    private Condition truth(String function) {
        return new BooleanExpression(ValueNode.Call.strict(function, node), Types.BOOL).isTrue();
    }

    private Condition operator(String operator, Node right) {
        return new Condition.Comparison(node, operator, Precedence.OTHER, right);
    }
}
