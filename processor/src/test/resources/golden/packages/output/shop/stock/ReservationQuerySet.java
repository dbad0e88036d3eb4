package shop.stock;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code reservation}. */
@Generated("dev.plectrum")
final class ReservationQuerySet extends QuerySet<Reservation, ReservationFields, ReservationDraft, ReservationQuerySet> {
    /** All reservations of this database or transaction. */
    public ReservationQuerySet(Session session) {
        super(session, ReservationMapping.INSTANCE);
    }

    private ReservationQuerySet(Session session, Query query) {
        super(session, ReservationMapping.INSTANCE, query);
    }

    @Override
    protected ReservationQuerySet with(Session session, Query query) {
        return new ReservationQuerySet(session, query);
    }

    /** The reservation with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Reservation> aget(long id) {
        return byKey(id);
    }

    /** The reservations with these ids, by id. What no reservation has is left out. */
    public Future<Map<Long, Reservation>> ainBulk(Collection<Long> ids) {
        return ainBulk(r -> r.id, ids);
    }

    /** A reference to the reservation with this id, not loaded. */
    public static Ref<Reservation> ref(long id) {
        return Ref.to(ReservationMapping.INSTANCE, id);
    }

    /** A reference to this reservation, loaded. */
    public static Ref<Reservation> ref(Reservation reservation) {
        return Ref.of(ReservationMapping.INSTANCE, reservation);
    }
}
