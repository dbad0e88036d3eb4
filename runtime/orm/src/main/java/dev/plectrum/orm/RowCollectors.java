package dev.plectrum.orm;

import dev.plectrum.orm.error.MultipleResultsException;
import dev.plectrum.orm.error.NotFoundException;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Ways to collect the rows of a result. The client hands over each row as it arrives and then uses the row object again. */
final class RowCollectors {
    private RowCollectors() {}

    /** All rows, in order. */
    static <T> Collector<Row, ?, List<T>> list(Function<Row, T> decoder) {
        return new Base<ArrayList<T>, List<T>>(
                ArrayList::new, (list, row) -> list.add(decoder.apply(row)), list -> list);
    }

    /** The only row. Fails if there is none, or another. */
    static <T> Collector<Row, ?, T> one(Function<Row, T> decoder, Supplier<String> asked) {
        return new Base<Single<T>, T>(Single::new, (single, row) -> single.add(row, decoder), single -> {
            T value = single.value;
            if (value == null) {
                throw new NotFoundException("No " + asked.get());
            }
            if (single.more) {
                throw new MultipleResultsException("More than one " + asked.get());
            }
            return value;
        });
    }

    /** The first row, or null. */
    static <T> Collector<Row, ?, @Nullable T> first(Function<Row, T> decoder) {
        return new Base<Single<T>, @Nullable T>(
                Single::new, (single, row) -> single.add(row, decoder), single -> single.value);
    }

    private static final class Single<T> {
        private @Nullable T value;
        private boolean more;

        void add(Row row, Function<Row, T> decoder) {
            if (value == null) {
                value = decoder.apply(row);
            } else {
                more = true;
            }
        }
    }

    private record Base<A, R>(Supplier<A> supplier, BiConsumer<A, Row> accumulator, Function<A, R> finisher)
            implements Collector<Row, A, R> {
        @Override
        public BinaryOperator<A> combiner() {
            return (left, right) -> {
                throw new UnsupportedOperationException("Rows of one result are collected in order");
            };
        }

        @Override
        public Set<Characteristics> characteristics() {
            return Set.of();
        }
    }
}
