package shop;

import dev.plectrum.orm.Draft;
import javax.annotation.processing.Generated;

/** A {@link Order} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class OrderDraft extends Draft<Order> {
    private final Order order;

    OrderDraft(Order order) {
        this.order = order;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public OrderDraft id(long id) {
        order.id = id;
        mark(OrderMapping.ID);
        return this;
    }

    @Override
    protected Order finish() {
        return order;
    }
}
