package dev.plectrum.benchmarks.twin;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A row of {@code item}; its id is 0 until the database has given it one. */
record Item(long id, String name, int qty, BigDecimal price, OffsetDateTime created) {
    Item withId(long given) {
        return new Item(given, name, qty, price, created);
    }
}
