package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Range;
import org.jspecify.annotations.Nullable;

/** A value that can be less or greater than another. */
public abstract class OrderedExpression<T> extends Expression<T> {
    OrderedExpression(DbType<T> type) {
        super(type);
    }

    /** Greater than a value. */
    public Condition gt(T value) {
        return new Condition.Comparison(node(), ">", bind(value, "gt"));
    }

    /** Greater than another expression of the same row. */
    public Condition gt(Expression<T> other) {
        return new Condition.Comparison(node(), ">", other.node());
    }

    /** Greater than a value or equal to it. */
    public Condition gte(T value) {
        return new Condition.Comparison(node(), ">=", bind(value, "gte"));
    }

    /** Greater than another expression of the same row or equal to it. */
    public Condition gte(Expression<T> other) {
        return new Condition.Comparison(node(), ">=", other.node());
    }

    /** Less than a value. */
    public Condition lt(T value) {
        return new Condition.Comparison(node(), "<", bind(value, "lt"));
    }

    /** Less than another expression of the same row. */
    public Condition lt(Expression<T> other) {
        return new Condition.Comparison(node(), "<", other.node());
    }

    /** Less than a value or equal to it. */
    public Condition lte(T value) {
        return new Condition.Comparison(node(), "<=", bind(value, "lte"));
    }

    /** Less than another expression of the same row or equal to it. */
    public Condition lte(Expression<T> other) {
        return new Condition.Comparison(node(), "<=", other.node());
    }

    /** From one value to another, both included. */
    public Condition between(T low, T high) {
        return new Condition.Between(node(), bind(low, "between"), bind(high, "between"));
    }

    /** From one expression to another, both included. */
    public Condition between(Expression<T> low, Expression<T> high) {
        return new Condition.Between(node(), low.node(), high.node());
    }

    /** In a range of values. It becomes a comparison with its bounds, which an index on a column serves. */
    @SuppressWarnings("unchecked") // bounds of ? extends T are T
    public final Condition in(Range<? extends T> range) {
        if (range == null) {
            throw new IllegalArgumentException(this + ".in(null): there is no range. For all values say Range.all()");
        }
        T low = (T) range.lower();
        T high = (T) range.upper();
        if (range.isEmpty()) {
            return Condition.FALSE;
        }
        if (low == null && high == null) {
            return isNotNull();
        }
        if (low == null) {
            return below(range, high);
        }
        return high == null ? above(range, low) : new Condition.Within(above(range, low), below(range, high));
    }

    private Condition.Comparison above(Range<?> range, @Nullable T low) {
        return new Condition.Comparison(node(), range.lowerIncluded() ? ">=" : ">", bind(low, "in"));
    }

    private Condition.Comparison below(Range<?> range, @Nullable T high) {
        return new Condition.Comparison(node(), range.upperIncluded() ? "<=" : "<", bind(high, "in"));
    }
}
