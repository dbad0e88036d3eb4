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
public final class BankTransferQuerySet extends QuerySet<BankTransfer, BankTransferFields, BankTransferDraft, BankTransferQuerySet> {
    /** All bank transfers of this database or transaction. */
    public BankTransferQuerySet(Session session) {
        super(session, BankTransferMapping.INSTANCE);
    }

    private BankTransferQuerySet(Session session, Query query) {
        super(session, BankTransferMapping.INSTANCE, query);
    }

    @Override
    protected BankTransferQuerySet with(Session session, Query query) {
        return new BankTransferQuerySet(session, query);
    }

    /** The bank transfer with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<BankTransfer> aget(long id) {
        return byKey(id);
    }

    /** The bank transfers with these ids, by id. What no bank transfer has is left out. */
    public Future<Map<Long, BankTransfer>> ainBulk(Collection<Long> ids) {
        return ainBulk(b -> b.id, ids);
    }

    /** A reference to the bank transfer with this id, not loaded. */
    public static Ref<BankTransfer> ref(long id) {
        return Ref.to(BankTransferMapping.INSTANCE, id);
    }

    /** A reference to this bank transfer, loaded. */
    public static Ref<BankTransfer> ref(BankTransfer bankTransfer) {
        return Ref.of(BankTransferMapping.INSTANCE, bankTransfer);
    }
}
