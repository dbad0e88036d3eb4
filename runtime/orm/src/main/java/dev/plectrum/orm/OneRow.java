package dev.plectrum.orm;

import dev.plectrum.orm.error.MultipleResultsException;
import dev.plectrum.orm.error.NotFoundException;
import io.vertx.sqlclient.Row;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a result, or null. The collector, what it collects into and what decodes the row are one object, because there is one
 * of these for every statement about a single row. A statement that is sent once more begins anew, by asking the supplier.
 */
abstract class OneRow<T> implements Collector<Row, OneRow<T>, T>, Supplier<OneRow<T>>, BiConsumer<OneRow<T>, Row> {
    private @Nullable T value;
    private boolean more;

    /** What the row says. Called once, whatever follows it. */
    abstract T decode(Row row);

    @Override
    public final Supplier<OneRow<T>> supplier() {
        return this;
    }

    @Override
    public final OneRow<T> get() {
        value = null;
        more = false;
        return this;
    }

    @Override
    public final BiConsumer<OneRow<T>, Row> accumulator() {
        return this;
    }

    @Override
    public final void accept(OneRow<T> self, Row row) {
        if (value == null) {
            value = decode(row);
        } else {
            more = true;
        }
    }

    @Override
    public final BinaryOperator<OneRow<T>> combiner() {
        return RowCollectors::never;
    }

    @Override
    public final Function<OneRow<T>, T> finisher() {
        return OneRow::result;
    }

    /** What the statement comes to. */
    @SuppressWarnings("NullAway") // whoever asks for a first row expects that there may be none
    T result() {
        return value;
    }

    @Override
    public final Set<Characteristics> characteristics() {
        return Set.of();
    }

    /** The only row. Fails if there is none, or another. */
    abstract static class Only<T> extends OneRow<T> {
        /** What there is not exactly one of, for the message. */
        abstract String asked();

        @Override
        final T result() {
            T only = super.value;
            if (only == null) {
                throw new NotFoundException("No " + asked());
            }
            if (super.more) {
                throw new MultipleResultsException("More than one " + asked());
            }
            return only;
        }
    }
}
