package dev.plectrum.orm.blog;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;

final class AuthorQuerySet extends QuerySet<Author, AuthorFields, AuthorDraft, AuthorQuerySet> {
    AuthorQuerySet(Session session) {
        super(session, AuthorMapping.INSTANCE);
    }

    private AuthorQuerySet(Session session, Query query) {
        super(session, AuthorMapping.INSTANCE, query);
    }

    @Override
    protected AuthorQuerySet with(Session session, Query query) {
        return new AuthorQuerySet(session, query);
    }

    Future<Author> aget(long id) {
        return byKey(id);
    }

    static Ref<Author> ref(long id) {
        return Ref.to(AuthorMapping.INSTANCE, id);
    }

    static Ref<Author> ref(Author author) {
        return Ref.of(AuthorMapping.INSTANCE, author);
    }
}
