package dev.plectrum.orm.sample;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;

/** Rows of {@code "order"}. */
public final class OddityQuerySet extends QuerySet<Oddity, OddityFields, OddityDraft, OddityQuerySet> {
    public OddityQuerySet(Session session) {
        super(session, OddityMapping.INSTANCE);
    }

    private OddityQuerySet(Session session, Query query) {
        super(session, OddityMapping.INSTANCE, query);
    }

    @Override
    protected OddityQuerySet with(Session session, Query query) {
        return new OddityQuerySet(session, query);
    }

    public Future<Oddity> aget(long id) {
        return byKey(id);
    }
}
