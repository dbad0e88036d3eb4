package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Voucher} and rows of {@code payment} become each other. */
@Generated("dev.plectrum")
public final class VoucherMapping extends Mapping<Voucher, VoucherFields, VoucherDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", VoucherMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<BigDecimal> AMOUNT = ColumnDef.of(1, "amount", "amount", Types.numeric(10, 2));
    static final ColumnDef<Long> CUSTOMER = ColumnDef.of(2, "customer", "customer_id", Types.INT8);
    static final ColumnDef<String> KIND = ColumnDef.of(3, "kind", "kind", Types.TEXT).discriminator();
    static final Relation TO_CUSTOMER = PaymentMapping.TO_CUSTOMER;
    static final Relation REFUNDS = PaymentMapping.REFUNDS;

    private static final Kind OWN = new Kind(KIND, "voucher");

    private static final String SELECT = """
            SELECT id, amount, customer_id, kind
            FROM payment
            WHERE id = $1::int8 AND kind = 'voucher'""";

    private static final String INSERT = """
            INSERT INTO payment (amount, customer_id, kind)
            VALUES ($1::numeric, $2::int8, $3::text)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE payment
            SET amount = $1::numeric, customer_id = $2::int8
            WHERE id = $3::int8 AND kind = 'voucher'
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM payment
            WHERE id = $1::int8 AND kind = 'voucher'""";

    /** The only one. */
    public static final VoucherMapping INSTANCE = new VoucherMapping();

    private VoucherMapping() {
        super(
                "Voucher",
                "payment",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, AMOUNT, CUSTOMER, KIND);
    }

    @Override
    protected Voucher decode(Row row, int at, Batch batch) {
        return read(new Voucher(), row, at, at + 4, batch);
    }

    @Override
    protected Voucher read(Voucher voucher, Row row, int at, Batch batch) {
        return read(voucher, row, at, at + 4, batch);
    }

    /** Reads a row of the table, in which the model's own columns begin at {@code own}. */
    static Voucher read(Voucher voucher, Row row, int at, int own, Batch batch) {
        voucher.id = row.getLong(at);
        voucher.amount = AMOUNT.type().read(row, at + 1);
        voucher.customer = batch.refTo(TO_CUSTOMER, row.getLong(at + 2));
        voucher.refunds = batch.many(REFUNDS, voucher.id);
        return voucher;
    }

    @Override
    protected Voucher refresh(Voucher voucher, Row row, Batch batch) {
        voucher.id = row.getLong(0);
        return attach(voucher, batch);
    }

    @Override
    protected Voucher attach(Voucher voucher, Batch batch) {
        voucher.refunds = batch.many(REFUNDS, voucher.id, voucher.refunds);
        return voucher;
    }

    @Override
    protected @Nullable Object value(Voucher voucher, int column) {
        return switch (column) {
            case 0 -> voucher.id;
            case 1 -> voucher.amount;
            case 2 -> voucher.customer == null ? null : voucher.customer.id();
            case 3 -> "voucher";
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public VoucherFields fields(Path path) {
        return new VoucherFields(path);
    }

    @Override
    protected VoucherDraft draft() {
        return new VoucherDraft(new Voucher());
    }

    @Override
    protected VoucherDraft draft(Voucher voucher) {
        return new VoucherDraft(voucher);
    }

    @Override
    public Kind kind() {
        return OWN;
    }

    @Override
    protected Mapping<?, ?, ?> proxied() {
        return PaymentMapping.INSTANCE;
    }

    @Override
    protected @Nullable Object reference(Voucher voucher, Relation relation) {
        return relation == TO_CUSTOMER ? voucher.customer : null;
    }

    @Override
    protected List<Order> defaultOrder(VoucherFields v) {
        return List.of(v.id.asc());
    }

    @Override
    public TableDef table() {
        return PaymentMapping.INSTANCE.table();
    }

    @Override
    public List<TableDef> tables() {
        return List.of();
    }
}
