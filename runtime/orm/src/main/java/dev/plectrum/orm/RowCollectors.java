package dev.plectrum.orm;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Ways to collect the rows of a result. The client hands over each row as it arrives and then uses the row object again. */
final class RowCollectors {
    /** As many rows as a list has room for from the beginning: beyond them growing costs little, and fewer may come. */
    private static final int MOST_EXPECTED = 1_000;

    private static final int UNKNOWN = -1;

    private RowCollectors() {}

    /** All rows, in order. */
    static <T> Collector<Row, ?, List<T>> list(Function<Row, T> decoder) {
        return new Rows<>(decoder, UNKNOWN);
    }

    /** All rows, in order, of a query that returns at most so many; a negative limit is none. */
    static <T> Collector<Row, ?, List<T>> list(Function<Row, T> decoder, long limit) {
        if (limit < 0) {
            return list(decoder);
        }
        return new Rows<>(decoder, (int) Math.min(limit, MOST_EXPECTED));
    }

    /** The only row. Fails if there is none, or another. */
    static <T> Collector<Row, ?, T> one(Function<Row, T> decoder, Supplier<String> asked) {
        return new OneRow.Only<T>() {
            @Override
            T decode(Row row) {
                return decoder.apply(row);
            }

            @Override
            String asked() {
                return asked.get();
            }
        };
    }

    /** The first row, or null. */
    static <T> Collector<Row, ?, @Nullable T> first(Function<Row, T> decoder) {
        return new OneRow<T>() {
            @Override
            T decode(Row row) {
                return decoder.apply(row);
            }
        };
    }

    /** Whatever rows there are, this. */
    static <T> Collector<Row, ?, T> constant(T value) {
        return new Constant<>(value);
    }

    /** No rows, each handed over to this one as it comes. */
    static Collector<Row, ?, Object> each(Consumer<Row> consumer) {
        return new Each(consumer);
    }

    /** A list, in one object instead of four: there is one for each query. */
    private record Rows<T>(Function<Row, T> decoder, int expected)
            implements Collector<Row, List<T>, List<T>>, Supplier<List<T>>, BiConsumer<List<T>, Row> {
        @Override
        public Supplier<List<T>> supplier() {
            return this;
        }

        @Override
        public List<T> get() {
            return expected == UNKNOWN ? new ArrayList<>() : new ArrayList<>(expected);
        }

        @Override
        public BiConsumer<List<T>, Row> accumulator() {
            return this;
        }

        @Override
        public void accept(List<T> list, Row row) {
            list.add(decoder.apply(row));
        }

        @Override
        public BinaryOperator<List<T>> combiner() {
            return RowCollectors::never;
        }

        @Override
        public Function<List<T>, List<T>> finisher() {
            return Function.identity();
        }

        @Override
        public Set<Characteristics> characteristics() {
            return Set.of();
        }
    }

    private record Constant<T>(T value) implements Collector<Row, Object, T>, Function<Object, T> {
        private static final Object NOTHING = new Object();

        @Override
        public Supplier<Object> supplier() {
            return () -> NOTHING;
        }

        @Override
        public BiConsumer<Object, Row> accumulator() {
            return (nothing, row) -> {};
        }

        @Override
        public BinaryOperator<Object> combiner() {
            return RowCollectors::never;
        }

        @Override
        public Function<Object, T> finisher() {
            return this;
        }

        @Override
        public T apply(Object nothing) {
            return value;
        }

        @Override
        public Set<Characteristics> characteristics() {
            return Set.of();
        }
    }

    /** Rows arrive one after the other: there are no halves to join. */
    @SuppressWarnings("DoNotCallSuggester") // a collector has to have one all the same
    static <A> A never(A left, A right) {
        throw new UnsupportedOperationException("Rows of one result are collected in order");
    }

    private record Each(Consumer<Row> consumer) implements Collector<Row, Object, Object>, BiConsumer<Object, Row> {
        @Override
        public Supplier<Object> supplier() {
            return () -> this;
        }

        @Override
        public BiConsumer<Object, Row> accumulator() {
            return this;
        }

        @Override
        public void accept(Object self, Row row) {
            consumer.accept(row);
        }

        @Override
        public BinaryOperator<Object> combiner() {
            return RowCollectors::never;
        }

        @Override
        public Function<Object, Object> finisher() {
            return Function.identity();
        }

        @Override
        public Set<Characteristics> characteristics() {
            return Set.of();
        }
    }
}
