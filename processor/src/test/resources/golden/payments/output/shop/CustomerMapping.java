package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Customer} and rows of {@code customer} become each other. */
@Generated("dev.plectrum")
public final class CustomerMapping extends Mapping<Customer, CustomerFields, CustomerDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", CustomerMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<String> NAME = ColumnDef.of(1, "name", "name", Types.TEXT);
    static final Relation PAYMENTS = Relation.toMany("payments", () -> PaymentMapping.INSTANCE, ID, "customer_id");
    static final Relation CARDS = Relation.toMany("cards", () -> CardPaymentMapping.INSTANCE, ID, "holder_id");

    private static final String SELECT = """
            SELECT id, name
            FROM customer
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO customer (name)
            VALUES ($1::text)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE customer
            SET name = $1::text
            WHERE id = $2::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM customer
            WHERE id = $1::int8""";

    /** The only one. */
    public static final CustomerMapping INSTANCE = new CustomerMapping();

    private CustomerMapping() {
        super(
                "Customer",
                "customer",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, NAME);
    }

    @Override
    protected Customer decode(Row row, int at, Batch batch) {
        return read(new Customer(), row, at, batch);
    }

    @Override
    protected Customer read(Customer customer, Row row, int at, Batch batch) {
        customer.id = row.getLong(at);
        customer.name = row.getString(at + 1);
        customer.payments = batch.many(PAYMENTS, customer.id);
        customer.cards = batch.many(CARDS, customer.id);
        return customer;
    }

    @Override
    protected Customer refresh(Customer customer, Row row, Batch batch) {
        customer.id = row.getLong(0);
        return attach(customer, batch);
    }

    @Override
    protected Customer attach(Customer customer, Batch batch) {
        customer.payments = batch.many(PAYMENTS, customer.id, customer.payments);
        customer.cards = batch.many(CARDS, customer.id, customer.cards);
        return customer;
    }

    @Override
    protected @Nullable Object value(Customer customer, int column) {
        return switch (column) {
            case 0 -> customer.id;
            case 1 -> customer.name;
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
        return TableDef.of("customer")
                .column("id", "bigint").identity()
                .column("name", "text")
                .primaryKey("customer_pkey", "id")
                .build();
    }
}
