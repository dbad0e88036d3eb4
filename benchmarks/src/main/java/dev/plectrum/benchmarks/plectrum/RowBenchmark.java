package dev.plectrum.benchmarks.plectrum;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import io.vertx.sqlclient.internal.ArrayTuple;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A row of the client's to a product. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowBenchmark {
    private final Row row = new Values(List.of(
            4711L,
            "Product 4711",
            "cat11",
            Numeric.create(new BigDecimal("12.34")),
            17,
            OffsetDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
            Numeric.create(new BigDecimal("14.81"))));

    /** What the generated mapping does. */
    @Benchmark
    @SuppressWarnings("NullAway") // a product has no relations, so nobody asks for the batch
    public Product decode() {
        return ProductMapping.INSTANCE.decode(row, 0, null);
    }

    /** The same fields by hand. */
    @Benchmark
    public Product byHand() {
        Product product = new Product();
        product.id = row.getLong(0);
        product.name = row.getString(1);
        product.category = row.getString(2);
        product.price = row.get(Numeric.class, 3).bigDecimalValue();
        product.stock = row.getInteger(4);
        product.created = row.getOffsetDateTime(5).toInstant();
        product.gross = row.get(Numeric.class, 6).bigDecimalValue();
        return product;
    }

    private static final class Values extends ArrayTuple implements Row {
        private Values(List<Object> values) {
            super(values);
        }

        @Override
        public @Nullable String getColumnName(int position) {
            return null;
        }

        @Override
        public int getColumnIndex(String column) {
            return -1;
        }
    }
}
