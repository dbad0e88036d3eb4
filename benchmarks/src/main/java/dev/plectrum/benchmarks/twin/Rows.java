package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Collectors that decode each row as it arrives and give the row object back, so that the client uses it for the next. */
final class Rows {
    private Rows() {}

    /** The only row, which must be there. */
    static <T> Collector<Row, ?, T> one(Function<Row, T> decode) {
        return Collector.of(
                Cell<T>::new,
                (cell, row) -> {
                    cell.value = decode.apply(row);
                    row.release();
                },
                Rows::never,
                Cell::get);
    }

    /** All rows, in the server's order. */
    static <T> Collector<Row, ?, List<T>> list(int expected, Function<Row, T> decode) {
        return into(() -> new ArrayList<>(expected), (rows, row) -> rows.add(decode.apply(row)));
    }

    /** Whatever the rows are put into. */
    static <A> Collector<Row, ?, A> into(Supplier<A> supplier, BiConsumer<A, Row> decode) {
        return Collector.of(
                supplier,
                (container, row) -> {
                    decode.accept(container, row);
                    row.release();
                },
                Rows::never);
    }

    /** Rows arrive one after the other: there are no halves to join. */
    @SuppressWarnings("DoNotCallSuggester") // a collector has to have one all the same
    private static <A> A never(A left, A right) {
        throw new UnsupportedOperationException();
    }

    private static final class Cell<T> {
        private @Nullable T value;

        private T get() {
            return Objects.requireNonNull(value, "no row");
        }
    }
}
