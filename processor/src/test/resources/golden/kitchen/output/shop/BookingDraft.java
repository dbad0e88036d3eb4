package shop;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.type.Range;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Booking} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class BookingDraft extends Draft<Booking> {
    private final Booking booking;

    BookingDraft(Booking booking) {
        this.booking = booking;
    }

    /** Sets {@code key uuid}, which is made as version 7 otherwise. */
    public BookingDraft key(UUID key) {
        booking.key = key;
        mark(BookingMapping.KEY);
        return this;
    }

    /** Sets {@code room integer}. */
    public BookingDraft room(int room) {
        booking.room = room;
        mark(BookingMapping.ROOM);
        return this;
    }

    /** Sets {@code code text}, which has a default. */
    public BookingDraft code(String code) {
        booking.setCode(code);
        mark(BookingMapping.CODE);
        return this;
    }

    /** Sets {@code paid boolean}. */
    public BookingDraft paid(boolean paid) {
        booking.paid = paid;
        mark(BookingMapping.PAID);
        return this;
    }

    /** Sets {@code during int4range}. */
    public BookingDraft during(Range<Integer> during) {
        booking.during = during;
        mark(BookingMapping.DURING);
        return this;
    }

    /** Sets {@code tags text[]}. */
    public BookingDraft tags(List<String> tags) {
        booking.tags = tags;
        mark(BookingMapping.TAGS);
        return this;
    }

    /** Sets {@code scores integer[]}, which may be missing. */
    public BookingDraft scores(int @Nullable [] scores) {
        booking.scores = scores;
        mark(BookingMapping.SCORES);
        return this;
    }

    /** Sets {@code guest_name}, {@code guest_age}. */
    public BookingDraft guest(Booking.Guest guest) {
        booking.guest = guest;
        mark(BookingMapping.GUEST_NAME);
        mark(BookingMapping.GUEST_AGE);
        return this;
    }

    /** Sets {@code payer_name}, {@code payer_age}, which may be missing. */
    public BookingDraft payer(Booking. @Nullable Guest payer) {
        booking.payer = payer;
        mark(BookingMapping.PAYER_NAME);
        mark(BookingMapping.PAYER_AGE);
        return this;
    }

    /** Sets {@code price bigint}. */
    public BookingDraft price(Booking.Money price) {
        booking.price = price;
        mark(BookingMapping.PRICE);
        return this;
    }

    /** Sets {@code meal smallint}. */
    public BookingDraft meal(Booking.Meal meal) {
        booking.meal = meal;
        mark(BookingMapping.MEAL);
        return this;
    }

    /** Sets {@code wishes jsonb}. */
    public BookingDraft wishes(Booking.Wishes wishes) {
        booking.wishes = wishes;
        mark(BookingMapping.WISHES);
        return this;
    }

    @Override
    protected Booking finish() {
        return booking;
    }
}
