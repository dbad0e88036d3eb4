package dev.plectrum.orm.query;

import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that PostgreSQL computes for each row: a column, or something made of columns. What a kind of value can do is in the
 * subclasses; this is what all values can do.
 *
 * @param <T> the value's Java type
 */
public abstract class Expression<T> implements Orderable {
    private final DbType<T> type;

    Expression(DbType<T> type) {
        this.type = type;
    }

    /** What is written. */
    public abstract Node node();

    /** How values of this kind travel. */
    public final DbType<T> type() {
        return type;
    }

    /** Equal to a value. Never holds for a row without one; for those ask {@link #isNull()}. */
    public Condition eq(T value) {
        return new Condition.Comparison(node(), "=", bind(value, "eq"));
    }

    /** Equal to another expression of the same row. Does not hold where either is missing. */
    public Condition eq(Expression<T> other) {
        return new Condition.Comparison(node(), "=", other.node());
    }

    /** Different from a value: exactly the rows that {@link #eq} does not find, so rows without a value too. */
    public Condition ne(T value) {
        return new Condition.Comparison(node(), "=", bind(value, "ne")).not();
    }

    /** Different from another expression: exactly the rows that {@link #eq} does not find, so those where either is missing too. */
    public Condition ne(Expression<T> other) {
        return eq(other).not();
    }

    /** Equal to one of these values. Nulls among them are passed over; without values nothing is found, and nothing asked. */
    public Condition in(Collection<? extends @Nullable T> values) {
        List<T> present = new ArrayList<>(values.size());
        for (T value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        if (present.isEmpty()) {
            return Condition.FALSE;
        }
        return new Condition.Any(node(), array(present));
    }

    /** Equal to one of the values that a query selects. */
    public final Condition in(Selection<T> values) {
        return Condition.In.in(node(), values.subselect());
    }

    /** Equal to none of these values: exactly the rows that {@link #in} does not find. */
    public final Condition notIn(Collection<? extends @Nullable T> values) {
        return in(values).not();
    }

    /** Equal to none of the values that a query selects: exactly the rows that {@link #in} does not find. */
    public final Condition notIn(Selection<T> values) {
        return in(values).not();
    }

    /** Has no value. */
    public final Condition isNull() {
        return new Condition.IsNull(node(), true);
    }

    /** Has a value. */
    public final Condition isNotNull() {
        return new Condition.IsNull(node(), false);
    }

    /** Ascending. */
    public final Order asc() {
        return new Order(node(), false, Order.Nulls.DEFAULT);
    }

    /** Descending. */
    public final Order desc() {
        return new Order(node(), true, Order.Nulls.DEFAULT);
    }

    @Override
    public final Order order() {
        return asc();
    }

    /**
     * The value as one of another type, as SQL's {@code CAST} makes it. Fails where it cannot be; what a text has to look like for it is
     * PostgreSQL's rule.
     */
    public final <R> ValueExpression<R> cast(DbType<R> type) {
        return new ValueExpression<>(new ValueNode.Cast(node(), type.cast()), type);
    }

    /** The value as SQL's {@code text}. */
    public final TextExpression asText() {
        return new TextExpression(new ValueNode.Cast(node(), "::text"));
    }

    final Node bind(@Nullable T value, String method) {
        if (value == null) {
            throw new IllegalArgumentException(
                    this + "." + method + "(null) would find nothing, because nothing is equal to null. Use " + this
                            + ".isNull(), or .isNotNull()");
        }
        if (value instanceof Orderable) {
            // Only where any object is a value, as in JSON: everywhere else the compiler tells the two apart.
            throw new IllegalArgumentException(this + "." + method + "(" + value + ") would compare JSON with an"
                    + " expression of another type. Compare like with like: " + this
                    + ".text(), .number() or .decimal()");
        }
        return bind(type, value);
    }

    /** A text that this expression is asked for, whatever its own type is. */
    final Node text(@Nullable String text, String method) {
        if (text == null) {
            throw new IllegalArgumentException(this + "." + method + "(null): there is no text to ask for");
        }
        return bind(Types.TEXT, text);
    }

    /** A value of another type that this expression is asked for. */
    final <V> Node bind(DbType<V> type, V value) {
        try {
            return Literals.of(type, value);
        } catch (UnstorableValueException e) {
            throw e.in(toString());
        }
    }

    final Node array(List<T> values) {
        return Literals.array(this, values);
    }

    /** The SQL, with field names for columns and without values. */
    @Override
    public String toString() {
        return SqlWriter.describe(node());
    }
}
