package shop.stock;

import dev.plectrum.orm.Draft;
import dev.plectrum.orm.Ref;
import javax.annotation.processing.Generated;
import shop.Order;
import shop.OrderMapping;

/** A {@link Reservation} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
final class ReservationDraft extends Draft<Reservation> {
    private final Reservation reservation;

    ReservationDraft(Reservation reservation) {
        this.reservation = reservation;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public ReservationDraft id(long id) {
        reservation.id = id;
        mark(ReservationMapping.ID);
        return this;
    }

    /** Sets {@code order_id bigint} to the key of a row that was created before. */
    public ReservationDraft order(Order order) {
        return order(Ref.of(OrderMapping.INSTANCE, order));
    }

    /** Sets {@code order_id bigint}. */
    public ReservationDraft order(Ref<Order> order) {
        reservation.order = order;
        mark(ReservationMapping.ORDER);
        return this;
    }

    @Override
    protected Reservation finish() {
        return reservation;
    }
}
