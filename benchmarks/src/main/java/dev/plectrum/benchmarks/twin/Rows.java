package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Collectors that decode each row as it arrives, so that the client can use the same row object for the next. */
final class Rows {
    private Rows() {}

    /** The only row, which must be there. */
    static <T> Collector<Row, ?, T> one(Function<Row, T> decode) {
        return Collector.of(Cell<T>::new, (cell, row) -> cell.value = decode.apply(row), Rows::never, Cell::get);
    }

    /** All rows, in the server's order. */
    static <T> Collector<Row, ?, List<T>> list(int expected, Function<Row, T> decode) {
        return Collector.of(() -> new ArrayList<>(expected), (rows, row) -> rows.add(decode.apply(row)), Rows::never);
    }

    /** Rows arrive one after the other: there are no halves to join. */
    @SuppressWarnings("DoNotCallSuggester") // Collector.of wants one all the same
    static <A> A never(A left, A right) {
        throw new UnsupportedOperationException();
    }

    private static final class Cell<T> {
        private @Nullable T value;

        private T get() {
            return Objects.requireNonNull(value, "no row");
        }
    }
}
