package shop;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.Ref;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Query;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Rows of {@code note}. */
@Generated("dev.plectrum")
public final class NoteQuerySet extends QuerySet<Note, NoteFields, NoteDraft, NoteQuerySet> {
    /** All notes of this database or transaction. */
    public NoteQuerySet(Session session) {
        super(session, NoteMapping.INSTANCE);
    }

    private NoteQuerySet(Session session, Query query) {
        super(session, NoteMapping.INSTANCE, query);
    }

    @Override
    protected NoteQuerySet with(Session session, Query query) {
        return new NoteQuerySet(session, query);
    }

    /** The note with this id. Fails with {@code NotFoundException} if there is none. */
    public Future<Note> aget(long id) {
        return byKey(id);
    }

    /** The notes with these ids, by id. What no note has is left out. */
    public Future<Map<Long, Note>> ainBulk(Collection<Long> ids) {
        return ainBulk(n -> n.id, ids);
    }

    /** A reference to the note with this id, not loaded. */
    public static Ref<Note> ref(long id) {
        return Ref.to(NoteMapping.INSTANCE, id);
    }

    /** A reference to this note, loaded. */
    public static Ref<Note> ref(Note note) {
        return Ref.of(NoteMapping.INSTANCE, note);
    }
}
