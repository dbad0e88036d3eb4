package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code refund}. */
@Generated("dev.plectrum")
public final class RefundQuerySet extends QuerySet<Refund, RefundFields, RefundDraft, RefundQuerySet> {
    /** All refunds of this database or transaction. */
    public RefundQuerySet(Session session) {
        super(session, RefundMapping.INSTANCE);
    }

    private RefundQuerySet(Session session, Query query) {
        super(session, RefundMapping.INSTANCE, query);
    }

    @Override
    protected RefundQuerySet with(Session session, Query query) {
        return new RefundQuerySet(session, query);
    }

    /** The refund with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Refund> aget(long id) {
        return byKey(id);
    }

    /** The refunds with these ids, by id. What no refund has is left out. */
    public Future<Map<Long, Refund>> ainBulk(Collection<Long> ids) {
        return ainBulk(r -> r.id, ids);
    }

    /** A reference to the refund with this id, not loaded. */
    public static Ref<Refund> ref(long id) {
        return Ref.to(RefundMapping.INSTANCE, id);
    }

    /** A reference to this refund, loaded. */
    public static Ref<Refund> ref(Refund refund) {
        return Ref.of(RefundMapping.INSTANCE, refund);
    }
}
