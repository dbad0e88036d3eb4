package dev.plectrum.orm.blog;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;

final class CommentQuerySet extends QuerySet<Comment, CommentFields, CommentDraft, CommentQuerySet> {
    CommentQuerySet(Session session) {
        super(session, CommentMapping.INSTANCE);
    }

    private CommentQuerySet(Session session, Query query) {
        super(session, CommentMapping.INSTANCE, query);
    }

    @Override
    protected CommentQuerySet with(Session session, Query query) {
        return new CommentQuerySet(session, query);
    }

    Future<Comment> aget(long id) {
        return byKey(id);
    }

    static Ref<Comment> ref(long id) {
        return Ref.to(CommentMapping.INSTANCE, id);
    }

    static Ref<Comment> ref(Comment comment) {
        return Ref.of(CommentMapping.INSTANCE, comment);
    }
}
