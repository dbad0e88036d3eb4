package dev.plectrum.orm.blog;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;

final class PostQuerySet extends QuerySet<Post, PostFields, PostDraft, PostQuerySet> {
    PostQuerySet(Session session) {
        super(session, PostMapping.INSTANCE);
    }

    private PostQuerySet(Session session, Query query) {
        super(session, PostMapping.INSTANCE, query);
    }

    @Override
    protected PostQuerySet with(Session session, Query query) {
        return new PostQuerySet(session, query);
    }

    Future<Post> aget(long id) {
        return byKey(id);
    }

    static Ref<Post> ref(long id) {
        return Ref.to(PostMapping.INSTANCE, id);
    }

    static Ref<Post> ref(Post post) {
        return Ref.of(PostMapping.INSTANCE, post);
    }
}
