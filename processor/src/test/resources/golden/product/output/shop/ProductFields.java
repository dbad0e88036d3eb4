package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import dev.plectrum.orm.query.TimestampColumn;
import dev.plectrum.orm.query.ValueColumn;
import java.math.BigDecimal;
import java.time.Instant;
import javax.annotation.processing.Generated;

/** The fields of {@link Product} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Product table=product public ordering=name",
            "field name=id type=INT8 role=IDENTITY",
            "field name=name type=varchar(200) maxLength=200",
            "field name=price type=numeric(NUMERIC;10;2) precision=10 scale=2",
            "field name=stock type=INT4 java=int",
            "field name=description type=TEXT nullable",
            "field name=status type=enum(shop/Product.Status;ACTIVE;DRAFT)",
            "field name=createdAt type=TIMESTAMPTZ role=CREATED",
            "field name=updatedAt type=TIMESTAMPTZ role=UPDATED",
            "field name=stockValue type=NUMERIC stored=\"price * stock\"",
            "field name=shout type=TEXT virtual=upper(name)",
            "index field=status field=-price method=btree",
            "check sql=\"price >= 0\""
        }
)
@Generated("dev.plectrum")
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
    public final ValueColumn<Product.Status> status = new ValueColumn<>(this, ProductMapping.STATUS);

    /** {@code created_at timestamptz} */
    public final TimestampColumn<Instant> createdAt = new TimestampColumn<>(this, ProductMapping.CREATED_AT);

    /** {@code updated_at timestamptz} */
    public final TimestampColumn<Instant> updatedAt = new TimestampColumn<>(this, ProductMapping.UPDATED_AT);

    /** {@code stock_value numeric}, generated */
    public final NumberColumn<BigDecimal> stockValue = new NumberColumn<>(this, ProductMapping.STOCK_VALUE);

    /** {@code shout text}, computed when read */
    public final TextColumn shout = new TextColumn(this, ProductMapping.SHOUT);

    ProductFields(Path path) {
        super(path);
    }
}
