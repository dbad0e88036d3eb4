package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Product} and rows of {@code product} become each other. */
@Generated("dev.plectrum")
public final class ProductMapping extends Mapping<Product, ProductFields, ProductDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", ProductMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> NAME = ColumnDef.of(1, "name", "name", Types.varchar(200));
    static final ColumnDef<BigDecimal> PRICE = ColumnDef.of(2, "price", "price", Types.numeric(10, 2));
    static final ColumnDef<Integer> STOCK = ColumnDef.of(3, "stock", "stock", Types.INT4);
    static final ColumnDef<String> DESCRIPTION = ColumnDef.of(4, "description", "description", Types.TEXT).nullable();
    static final ColumnDef<Product.Status> STATUS = ColumnDef.of(5, "status", "status", Types.enumByName(Product.Status.values()));
    static final ColumnDef<Instant> CREATED_AT = ColumnDef.of(6, "createdAt", "created_at", Types.TIMESTAMPTZ).autoNowAdd();
    static final ColumnDef<Instant> UPDATED_AT = ColumnDef.of(7, "updatedAt", "updated_at", Types.TIMESTAMPTZ).autoNow();
    static final ColumnDef<BigDecimal> STOCK_VALUE = ColumnDef.of(8, "stockValue", "stock_value", Types.NUMERIC).generated();
    static final ColumnDef<String> SHOUT = ColumnDef.of(9, "shout", "shout", Types.TEXT).generated();

    private static final String SELECT = """
            SELECT id, name, price, stock, description, status, created_at, updated_at, stock_value::text, shout
            FROM product
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO product (name, price, stock, description, status, created_at, updated_at)
            VALUES ($1::text, $2::numeric, $3::int4, $4::text, $5::text, $6::timestamptz, $7::timestamptz)
            RETURNING id, created_at, updated_at, stock_value::text, shout""";

    private static final String UPDATE = """
            UPDATE product
            SET name = $1::text, price = $2::numeric, stock = $3::int4, description = $4::text, status = $5::text, updated_at = $6::timestamptz
            WHERE id = $7::int8
            RETURNING id, created_at, updated_at, stock_value::text, shout""";

    private static final String DELETE = """
            DELETE FROM product
            WHERE id = $1::int8""";

    /** The only one. */
    public static final ProductMapping INSTANCE = new ProductMapping();

    private ProductMapping() {
        super(
                "Product",
                "product",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, NAME, PRICE, STOCK, DESCRIPTION, STATUS, CREATED_AT, UPDATED_AT, STOCK_VALUE, SHOUT);
    }

    @Override
    protected Product decode(Row row, int at, Batch batch) {
        return read(new Product(), row, at, batch);
    }

    @Override
    protected Product read(Product product, Row row, int at, Batch batch) {
        product.id = row.getLong(at);
        product.name = row.getString(at + 1);
        product.price = PRICE.type().read(row, at + 2);
        product.stock = row.getInteger(at + 3);
        product.description = row.getString(at + 4);
        product.status = STATUS.type().read(row, at + 5);
        product.createdAt = Types.TIMESTAMPTZ.read(row, at + 6);
        product.updatedAt = Types.TIMESTAMPTZ.read(row, at + 7);
        product.stockValue = Types.NUMERIC.read(row, at + 8);
        product.shout = row.getString(at + 9);
        return product;
    }

    @Override
    protected Product refresh(Product product, Row row, Batch batch) {
        product.id = row.getLong(0);
        product.createdAt = Types.TIMESTAMPTZ.read(row, 1);
        product.updatedAt = Types.TIMESTAMPTZ.read(row, 2);
        product.stockValue = Types.NUMERIC.read(row, 3);
        product.shout = row.getString(4);
        return product;
    }

    @Override
    protected @Nullable Object value(Product product, int column) {
        return switch (column) {
            case 0 -> product.id;
            case 1 -> product.name;
            case 2 -> product.price;
            case 3 -> product.stock;
            case 4 -> product.description;
            case 5 -> product.status;
            case 6 -> product.createdAt;
            case 7 -> product.updatedAt;
            case 8 -> product.stockValue;
            case 9 -> product.shout;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public ProductFields fields(Path path) {
        return new ProductFields(path);
    }

    @Override
    protected ProductDraft draft() {
        return new ProductDraft(new Product());
    }

    @Override
    protected ProductDraft draft(Product product) {
        return new ProductDraft(product);
    }

    @Override
    protected List<Order> defaultOrder(ProductFields p) {
        return List.of(p.name.asc());
    }

    @Override
    public TableDef table() {
        return TableDef.of("product")
                .column("id", "bigint").identity()
                .column("name", "varchar(200)")
                .column("price", "numeric(10,2)")
                .column("stock", "integer")
                .column("description", "text").nullable()
                .column("status", "text")
                .column("created_at", "timestamptz")
                .column("updated_at", "timestamptz")
                .column("stock_value", "numeric").stored("price * stock")
                .column("shout", "text").virtual("upper(name)")
                .primaryKey("product_pkey", "id")
                .check("product_status_f5a4cb39_check", "status IN ('ACTIVE', 'DRAFT')")
                .check("product_ff62ca0a_check", "price >= 0")
                .index("product_status_price_3bbde5bf_idx", "btree", "status", "price DESC")
                .build();
    }
}
