package shop;

import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Rows of {@code hotel.bookings}. */
@Generated("dev.plectrum")
public final class BookingQuerySet extends QuerySet<Booking, BookingFields, BookingDraft, BookingQuerySet> {
    /** All bookings of this database or transaction. */
    public BookingQuerySet(Session session) {
        super(session, BookingMapping.INSTANCE);
    }

    private BookingQuerySet(Session session, Query query) {
        super(session, BookingMapping.INSTANCE, query);
    }

    @Override
    protected BookingQuerySet with(Session session, Query query) {
        return new BookingQuerySet(session, query);
    }

    /** The booking with this key. Fails with {@code NotFoundException} if there is none. */
    public Future<Booking> aget(UUID key) {
        return byKey(key);
    }

    /** The bookings with these keys, by key. What no booking has is left out. */
    public Future<Map<UUID, Booking>> ainBulk(Collection<UUID> keys) {
        return ainBulk(b -> b.key, keys);
    }

    /** A reference to the booking with this key, not loaded. */
    public static KeyRef<Booking, UUID> ref(UUID key) {
        return KeyRef.to(BookingMapping.INSTANCE, key);
    }

    /** A reference to this booking, loaded. */
    public static KeyRef<Booking, UUID> ref(Booking booking) {
        return KeyRef.of(BookingMapping.INSTANCE, booking);
    }
}
