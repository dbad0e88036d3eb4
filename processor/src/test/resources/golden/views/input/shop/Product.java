package shop;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that the shop sells. */
record Product(
        long id, String name, BigDecimal price, @Nullable String description, Status status, Instant createdAt) {
    enum Status {
        DRAFT,
        ON_SALE
    }
}
