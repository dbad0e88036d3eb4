package dev.plectrum.orm.sample;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import dev.plectrum.orm.query.TimestampColumn;
import dev.plectrum.orm.query.ValueColumn;
import java.math.BigDecimal;
import java.time.Instant;

/** The fields of {@link Product} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {"…"})
public final class ProductFields extends Fields<ProductFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, ProductMapping.ID);

    /** {@code name varchar(200)} */
    public final TextColumn name = new TextColumn(this, ProductMapping.NAME);

    /** {@code price numeric(10,2)} */
    public final NumberColumn<BigDecimal> price = new NumberColumn<>(this, ProductMapping.PRICE);

    /** {@code stock integer} */
    public final NumberColumn<Integer> stock = new NumberColumn<>(this, ProductMapping.STOCK);

    /** {@code description text}, may be missing */
    public final TextColumn description = new TextColumn(this, ProductMapping.DESCRIPTION);

    /** {@code status text} */
    public final ValueColumn<Status> status = new ValueColumn<>(this, ProductMapping.STATUS);

    /** {@code created_at timestamptz} */
    public final TimestampColumn<Instant> createdAt = new TimestampColumn<>(this, ProductMapping.CREATED_AT);

    /** {@code updated_at timestamptz} */
    public final TimestampColumn<Instant> updatedAt = new TimestampColumn<>(this, ProductMapping.UPDATED_AT);

    /** {@code stock_value numeric}, generated */
    public final NumberColumn<BigDecimal> stockValue = new NumberColumn<>(this, ProductMapping.STOCK_VALUE);

    ProductFields(Path path) {
        super(path);
    }
}
