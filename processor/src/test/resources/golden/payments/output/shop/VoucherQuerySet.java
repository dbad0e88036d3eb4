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
public final class VoucherQuerySet extends QuerySet<Voucher, VoucherFields, VoucherDraft, VoucherQuerySet> {
    /** All vouchers of this database or transaction. */
    public VoucherQuerySet(Session session) {
        super(session, VoucherMapping.INSTANCE);
    }

    private VoucherQuerySet(Session session, Query query) {
        super(session, VoucherMapping.INSTANCE, query);
    }

    @Override
    protected VoucherQuerySet with(Session session, Query query) {
        return new VoucherQuerySet(session, query);
    }

    /** The voucher with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Voucher> aget(long id) {
        return byKey(id);
    }

    /** The vouchers with these ids, by id. What no voucher has is left out. */
    public Future<Map<Long, Voucher>> ainBulk(Collection<Long> ids) {
        return ainBulk(v -> v.id, ids);
    }

    /** A reference to the voucher with this id, not loaded. */
    public static Ref<Voucher> ref(long id) {
        return Ref.to(VoucherMapping.INSTANCE, id);
    }

    /** A reference to this voucher, loaded. */
    public static Ref<Voucher> ref(Voucher voucher) {
        return Ref.of(VoucherMapping.INSTANCE, voucher);
    }
}
