package shop;

import dev.plectrum.orm.Batch;
import dev.plectrum.orm.FixedSql;
import dev.plectrum.orm.GeneratedCode;
import dev.plectrum.orm.Mapping;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.schema.Deferral;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.JsonValues;
import dev.plectrum.orm.type.Range;
import dev.plectrum.orm.type.Types;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** How {@link Booking} and rows of {@code hotel.bookings} become each other. */
@Generated("dev.plectrum")
public final class BookingMapping extends Mapping<Booking, BookingFields, BookingDraft> {
    private static final String WRITTEN_BY = GeneratedCode.writtenBy("0.1.0", BookingMapping.class);

    static final ColumnDef<Instant> SAVED_AT = ColumnDef.of(0, "savedAt", "saved_at", Types.TIMESTAMPTZ).autoNow();
    static final ColumnDef<Integer> VERSION = ColumnDef.of(1, "version", "version", Types.INT4).version();
    static final ColumnDef<UUID> KEY = ColumnDef.of(2, "key", "key", Types.UUID).key().uuidV7();
    static final ColumnDef<Integer> ROOM = ColumnDef.of(3, "room", "room", Types.INT4);
    static final ColumnDef<String> CODE = ColumnDef.of(4, "code", "code", Types.TEXT).defaulted();
    static final ColumnDef<Boolean> PAID = ColumnDef.of(5, "paid", "paid", Types.BOOL);
    static final ColumnDef<Range<Integer>> DURING = ColumnDef.of(6, "during", "during", Types.INT4_RANGE);
    static final ColumnDef<List<String>> TAGS = ColumnDef.of(7, "tags", "tags", Types.list(Types.TEXT));
    static final ColumnDef<int[]> SCORES = ColumnDef.of(8, "scores", "scores", Types.INT4_ARRAY).nullable();
    static final ColumnDef<String> GUEST_NAME = ColumnDef.of(9, "guest.name", "guest_name", Types.varchar(80));
    static final ColumnDef<Integer> GUEST_AGE = ColumnDef.of(10, "guest.age", "guest_age", Types.INT4).nullable();
    static final ColumnDef<String> PAYER_NAME = ColumnDef.of(11, "payer.name", "payer_name", Types.varchar(80)).nullable();
    static final ColumnDef<Integer> PAYER_AGE = ColumnDef.of(12, "payer.age", "payer_age", Types.INT4).nullable();
    static final ColumnDef<Booking.Money> PRICE = ColumnDef.of(13, "price", "price", Types.converted(Types.INT8, new Booking.Cents()));
    static final ColumnDef<Booking.Meal> MEAL = ColumnDef.of(14, "meal", "meal", Types.enumByOrdinal(Booking.Meal.values()));
    static final ColumnDef<Booking.Wishes> WISHES = ColumnDef.of(15, "wishes", "wishes", Types.json(json -> writeBookingWishes(json), json -> readBookingWishes(json)));

    private static final String SELECT = """
            SELECT saved_at, version, key, room, code, paid, during::text, tags, scores, guest_name, guest_age, payer_name, payer_age, price, meal, wishes::text
            FROM hotel.bookings
            WHERE key = $1::uuid""";

    private static final String INSERT = """
            INSERT INTO hotel.bookings (saved_at, version, key, room, paid, during, tags, scores, guest_name, guest_age, payer_name, payer_age, price, meal, wishes)
            VALUES ($1::timestamptz, $2::int4, $3::uuid, $4::int4, $5::bool, $6::int4range, $7::text[], $8::int4[], $9::text, $10::int4, $11::text, $12::int4, $13::int8, $14::int2, $15::text::jsonb)
            RETURNING saved_at, version, key, code""";

    private static final String UPDATE = """
            UPDATE hotel.bookings
            SET saved_at = $1::timestamptz, version = version + 1, room = $2::int4, code = $3::text, paid = $4::bool, during = $5::int4range, tags = $6::text[], scores = $7::int4[], guest_name = $8::text, guest_age = $9::int4, payer_name = $10::text, payer_age = $11::int4, price = $12::int8, meal = $13::int2, wishes = $14::text::jsonb
            WHERE key = $15::uuid AND version = $16::int4
            RETURNING saved_at, version, key, code""";

    private static final String DELETE = """
            DELETE FROM hotel.bookings
            WHERE key = $1::uuid""";

    /** The only one. */
    public static final BookingMapping INSTANCE = new BookingMapping();

    private BookingMapping() {
        super(
                "Booking",
                "hotel.bookings",
                new FixedSql(SELECT, INSERT, 0b1, UPDATE, DELETE),
                SAVED_AT, VERSION, KEY, ROOM, CODE, PAID, DURING, TAGS, SCORES, GUEST_NAME, GUEST_AGE, PAYER_NAME,
                PAYER_AGE, PRICE, MEAL, WISHES);
    }

    @Override
    protected Booking decode(Row row, int at, Batch batch) {
        return read(new Booking(), row, at, batch);
    }

    @Override
    protected Booking read(Booking booking, Row row, int at, Batch batch) {
        booking.savedAt = Types.TIMESTAMPTZ.read(row, at);
        booking.version = row.getInteger(at + 1);
        booking.key = row.getUUID(at + 2);
        booking.room = row.getInteger(at + 3);
        booking.setCode(row.getString(at + 4));
        booking.paid = row.getBoolean(at + 5);
        booking.during = Types.INT4_RANGE.read(row, at + 6);
        booking.tags = TAGS.type().read(row, at + 7);
        booking.scores = Types.INT4_ARRAY.decode(row, at + 8);
        booking.guest = new Booking.Guest(
                row.getString(at + 9),
                row.getInteger(at + 10));
        booking.payer = row.getValue(at + 11) == null && row.getValue(at + 12) == null ? null : new Booking.Guest(
                row.getString(at + 11),
                row.getInteger(at + 12));
        booking.price = PRICE.type().read(row, at + 13);
        booking.meal = MEAL.type().read(row, at + 14);
        booking.wishes = WISHES.type().read(row, at + 15);
        return booking;
    }

    @Override
    protected Booking refresh(Booking booking, Row row, Batch batch) {
        booking.savedAt = Types.TIMESTAMPTZ.read(row, 0);
        booking.version = row.getInteger(1);
        booking.key = row.getUUID(2);
        booking.setCode(row.getString(3));
        return booking;
    }

    @Override
    protected @Nullable Object value(Booking booking, int column) {
        return switch (column) {
            case 0 -> booking.savedAt;
            case 1 -> booking.version;
            case 2 -> booking.key;
            case 3 -> booking.room;
            case 4 -> booking.getCode();
            case 5 -> booking.paid;
            case 6 -> booking.during;
            case 7 -> booking.tags;
            case 8 -> booking.scores;
            case 9 -> booking.guest.name();
            case 10 -> booking.guest.age();
            case 11 -> booking.payer == null ? null : booking.payer.name();
            case 12 -> booking.payer == null ? null : booking.payer.age();
            case 13 -> booking.price;
            case 14 -> booking.meal;
            case 15 -> booking.wishes;
            default -> throw new IndexOutOfBoundsException(column);
        };
    }

    @Override
    public BookingFields fields(Path path) {
        return new BookingFields(path);
    }

    @Override
    protected BookingDraft draft() {
        return new BookingDraft(new Booking());
    }

    @Override
    protected BookingDraft draft(Booking booking) {
        return new BookingDraft(booking);
    }

    @Override
    protected List<Order> defaultOrder(BookingFields b) {
        return List.of(b.guest.name.desc(), b.room.asc());
    }

    @Override
    public TableDef table() {
        return TableDef.of("hotel", "bookings")
                .comment("Who sleeps where")
                .extension("btree_gist")
                .column("saved_at", "timestamptz")
                .column("version", "integer")
                .column("key", "uuid")
                .column("room", "integer")
                .column("code", "text").defaultTo("'new'").collate("C").columnComment("What the guest quotes")
                .column("paid", "boolean")
                .column("during", "int4range")
                .column("tags", "text[]")
                .column("scores", "integer[]").nullable()
                .column("guest_name", "varchar(80)")
                .column("guest_age", "integer").nullable()
                .column("payer_name", "varchar(80)").nullable()
                .column("payer_age", "integer").nullable()
                .column("price", "bigint")
                .column("meal", "smallint")
                .column("wishes", "jsonb")
                .primaryKey("bookings_pkey", "key")
                .unique("bookings_room_code_3dfa83b9_uniq", Deferral.DEFERRED, false, "room", "code")
                .check("bookings_meal_a9d38a4e_check", "meal BETWEEN 0 AND 1")
                .check("room_is_positive", "room > 0")
                .exclude("bookings_4d4cf3cd_excl", "gist", "", Deferral.NONE, "room WITH =", "during WITH &&")
                .index("bookings_code_df0b542d_idx", "btree", "code").include("paid").where("NOT paid")
                .index("bookings_tags", "gin", "tags")
                .uniqueIndex("bookings_87b1f0c4_uniq", "(lower(code))").where("paid")
                .build();
    }

    private static JsonObject writeBookingWishes(Booking.Wishes value) {
        return new JsonObject()
                .put("text", value.text())
                .put("pillows", value.pillows())
                .put("meals", JsonValues.array(value.meals(), one -> JsonValues.name(one)))
                .put("calls", JsonValues.object(value.calls(), one -> JsonValues.text(one)))
                .put("instead", value.instead() == null ? null : writeBookingWishes(value.instead()));
    }

    private static Booking.Wishes readBookingWishes(Object json) {
        JsonObject object = (JsonObject) json;
        return new Booking.Wishes(
                (String) object.getValue("text"),
                JsonValues.intOf(object.getValue("pillows")),
                JsonValues.list(object.getValue("meals"), one -> JsonValues.parse(one, Booking.Meal::valueOf)),
                JsonValues.map(object.getValue("calls"), one -> JsonValues.parse(one, Instant::parse)),
                JsonValues.read(object.getValue("instead"), one -> readBookingWishes(one)));
    }
}
