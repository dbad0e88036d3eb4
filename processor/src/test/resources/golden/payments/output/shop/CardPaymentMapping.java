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

/** How {@link CardPayment} and rows of {@code payment} become each other. */
@Generated("dev.plectrum")
public final class CardPaymentMapping extends Mapping<CardPayment, CardPaymentFields, CardPaymentDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", CardPaymentMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<BigDecimal> AMOUNT = ColumnDef.of(1, "amount", "amount", Types.numeric(10, 2));
    static final ColumnDef<Long> CUSTOMER = ColumnDef.of(2, "customer", "customer_id", Types.INT8);
    static final ColumnDef<String> KIND = ColumnDef.of(3, "kind", "kind", Types.TEXT).discriminator();
    static final ColumnDef<String> NUMBER = ColumnDef.of(4, "number", "number", Types.TEXT);
    static final ColumnDef<Long> HOLDER = ColumnDef.of(5, "holder", "holder_id", Types.INT8);
    static final Relation TO_CUSTOMER = PaymentMapping.TO_CUSTOMER;
    static final Relation REFUNDS = PaymentMapping.REFUNDS;
    static final Relation TO_HOLDER = Relation.toOne("holder", () -> CustomerMapping.INSTANCE, HOLDER, "id", true);

    private static final Kind OWN = new Kind(KIND, "card");

    private static final String SELECT = """
            SELECT id, amount, customer_id, kind, number, holder_id
            FROM payment
            WHERE id = $1::int8 AND kind = 'card'""";

    private static final String INSERT = """
            INSERT INTO payment (amount, customer_id, kind, number, holder_id)
            VALUES ($1::numeric, $2::int8, $3::text, $4::text, $5::int8)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE payment
            SET amount = $1::numeric, customer_id = $2::int8, number = $3::text, holder_id = $4::int8
            WHERE id = $5::int8 AND kind = 'card'
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM payment
            WHERE id = $1::int8 AND kind = 'card'""";

    /** The only one. */
    public static final CardPaymentMapping INSTANCE = new CardPaymentMapping();

    private CardPaymentMapping() {
        super(
                "CardPayment",
                "payment",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, AMOUNT, CUSTOMER, KIND, NUMBER, HOLDER);
    }

    @Override
    protected CardPayment decode(Row row, int at, Batch batch) {
        return read(new CardPayment(), row, at, at + 4, batch);
    }

    @Override
    protected CardPayment read(CardPayment cardPayment, Row row, int at, Batch batch) {
        return read(cardPayment, row, at, at + 4, batch);
    }

    /** Reads a row of the table, in which the model's own columns begin at {@code own}. */
    static CardPayment read(CardPayment cardPayment, Row row, int at, int own, Batch batch) {
        cardPayment.id = row.getLong(at);
        cardPayment.amount = AMOUNT.type().read(row, at + 1);
        cardPayment.customer = batch.refTo(TO_CUSTOMER, row.getLong(at + 2));
        cardPayment.refunds = batch.many(REFUNDS, cardPayment.id);
        cardPayment.number = row.getString(own);
        cardPayment.holder = batch.refTo(TO_HOLDER, row.getLong(own + 1));
        return cardPayment;
    }

    @Override
    protected CardPayment refresh(CardPayment cardPayment, Row row, Batch batch) {
        cardPayment.id = row.getLong(0);
        return attach(cardPayment, batch);
    }

    @Override
    protected CardPayment attach(CardPayment cardPayment, Batch batch) {
        cardPayment.refunds = batch.many(REFUNDS, cardPayment.id, cardPayment.refunds);
        return cardPayment;
    }

    @Override
    protected @Nullable Object value(CardPayment cardPayment, int column) {
        return switch (column) {
            case 0 -> cardPayment.id;
            case 1 -> cardPayment.amount;
            case 2 -> cardPayment.customer == null ? null : cardPayment.customer.id();
            case 3 -> "card";
            case 4 -> cardPayment.number;
            case 5 -> cardPayment.holder == null ? null : cardPayment.holder.id();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public CardPaymentFields fields(Path path) {
        return new CardPaymentFields(path);
    }

    @Override
    protected CardPaymentDraft draft() {
        return new CardPaymentDraft(new CardPayment());
    }

    @Override
    protected CardPaymentDraft draft(CardPayment cardPayment) {
        return new CardPaymentDraft(cardPayment);
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
    protected @Nullable Object reference(CardPayment cardPayment, Relation relation) {
        if (relation == TO_CUSTOMER) {
            return cardPayment.customer;
        }
        if (relation == TO_HOLDER) {
            return cardPayment.holder;
        }
        return null;
    }

    @Override
    protected List<Order> defaultOrder(CardPaymentFields c) {
        return List.of(c.amount.desc());
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
