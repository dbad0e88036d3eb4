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
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Order} and rows of {@code "order"} become each other. */
@Generated("dev.plectrum")
public final class OrderMapping extends Mapping<Order, OrderFields, OrderDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", OrderMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();

    private static final String SELECT = """
            SELECT id
            FROM "order"
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO "order" DEFAULT VALUES
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE "order"
            SET id = id
            WHERE id = $1::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM "order"
            WHERE id = $1::int8""";

    /** The only one. */
    public static final OrderMapping INSTANCE = new OrderMapping();

    private OrderMapping() {
        super(
                "Order",
                "\"order\"",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID);
    }

    @Override
    protected Order decode(Row row, int at, Batch batch) {
        return read(new Order(), row, at, batch);
    }

    @Override
    protected Order read(Order order, Row row, int at, Batch batch) {
        order.id = row.getLong(at);
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
        return TableDef.of("order")
                .column("id", "bigint").identity()
                .primaryKey("order_pkey", "id")
                .build();
    }
}
