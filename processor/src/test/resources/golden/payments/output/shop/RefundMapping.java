package shop;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.ForeignKeyDef;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.schema.Deferral;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Types;
import io.vertx.sqlclient.Row;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Refund} and rows of {@code refund} become each other. */
@Generated("dev.plectrum")
public final class RefundMapping extends Mapping<Refund, RefundFields, RefundDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", RefundMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<Long> PAYMENT = ColumnDef.of(1, "payment", "payment_id", Types.INT8);
    static final Relation TO_PAYMENT = Relation.toOne("payment", () -> PaymentMapping.INSTANCE, PAYMENT, "id", false);

    private static final String SELECT = """
            SELECT id, payment_id
            FROM refund
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO refund (payment_id)
            VALUES ($1::int8)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE refund
            SET payment_id = $1::int8
            WHERE id = $2::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM refund
            WHERE id = $1::int8""";

    /** The only one. */
    public static final RefundMapping INSTANCE = new RefundMapping();

    private RefundMapping() {
        super(
                "Refund",
                "refund",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, PAYMENT);
    }

    @Override
    protected Refund decode(Row row, int at, Batch batch) {
        return read(new Refund(), row, at, batch);
    }

    @Override
    protected Refund read(Refund refund, Row row, int at, Batch batch) {
        refund.id = row.getLong(at);
        refund.payment = batch.refTo(TO_PAYMENT, row.getLong(at + 1));
        return refund;
    }

    @Override
    protected Refund refresh(Refund refund, Row row, Batch batch) {
        refund.id = row.getLong(0);
        return refund;
    }

    @Override
    protected @Nullable Object value(Refund refund, int column) {
        return switch (column) {
            case 0 -> refund.id;
            case 1 -> refund.payment == null ? null : refund.payment.id();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public RefundFields fields(Path path) {
        return new RefundFields(path);
    }

    @Override
    protected RefundDraft draft() {
        return new RefundDraft(new Refund());
    }

    @Override
    protected RefundDraft draft(Refund refund) {
        return new RefundDraft(refund);
    }

    @Override
    protected @Nullable Object reference(Refund refund, Relation relation) {
        return relation == TO_PAYMENT ? refund.payment : null;
    }

    @Override
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of(new ForeignKeyDef(TO_PAYMENT, OnDelete.CASCADE));
    }

    @Override
    public TableDef table() {
        return TableDef.of("refund")
                .column("id", "bigint").identity()
                .column("payment_id", "bigint")
                .primaryKey("refund_pkey", "id")
                .foreignKey("refund_payment_id_ca0bbfbe_fkey", "payment_id", "payment", "id", "", Deferral.NONE)
                .index("refund_payment_id_2d9032c0_idx", "btree", "payment_id")
                .build();
    }
}
