package dev.plectrum.orm.blog;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;

final class TagQuerySet extends QuerySet<Tag, TagFields, TagDraft, TagQuerySet> {
    TagQuerySet(Session session) {
        super(session, TagMapping.INSTANCE);
    }

    private TagQuerySet(Session session, Query query) {
        super(session, TagMapping.INSTANCE, query);
    }

    @Override
    protected TagQuerySet with(Session session, Query query) {
        return new TagQuerySet(session, query);
    }

    Future<Tag> aget(long id) {
        return byKey(id);
    }

    static Ref<Tag> ref(long id) {
        return Ref.to(TagMapping.INSTANCE, id);
    }

    static Ref<Tag> ref(Tag tag) {
        return Ref.of(TagMapping.INSTANCE, tag);
    }
}
