package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Order} and rows of {@code orders} become each other. */
@Generated("dev.plectrum")
public final class OrderMapping extends Mapping<Order, OrderFields, OrderDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", OrderMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> MAIL = ColumnDef.of(1, "mail", "mail", Types.varchar(200));
    static final ColumnDef<String> NOTE = ColumnDef.of(2, "note", "note", Types.TEXT).nullable();
    static final ColumnDef<Stage> STAGE = ColumnDef.of(3, "stage", "stage", Types.enumByName(Stage.values()));
    static final ColumnDef<BigDecimal> TOTAL = ColumnDef.of(4, "total", "total", Types.numeric(10, 2));
    static final ColumnDef<List<String>> TAGS = ColumnDef.of(5, "tags", "tags", Types.list(Types.TEXT));
    static final ColumnDef<Instant> PLACED_AT = ColumnDef.of(6, "placedAt", "placed_at", Types.TIMESTAMPTZ);
    static final ColumnDef<Boolean> GIFT = ColumnDef.of(7, "gift", "gift", Types.BOOL);

    private static final String SELECT = """
            SELECT id, mail, note, stage, total, tags, placed_at, gift
            FROM orders
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO orders (mail, note, stage, total, tags, placed_at, gift)
            VALUES ($1::text, $2::text, $3::text, $4::numeric, $5::text[], $6::timestamptz, $7::bool)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE orders
            SET mail = $1::text, note = $2::text, stage = $3::text, total = $4::numeric, tags = $5::text[], placed_at = $6::timestamptz, gift = $7::bool
            WHERE id = $8::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM orders
            WHERE id = $1::int8""";

    /** The only one. */
    public static final OrderMapping INSTANCE = new OrderMapping();

    private OrderMapping() {
        super(
                "Order",
                "orders",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, MAIL, NOTE, STAGE, TOTAL, TAGS, PLACED_AT, GIFT);
    }

    @Override
    protected Order decode(Row row, int at, Batch batch) {
        return read(new Order(), row, at, batch);
    }

    @Override
    protected Order read(Order order, Row row, int at, Batch batch) {
        order.id = row.getLong(at);
        order.mail = row.getString(at + 1);
        order.note = row.getString(at + 2);
        order.stage = STAGE.type().read(row, at + 3);
        order.total = TOTAL.type().read(row, at + 4);
        order.tags = TAGS.type().read(row, at + 5);
        order.placedAt = Types.TIMESTAMPTZ.read(row, at + 6);
        order.setGift(row.getBoolean(at + 7));
        return order;
    }

    @Override
    protected Order refresh(Order order, Row row, Batch batch) {
        order.id = row.getLong(0);
        return order;
    }

    @Override
    protected @Nullable Object value(Order order, int column) {
        return switch (column) {
            case 0 -> order.id;
            case 1 -> order.mail;
            case 2 -> order.note;
            case 3 -> order.stage;
            case 4 -> order.total;
            case 5 -> order.tags;
            case 6 -> order.placedAt;
            case 7 -> order.isGift();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public OrderFields fields(Path path) {
        return new OrderFields(path);
    }

    @Override
    protected OrderDraft draft() {
        return new OrderDraft(new Order());
    }

    @Override
    protected OrderDraft draft(Order order) {
        return new OrderDraft(order);
    }

    @Override
    public TableDef table() {
        return TableDef.of("orders")
                .column("id", "bigint").identity()
                .column("mail", "varchar(200)")
                .column("note", "text").nullable()
                .column("stage", "text")
                .column("total", "numeric(10,2)")
                .column("tags", "text[]")
                .column("placed_at", "timestamptz")
                .column("gift", "boolean")
                .primaryKey("orders_pkey", "id")
                .check("orders_stage_8f142022_check", "stage IN ('NEW', 'SENT')")
                .build();
    }
}
