package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code post}. */
@Generated("dev.plectrum")
public final class PostQuerySet extends QuerySet<Post, PostFields, PostDraft, PostQuerySet> {
    /** All posts of this database or transaction. */
    public PostQuerySet(Session session) {
        super(session, PostMapping.INSTANCE);
    }

    private PostQuerySet(Session session, Query query) {
        super(session, PostMapping.INSTANCE, query);
    }

    @Override
    protected PostQuerySet with(Session session, Query query) {
        return new PostQuerySet(session, query);
    }

    /** The post with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Post> aget(long id) {
        return byKey(id);
    }

    /** The posts with these ids, by id. What no post has is left out. */
    public Future<Map<Long, Post>> ainBulk(Collection<Long> ids) {
        return ainBulk(p -> p.id, ids);
    }

    /** A reference to the post with this id, not loaded. */
    public static Ref<Post> ref(long id) {
        return Ref.to(PostMapping.INSTANCE, id);
    }

    /** A reference to this post, loaded. */
    public static Ref<Post> ref(Post post) {
        return Ref.of(PostMapping.INSTANCE, post);
    }
}
