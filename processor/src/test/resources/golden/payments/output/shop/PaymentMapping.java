package shop;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Batch;
import dev.plectrum.orm.ForeignKeyDef;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.SealedMapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.Deferral;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Payment} and rows of {@code payment} become each other. */
@Generated("dev.plectrum")
public final class PaymentMapping extends SealedMapping<Payment, PaymentFields, PaymentDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", PaymentMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<BigDecimal> AMOUNT = ColumnDef.of(1, "amount", "amount", Types.numeric(10, 2));
    static final ColumnDef<Long> CUSTOMER = ColumnDef.of(2, "customer", "customer_id", Types.INT8);
    static final ColumnDef<String> KIND = ColumnDef.of(3, "kind", "kind", Types.TEXT).discriminator();
    static final ColumnDef<String> BANK_TRANSFER_IBAN = ColumnDef.of(4, "bankTransfer.iban", "iban", Types.TEXT).nullable();
    static final ColumnDef<String> BANK_TRANSFER_REFERENCE = ColumnDef.of(5, "bankTransfer.reference", "reference", Types.TEXT).nullable();
    static final ColumnDef<String> CARD_PAYMENT_NUMBER = ColumnDef.of(6, "cardPayment.number", "number", Types.TEXT).nullable();
    static final ColumnDef<Long> CARD_PAYMENT_HOLDER = ColumnDef.of(7, "cardPayment.holder", "holder_id", Types.INT8).nullable();
    static final Relation TO_CUSTOMER = Relation.toOne("customer", () -> CustomerMapping.INSTANCE, CUSTOMER, "id", false);
    static final Relation REFUNDS = Relation.toMany("refunds", () -> RefundMapping.INSTANCE, ID, "payment_id");

    private static final String SELECT = """
            SELECT id, amount, customer_id, kind, iban, reference, number, holder_id
            FROM payment
            WHERE id = $1::int8""";

    /** The only one. */
    public static final PaymentMapping INSTANCE = new PaymentMapping();

    private PaymentMapping() {
        super(
                "Payment",
                "payment",
                SELECT,
                ID, AMOUNT, CUSTOMER, KIND, BANK_TRANSFER_IBAN, BANK_TRANSFER_REFERENCE, CARD_PAYMENT_NUMBER,
                CARD_PAYMENT_HOLDER);
    }

    @Override
    protected Payment decode(Row row, int at, Batch batch) {
        return switch (row.getString(at + 3)) {
            case "bank_transfer" -> BankTransferMapping.read(new BankTransfer(), row, at, at + 4, batch);
            case "card" -> CardPaymentMapping.read(new CardPayment(), row, at, at + 6, batch);
            case "voucher" -> VoucherMapping.read(new Voucher(), row, at, at + 8, batch);
            default -> throw unknownKind(row.getString(at + 3));
        };
    }

    @Override
    protected Mapping<? extends Payment, ?, ?> kindOf(Payment payment) {
        if (payment instanceof BankTransfer) {
            return BankTransferMapping.INSTANCE;
        }
        if (payment instanceof CardPayment) {
            return CardPaymentMapping.INSTANCE;
        }
        return VoucherMapping.INSTANCE;
    }

    @Override
    protected @Nullable Object value(Payment payment, int column) {
        return switch (column) {
            case 0 -> payment.id;
            case 1 -> payment.amount;
            case 2 -> payment.customer == null ? null : payment.customer.id();
            case 3 -> kindName(payment);
            default -> valueOfKind(payment, column);
        };
    }

    @Override
    public PaymentFields fields(Path path) {
        return new PaymentFields(path);
    }

    @Override
    protected PaymentDraft draft(Payment payment) {
        return new PaymentDraft(payment);
    }

    @Override
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of(
                new ForeignKeyDef(TO_CUSTOMER, OnDelete.CASCADE),
                new ForeignKeyDef(CardPaymentMapping.TO_HOLDER, OnDelete.PROTECT));
    }

    @Override
    protected List<Order> defaultOrder(PaymentFields p) {
        return List.of(p.id.asc());
    }

    @Override
    public TableDef table() {
        return TableDef.of("payment")
                .column("id", "bigint").identity()
                .column("amount", "numeric(10,2)")
                .column("customer_id", "bigint")
                .column("kind", "text")
                .column("iban", "text").nullable()
                .column("reference", "text").nullable()
                .column("number", "text").nullable()
                .column("holder_id", "bigint").nullable()
                .primaryKey("payment_pkey", "id")
                .unique("payment_customer_id_number_98c62e63_uniq", "customer_id", "number")
                .foreignKey("payment_customer_id_9d1b6dcf_fkey", "customer_id", "customer", "id", "", Deferral.NONE)
                .foreignKey("payment_holder_id_ad8a5246_fkey", "holder_id", "customer", "id", "", Deferral.NONE)
                .check("payment_kind_1e2d190b_check", "kind IN ('bank_transfer', 'card', 'voucher')")
                .check("payment_bank_transfer_bd12574a_check", "CASE WHEN kind = 'bank_transfer' THEN iban IS NOT NULL ELSE iban IS NULL AND reference IS NULL END")
                .check("payment_card_51f08281_check", "CASE WHEN kind = 'card' THEN number IS NOT NULL AND holder_id IS NOT NULL ELSE number IS NULL AND holder_id IS NULL END")
                .check("payment_a5b96137_check", "kind <> 'card' OR (length(number) >= 4)")
                .index("payment_customer_id_302b29f4_idx", "btree", "customer_id")
                .index("payment_holder_id_b21862ad_idx", "btree", "holder_id")
                .index("payment_iban_51da3582_idx", "btree", "iban").where("kind = 'bank_transfer'")
                .uniqueIndex("payment_amount_d9c0acb0_uniq", "amount").where("kind = 'card'")
                .build();
    }
}
