package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code payment}. */
@Generated("dev.plectrum")
public final class PaymentQuerySet extends QuerySet<Payment, PaymentFields, PaymentDraft, PaymentQuerySet> {
    /** All payments of this database or transaction. */
    public PaymentQuerySet(Session session) {
        super(session, PaymentMapping.INSTANCE);
    }

    private PaymentQuerySet(Session session, Query query) {
        super(session, PaymentMapping.INSTANCE, query);
    }

    @Override
    protected PaymentQuerySet with(Session session, Query query) {
        return new PaymentQuerySet(session, query);
    }

    /** The payment with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Payment> aget(long id) {
        return byKey(id);
    }

    /** The payments with these ids, by id. What no payment has is left out. */
    public Future<Map<Long, Payment>> ainBulk(Collection<Long> ids) {
        return ainBulk(p -> p.id, ids);
    }

    /** A reference to the payment with this id, not loaded. */
    public static Ref<Payment> ref(long id) {
        return Ref.to(PaymentMapping.INSTANCE, id);
    }

    /** A reference to this payment, loaded. */
    public static Ref<Payment> ref(Payment payment) {
        return Ref.of(PaymentMapping.INSTANCE, payment);
    }
}
