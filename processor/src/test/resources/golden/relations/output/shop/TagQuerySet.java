package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code tag}. */
@Generated("dev.plectrum")
public final class TagQuerySet extends QuerySet<Tag, TagFields, TagDraft, TagQuerySet> {
    /** All tags of this database or transaction. */
    public TagQuerySet(Session session) {
        super(session, TagMapping.INSTANCE);
    }

    private TagQuerySet(Session session, Query query) {
        super(session, TagMapping.INSTANCE, query);
    }

    @Override
    protected TagQuerySet with(Session session, Query query) {
        return new TagQuerySet(session, query);
    }

    /** The tag with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Tag> aget(long id) {
        return byKey(id);
    }

    /** The tags with these ids, by id. What no tag has is left out. */
    public Future<Map<Long, Tag>> ainBulk(Collection<Long> ids) {
        return ainBulk(t -> t.id, ids);
    }

    /** A reference to the tag with this id, not loaded. */
    public static Ref<Tag> ref(long id) {
        return Ref.to(TagMapping.INSTANCE, id);
    }

    /** A reference to this tag, loaded. */
    public static Ref<Tag> ref(Tag tag) {
        return Ref.of(TagMapping.INSTANCE, tag);
    }
}
