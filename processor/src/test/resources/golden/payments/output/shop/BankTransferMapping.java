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

/** How {@link BankTransfer} and rows of {@code payment} become each other. */
@Generated("dev.plectrum")
public final class BankTransferMapping extends Mapping<BankTransfer, BankTransferFields, BankTransferDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", BankTransferMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<BigDecimal> AMOUNT = ColumnDef.of(1, "amount", "amount", Types.numeric(10, 2));
    static final ColumnDef<Long> CUSTOMER = ColumnDef.of(2, "customer", "customer_id", Types.INT8);
    static final ColumnDef<String> KIND = ColumnDef.of(3, "kind", "kind", Types.TEXT).discriminator();
    static final ColumnDef<String> IBAN = ColumnDef.of(4, "iban", "iban", Types.TEXT);
    static final ColumnDef<String> REFERENCE = ColumnDef.of(5, "reference", "reference", Types.TEXT).nullable();
    static final Relation TO_CUSTOMER = PaymentMapping.TO_CUSTOMER;
    static final Relation REFUNDS = PaymentMapping.REFUNDS;

    private static final Kind OWN = new Kind(KIND, "bank_transfer");

    private static final String SELECT = """
            SELECT id, amount, customer_id, kind, iban, reference
            FROM payment
            WHERE id = $1::int8 AND kind = 'bank_transfer'""";

    private static final String INSERT = """
            INSERT INTO payment (amount, customer_id, kind, iban, reference)
            VALUES ($1::numeric, $2::int8, $3::text, $4::text, $5::text)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE payment
            SET amount = $1::numeric, customer_id = $2::int8, iban = $3::text, reference = $4::text
            WHERE id = $5::int8 AND kind = 'bank_transfer'
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM payment
            WHERE id = $1::int8 AND kind = 'bank_transfer'""";

    /** The only one. */
    public static final BankTransferMapping INSTANCE = new BankTransferMapping();

    private BankTransferMapping() {
        super(
                "BankTransfer",
                "payment",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, AMOUNT, CUSTOMER, KIND, IBAN, REFERENCE);
    }

    @Override
    protected BankTransfer decode(Row row, int at, Batch batch) {
        return read(new BankTransfer(), row, at, at + 4, batch);
    }

    @Override
    protected BankTransfer read(BankTransfer bankTransfer, Row row, int at, Batch batch) {
        return read(bankTransfer, row, at, at + 4, batch);
    }

    /** Reads a row of the table, in which the model's own columns begin at {@code own}. */
    static BankTransfer read(BankTransfer bankTransfer, Row row, int at, int own, Batch batch) {
        bankTransfer.id = row.getLong(at);
        bankTransfer.amount = AMOUNT.type().read(row, at + 1);
        bankTransfer.customer = batch.refTo(TO_CUSTOMER, row.getLong(at + 2));
        bankTransfer.refunds = batch.many(REFUNDS, bankTransfer.id);
        bankTransfer.iban = row.getString(own);
        bankTransfer.reference = row.getString(own + 1);
        return bankTransfer;
    }

    @Override
    protected BankTransfer refresh(BankTransfer bankTransfer, Row row, Batch batch) {
        bankTransfer.id = row.getLong(0);
        return attach(bankTransfer, batch);
    }

    @Override
    protected BankTransfer attach(BankTransfer bankTransfer, Batch batch) {
        bankTransfer.refunds = batch.many(REFUNDS, bankTransfer.id, bankTransfer.refunds);
        return bankTransfer;
    }

    @Override
    protected @Nullable Object value(BankTransfer bankTransfer, int column) {
        return switch (column) {
            case 0 -> bankTransfer.id;
            case 1 -> bankTransfer.amount;
            case 2 -> bankTransfer.customer == null ? null : bankTransfer.customer.id();
            case 3 -> "bank_transfer";
            case 4 -> bankTransfer.iban;
            case 5 -> bankTransfer.reference;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public BankTransferFields fields(Path path) {
        return new BankTransferFields(path);
    }

    @Override
    protected BankTransferDraft draft() {
        return new BankTransferDraft(new BankTransfer());
    }

    @Override
    protected BankTransferDraft draft(BankTransfer bankTransfer) {
        return new BankTransferDraft(bankTransfer);
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
    protected @Nullable Object reference(BankTransfer bankTransfer, Relation relation) {
        return relation == TO_CUSTOMER ? bankTransfer.customer : null;
    }

    @Override
    protected List<Order> defaultOrder(BankTransferFields b) {
        return List.of(b.id.asc());
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
