package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.ArrayColumn;
import dev.plectrum.orm.query.BooleanColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.TextColumn;
import dev.plectrum.orm.query.TimestampColumn;
import dev.plectrum.orm.query.ValueColumn;
import dev.plectrum.orm.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/** The fields of {@link Order} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Order table=orders public",
            "field name=id type=INT8 role=IDENTITY",
            "field name=mail type=varchar(200) maxLength=200",
            "field name=note type=TEXT nullable",
            "field name=stage type=enum(shop/Stage;NEW;SENT)",
            "field name=total type=numeric(NUMERIC;10;2) precision=10 scale=2",
            "field name=tags type=list(java.util/List<java.lang/String>;TEXT)",
            "field name=placedAt type=TIMESTAMPTZ",
            "field name=gift type=BOOL java=boolean get=isGift set=setGift"
        }
)
@Generated("dev.plectrum")
public final class OrderFields extends Fields<OrderFields> {
    /** {@code id bigint} */
    public final NumberColumn<Long> id = new NumberColumn<>(this, OrderMapping.ID);

    /** {@code mail varchar(200)} */
    public final TextColumn mail = new TextColumn(this, OrderMapping.MAIL);

    /** {@code note text}, may be missing */
    public final TextColumn note = new TextColumn(this, OrderMapping.NOTE);

    /** {@code stage text} */
    public final ValueColumn<Stage> stage = new ValueColumn<>(this, OrderMapping.STAGE);

    /** {@code total numeric(10,2)} */
    public final NumberColumn<BigDecimal> total = new NumberColumn<>(this, OrderMapping.TOTAL);

    /** {@code tags text[]} */
    public final ArrayColumn<List<String>, String> tags = new ArrayColumn<>(this, OrderMapping.TAGS, Types.TEXT);

    /** {@code placed_at timestamptz} */
    public final TimestampColumn<Instant> placedAt = new TimestampColumn<>(this, OrderMapping.PLACED_AT);

    /** {@code gift boolean} */
    public final BooleanColumn gift = new BooleanColumn(this, OrderMapping.GIFT);

    OrderFields(Path path) {
        super(path);
    }
}
