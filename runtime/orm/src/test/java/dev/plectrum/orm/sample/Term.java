package dev.plectrum.orm.sample;

import dev.plectrum.orm.query.Expression;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value twice: as a query set computes it, and as it follows from the row.
 *
 * @param <T> the Java type
 * @param <E> the kind of expression
 * @param order PostgreSQL's order of such values; equal in it is equal
 */
record Term<T, E extends Expression<T>>(
        String text, Function<OddityFields, E> asked, Function<Oddity, @Nullable T> meaning, Comparator<T> order) {
    /** Made from this one by a function that is strict: without a value where this has none. */
    <U, G extends Expression<U>> Term<U, G> then(
            String name, Function<E, G> asks, Function<T, U> means, Comparator<U> ordered) {
        return new Term<>(
                this + "." + name,
                o -> asks.apply(asked.apply(o)),
                row -> {
                    T value = meaning.apply(row);
                    return value == null ? null : means.apply(value);
                },
                ordered);
    }

    /** Made from this one by a strict function that changes no type. */
    Term<T, E> same(String name, Function<E, E> asks, Function<T, T> means) {
        return then(name, asks, means, order);
    }

    /** This one, or a value where there is none. */
    Term<T, E> orElse(T value, Function<E, E> asks) {
        return new Term<>(
                this + ".orElse(" + value + ")",
                o -> asks.apply(asked.apply(o)),
                row -> {
                    T own = meaning.apply(row);
                    return own == null ? value : own;
                },
                order);
    }

    @Override
    public String toString() {
        return text;
    }
}
