package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code "order"}. */
@Generated("dev.plectrum")
public final class OrderQuerySet extends QuerySet<Order, OrderFields, OrderDraft, OrderQuerySet> {
    /** All orders of this database or transaction. */
    public OrderQuerySet(Session session) {
        super(session, OrderMapping.INSTANCE);
    }

    private OrderQuerySet(Session session, Query query) {
        super(session, OrderMapping.INSTANCE, query);
    }

    @Override
    protected OrderQuerySet with(Session session, Query query) {
        return new OrderQuerySet(session, query);
    }

    /** The order with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Order> aget(long id) {
        return byKey(id);
    }

    /** The orders with these ids, by id. What no order has is left out. */
    public Future<Map<Long, Order>> ainBulk(Collection<Long> ids) {
        return ainBulk(o -> o.id, ids);
    }

    /** A reference to the order with this id, not loaded. */
    public static Ref<Order> ref(long id) {
        return Ref.to(OrderMapping.INSTANCE, id);
    }

    /** A reference to this order, loaded. */
    public static Ref<Order> ref(Order order) {
        return Ref.of(OrderMapping.INSTANCE, order);
    }
}
