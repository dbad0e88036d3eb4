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

/** How {@link Customer} and rows of {@code crm."Customer"} become each other. */
@Generated("dev.plectrum")
public final class CustomerMapping extends Mapping<Customer, CustomerFields, CustomerDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", CustomerMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();

    private static final String SELECT = """
            SELECT id
            FROM crm."Customer"
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO crm."Customer" DEFAULT VALUES
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE crm."Customer"
            SET id = id
            WHERE id = $1::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM crm."Customer"
            WHERE id = $1::int8""";

    /** The only one. */
    public static final CustomerMapping INSTANCE = new CustomerMapping();

    private CustomerMapping() {
        super(
                "Customer",
                "crm.\"Customer\"",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID);
    }

    @Override
    protected Customer decode(Row row, int at, Batch batch) {
        return read(new Customer(), row, at, batch);
    }

    @Override
    protected Customer read(Customer customer, Row row, int at, Batch batch) {
        customer.id = row.getLong(at);
        return customer;
    }

    @Override
    protected Customer refresh(Customer customer, Row row, Batch batch) {
        customer.id = row.getLong(0);
        return customer;
    }

    @Override
    protected @Nullable Object value(Customer customer, int column) {
        return switch (column) {
            case 0 -> customer.id;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public CustomerFields fields(Path path) {
        return new CustomerFields(path);
    }

    @Override
    protected CustomerDraft draft() {
        return new CustomerDraft(new Customer());
    }

    @Override
    protected CustomerDraft draft(Customer customer) {
        return new CustomerDraft(customer);
    }

    @Override
    public TableDef table() {
        return TableDef.of("crm", "Customer")
                .column("id", "bigint").identity()
                .primaryKey("Customer_pkey", "id")
                .build();
    }
}
