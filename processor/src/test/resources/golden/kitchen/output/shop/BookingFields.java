package shop;

import dev.plectrum.annotations.GeneratedModel;
import dev.plectrum.orm.query.ArrayColumn;
import dev.plectrum.orm.query.BooleanColumn;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.JsonColumn;
import dev.plectrum.orm.query.NumberColumn;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.RangeColumn;
import dev.plectrum.orm.query.TextColumn;
import dev.plectrum.orm.query.TimestampColumn;
import dev.plectrum.orm.query.ValueColumn;
import dev.plectrum.orm.type.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The fields of {@link Booking} in a query. */
@GeneratedModel(
        version = "0.1.0",
        definition = {
            "model class=shop/Booking table=bookings schema=hotel comment=\"Who sleeps where\" public ordering=-guest.name ordering=room",
            "field name=savedAt type=TIMESTAMPTZ role=UPDATED",
            "field name=version type=INT4 java=int role=VERSION",
            "field name=key type=UUID role=UUID_V7",
            "field name=room type=INT4 java=int",
            "field name=code type=TEXT default='new' comment=\"What the guest quotes\" collation=C get=getCode set=setCode",
            "field name=paid type=BOOL java=boolean",
            "field name=during type=INT4_RANGE",
            "field name=tags type=list(java.util/List<java.lang/String>;TEXT)",
            "field name=scores type=INT4_ARRAY nullable",
            "embedded name=guest type=shop/Booking.Guest",
            "field name=guest.name type=varchar(80) column=guest_name maxLength=80 component",
            "field name=guest.age type=INT4 column=guest_age nullable component",
            "end",
            "embedded name=payer type=shop/Booking.Guest nullable",
            "field name=payer.name type=varchar(80) column=payer_name optional maxLength=80 component",
            "field name=payer.age type=INT4 column=payer_age nullable component",
            "end",
            "field name=price type=converted(shop/Booking.Money;shop/Booking.Cents;INT8)",
            "field name=meal type=ordinal(shop/Booking.Meal;NONE;BREAKFAST)",
            "field name=wishes type=json(record(shop/Booking.Wishes;part(text;SAME(java.lang/String));primitive(pillows;NUMBER(java.lang/Integer));part(meals;list(java.util/List<shop/Booking.Meal>;enum(shop/Booking.Meal)));part(calls;map(java.util/Map<java.lang/String,java.time/Instant>;PARSE(java.time/Instant)));part(instead;again(shop/Booking.Wishes))))",
            "index field=code where=\"NOT paid\" include=paid method=btree",
            "index name=bookings_tags field=tags method=gin",
            "unique field=room field=code deferrable=DEFERRED",
            "unique expression=lower(code) where=paid nullsDistinct deferrable=NO",
            "check name=room_is_positive sql=\"room > 0\"",
            "exclude element=\"room WITH =\" element=\"during WITH &&\" method=gist deferrable=NO"
        }
)
@Generated("dev.plectrum")
public final class BookingFields extends Fields<BookingFields> {
    /** {@code saved_at timestamptz} */
    public final TimestampColumn<Instant> savedAt = new TimestampColumn<>(this, BookingMapping.SAVED_AT);

    /** {@code version integer} */
    public final NumberColumn<Integer> version = new NumberColumn<>(this, BookingMapping.VERSION);

    /** {@code key uuid} */
    public final ValueColumn<UUID> key = new ValueColumn<>(this, BookingMapping.KEY);

    /** {@code room integer} */
    public final NumberColumn<Integer> room = new NumberColumn<>(this, BookingMapping.ROOM);

    /** {@code code text} */
    public final TextColumn code = new TextColumn(this, BookingMapping.CODE);

    /** {@code paid boolean} */
    public final BooleanColumn paid = new BooleanColumn(this, BookingMapping.PAID);

    /** {@code during int4range} */
    public final RangeColumn<Integer> during = new RangeColumn<>(this, BookingMapping.DURING, Types.INT4);

    /** {@code tags text[]} */
    public final ArrayColumn<List<String>, String> tags = new ArrayColumn<>(this, BookingMapping.TAGS, Types.TEXT);

    /** {@code scores integer[]}, may be missing */
    public final ArrayColumn<int[], Integer> scores = new ArrayColumn<>(this, BookingMapping.SCORES, Types.INT4);

    /** The columns of {@link Booking.Guest} */
    public final GuestFields guest = new GuestFields();

    /** The columns of {@link Booking.Guest}, may be missing */
    public final PayerFields payer = new PayerFields();

    /** {@code price bigint} */
    public final ValueColumn<Booking.Money> price = new ValueColumn<>(this, BookingMapping.PRICE);

    /** {@code meal smallint} */
    public final ValueColumn<Booking.Meal> meal = new ValueColumn<>(this, BookingMapping.MEAL);

    /** {@code wishes jsonb} */
    public final JsonColumn<Booking.Wishes> wishes = new JsonColumn<>(this, BookingMapping.WISHES);

    BookingFields(Path path) {
        super(path);
    }

    /** The columns of {@code guest}. */
    public final class GuestFields {
        /** {@code guest_name varchar(80)} */
        public final TextColumn name = new TextColumn(BookingFields.this, BookingMapping.GUEST_NAME);

        /** {@code guest_age integer}, may be missing */
        public final NumberColumn<Integer> age = new NumberColumn<>(BookingFields.this, BookingMapping.GUEST_AGE);

        private GuestFields() {}
    }

    /** The columns of {@code payer}. */
    public final class PayerFields {
        /** {@code payer_name varchar(80)}, may be missing */
        public final TextColumn name = new TextColumn(BookingFields.this, BookingMapping.PAYER_NAME);

        /** {@code payer_age integer}, may be missing */
        public final NumberColumn<Integer> age = new NumberColumn<>(BookingFields.this, BookingMapping.PAYER_AGE);

        private PayerFields() {}
    }
}
