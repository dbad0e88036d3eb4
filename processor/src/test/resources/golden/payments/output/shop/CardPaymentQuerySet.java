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
public final class CardPaymentQuerySet extends QuerySet<CardPayment, CardPaymentFields, CardPaymentDraft, CardPaymentQuerySet> {
    /** All card payments of this database or transaction. */
    public CardPaymentQuerySet(Session session) {
        super(session, CardPaymentMapping.INSTANCE);
    }

    private CardPaymentQuerySet(Session session, Query query) {
        super(session, CardPaymentMapping.INSTANCE, query);
    }

    @Override
    protected CardPaymentQuerySet with(Session session, Query query) {
        return new CardPaymentQuerySet(session, query);
    }

    /** The card payment with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<CardPayment> aget(long id) {
        return byKey(id);
    }

    /** The card payments with these ids, by id. What no card payment has is left out. */
    public Future<Map<Long, CardPayment>> ainBulk(Collection<Long> ids) {
        return ainBulk(c -> c.id, ids);
    }

    /** A reference to the card payment with this id, not loaded. */
    public static Ref<CardPayment> ref(long id) {
        return Ref.to(CardPaymentMapping.INSTANCE, id);
    }

    /** A reference to this card payment, loaded. */
    public static Ref<CardPayment> ref(CardPayment cardPayment) {
        return Ref.of(CardPaymentMapping.INSTANCE, cardPayment);
    }
}
