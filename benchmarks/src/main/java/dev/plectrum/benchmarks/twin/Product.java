package dev.plectrum.benchmarks.twin;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A row of {@code product}. The client decodes a timestamp to just this type, so nothing is gained by another. */
public record Product(
        long id, String name, String category, BigDecimal price, int stock, OffsetDateTime created, BigDecimal gross) {
    /** {@code SELECT id, name, category, price, stock, created, gross}. */
    static Product from(Row row) {
        return new Product(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                decimal(row, 3),
                row.getInteger(4),
                row.getOffsetDateTime(5),
                decimal(row, 6));
    }

    // getBigDecimal would make the number anew, by way of its text.
    private static BigDecimal decimal(Row row, int column) {
        return row.get(Numeric.class, column).bigDecimalValue();
    }
}
