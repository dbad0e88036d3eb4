package shop.stock;

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
import shop.OrderMapping;

/** How {@link Reservation} and rows of {@code reservation} become each other. */
@Generated("dev.plectrum")
final class ReservationMapping extends Mapping<Reservation, ReservationFields, ReservationDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", ReservationMapping.class);

    static final ColumnDef<Long> ID = ColumnDef.of(0, "id", "id", Types.INT8).key().identity();
    static final ColumnDef<Long> ORDER = ColumnDef.of(1, "order", "order_id", Types.INT8);
    static final Relation TO_ORDER = Relation.toOne("order", () -> OrderMapping.INSTANCE, ORDER, "id", false);

    private static final String SELECT = """
            SELECT id, order_id
            FROM reservation
            WHERE id = $1::int8""";

    private static final String INSERT = """
            INSERT INTO reservation (order_id)
            VALUES ($1::int8)
            RETURNING id""";

    private static final String UPDATE = """
            UPDATE reservation
            SET order_id = $1::int8
            WHERE id = $2::int8
            RETURNING id""";

    private static final String DELETE = """
            DELETE FROM reservation
            WHERE id = $1::int8""";

    /** The only one. */
    public static final ReservationMapping INSTANCE = new ReservationMapping();

    private ReservationMapping() {
        super(
                "Reservation",
                "reservation",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                ID, ORDER);
    }

    @Override
    protected Reservation decode(Row row, int at, Batch batch) {
        return read(new Reservation(), row, at, batch);
    }

    @Override
    protected Reservation read(Reservation reservation, Row row, int at, Batch batch) {
        reservation.id = row.getLong(at);
        reservation.order = batch.refTo(TO_ORDER, row.getLong(at + 1));
        return reservation;
    }

    @Override
    protected Reservation refresh(Reservation reservation, Row row, Batch batch) {
        reservation.id = row.getLong(0);
        return reservation;
    }

    @Override
    protected @Nullable Object value(Reservation reservation, int column) {
        return switch (column) {
            case 0 -> reservation.id;
            case 1 -> reservation.order == null ? null : reservation.order.id();
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public ReservationFields fields(Path path) {
        return new ReservationFields(path);
    }

    @Override
    protected ReservationDraft draft() {
        return new ReservationDraft(new Reservation());
    }

    @Override
    protected ReservationDraft draft(Reservation reservation) {
        return new ReservationDraft(reservation);
    }

    @Override
    protected @Nullable Object reference(Reservation reservation, Relation relation) {
        return relation == TO_ORDER ? reservation.order : null;
    }

    @Override
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of(new ForeignKeyDef(TO_ORDER, OnDelete.CASCADE));
    }

    @Override
    public TableDef table() {
        return TableDef.of("reservation")
                .column("id", "bigint").identity()
                .column("order_id", "bigint")
                .primaryKey("reservation_pkey", "id")
                .foreignKey("reservation_order_id_4e01a2c8_fkey", "order_id", "\"order\"", "id", "", Deferral.NONE)
                .index("reservation_order_id_e1716997_idx", "btree", "order_id")
                .build();
    }
}
