package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code review}. */
@Generated("dev.plectrum")
public final class ReviewQuerySet extends QuerySet<Review, ReviewFields, ReviewDraft, ReviewQuerySet> {
    /** All reviews of this database or transaction. */
    public ReviewQuerySet(Session session) {
        super(session, ReviewMapping.INSTANCE);
    }

    private ReviewQuerySet(Session session, Query query) {
        super(session, ReviewMapping.INSTANCE, query);
    }

    @Override
    protected ReviewQuerySet with(Session session, Query query) {
        return new ReviewQuerySet(session, query);
    }

    /** The review with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Review> aget(long id) {
        return byKey(id);
    }

    /** The reviews with these ids, by id. What no review has is left out. */
    public Future<Map<Long, Review>> ainBulk(Collection<Long> ids) {
        return ainBulk(r -> r.id, ids);
    }

    /** A reference to the review with this id, not loaded. */
    public static Ref<Review> ref(long id) {
        return Ref.to(ReviewMapping.INSTANCE, id);
    }

    /** A reference to this review, loaded. */
    public static Ref<Review> ref(Review review) {
        return Ref.of(ReviewMapping.INSTANCE, review);
    }
}
