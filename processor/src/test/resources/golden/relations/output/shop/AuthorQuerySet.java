package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code author}. */
@Generated("dev.plectrum")
public final class AuthorQuerySet extends QuerySet<Author, AuthorFields, AuthorDraft, AuthorQuerySet> {
    /** All authors of this database or transaction. */
    public AuthorQuerySet(Session session) {
        super(session, AuthorMapping.INSTANCE);
    }

    private AuthorQuerySet(Session session, Query query) {
        super(session, AuthorMapping.INSTANCE, query);
    }

    @Override
    protected AuthorQuerySet with(Session session, Query query) {
        return new AuthorQuerySet(session, query);
    }

    /** The author with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Author> aget(int id) {
        return byKey(id);
    }

    /** The authors with these ids, by id. What no author has is left out. */
    public Future<Map<Integer, Author>> ainBulk(Collection<Integer> ids) {
        return ainBulk(a -> a.id, ids);
    }

    /** A reference to the author with this id, not loaded. */
    public static Ref<Author> ref(int id) {
        return Ref.to(AuthorMapping.INSTANCE, id);
    }

    /** A reference to this author, loaded. */
    public static Ref<Author> ref(Author author) {
        return Ref.of(AuthorMapping.INSTANCE, author);
    }
}
