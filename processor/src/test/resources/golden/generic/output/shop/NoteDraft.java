package shop;

import dev.plectrum.orm.AnyRef;
import dev.plectrum.orm.Draft;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** A {@link Note} being written down. What is not set takes the class's initialiser or the database's default. */
@Generated("dev.plectrum")
public final class NoteDraft extends Draft<Note> {
    private final Note note;

    NoteDraft(Note note) {
        this.note = note;
    }

    /** Sets {@code id bigint}, which the database numbers otherwise. */
    public NoteDraft id(long id) {
        note.id = id;
        mark(NoteMapping.ID);
        return this;
    }

    /** Sets {@code target_kind}, {@code target_id} to a row that was created before, of one of its models. */
    public NoteDraft target(Object target) {
        return target(AnyRef.of(NoteMapping.TO_TARGET, target));
    }

    /** Sets {@code target_kind}, {@code target_id}. */
    public NoteDraft target(AnyRef<Object> target) {
        note.target = target;
        mark(NoteMapping.TARGET_KIND);
        mark(NoteMapping.TARGET_ID);
        return this;
    }

    /**
     * Sets {@code source_kind}, {@code source_id}, which may be missing to a row that was created before, of one of its models.
     */
    public NoteDraft foundIn(Product foundIn) {
        return foundIn(AnyRef.of(NoteMapping.TO_FOUND_IN, foundIn));
    }

    /** Sets {@code source_kind}, {@code source_id}, which may be missing. */
    public NoteDraft foundIn(@Nullable AnyRef<Product> foundIn) {
        note.foundIn = foundIn;
        mark(NoteMapping.FOUND_IN_KIND);
        mark(NoteMapping.FOUND_IN_ID);
        return this;
    }

    @Override
    protected Note finish() {
        return note;
    }
}
