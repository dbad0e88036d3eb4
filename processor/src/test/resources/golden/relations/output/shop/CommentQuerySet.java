package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code comment}. */
@Generated("dev.plectrum")
public final class CommentQuerySet extends QuerySet<Comment, CommentFields, CommentDraft, CommentQuerySet> {
    /** All comments of this database or transaction. */
    public CommentQuerySet(Session session) {
        super(session, CommentMapping.INSTANCE);
    }

    private CommentQuerySet(Session session, Query query) {
        super(session, CommentMapping.INSTANCE, query);
    }

    @Override
    protected CommentQuerySet with(Session session, Query query) {
        return new CommentQuerySet(session, query);
    }

    /** The comment with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Comment> aget(long id) {
        return byKey(id);
    }

    /** The comments with these ids, by id. What no comment has is left out. */
    public Future<Map<Long, Comment>> ainBulk(Collection<Long> ids) {
        return ainBulk(c -> c.id, ids);
    }

    /** A reference to the comment with this id, not loaded. */
    public static Ref<Comment> ref(long id) {
        return Ref.to(CommentMapping.INSTANCE, id);
    }

    /** A reference to this comment, loaded. */
    public static Ref<Comment> ref(Comment comment) {
        return Ref.of(CommentMapping.INSTANCE, comment);
    }
}
