package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Relation;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a row of one of several models: which it is and its key, and the row itself once it was loaded. Nothing is loaded unasked.
 *
 * @param <T> what all of the models are
 */
public final class AnyRef<T> {
    private final String kind;
    private final Ref<? extends T> ref;
    private final @Nullable Relation relation;

    AnyRef(String kind, Ref<? extends T> ref, @Nullable Relation relation) {
        this.kind = kind;
        this.ref = ref;
        this.relation = relation;
    }

    /** The same as a reference to one model: {@code AnyRef.of(PostQuerySet.ref(7))}. */
    public static <T> AnyRef<T> of(Ref<? extends T> ref) {
        return new AnyRef<>(ref.mapping().sqlName().replace("\"", ""), ref, null);
    }

    /** A reference to this row, loaded. Throws if the row has no key yet, or is of none of the models. */
    @SuppressWarnings("unchecked") // the mapping is that of the row's own model
    public static <T> AnyRef<T> of(AnyRelation relation, T row) {
        String kind = relation.kindOf(row);
        return new AnyRef<>(kind, Ref.of((Mapping<T, ?, ?>) relation.mapping(kind), row), null);
    }

    /** Which table the row is in. */
    public String kind() {
        return kind;
    }

    /** The row's key. */
    public long id() {
        return ref.id();
    }

    /** Whether the row itself is there. */
    public boolean isLoaded() {
        return ref.isLoaded();
    }

    /** Whether it is known that there is no such row. */
    public boolean isMissing() {
        return ref.isMissing();
    }

    /** The row. Throws {@code NotLoadedException} if it was not loaded. */
    public T get() {
        return ref.get();
    }

    /**
     * The row, loaded if it was not yet, together with those of the same table that rows of the same result refer to. Fails with
     * {@code NotFoundException} if there is no such row.
     */
    public Future<T> aget() {
        return ref.aget().map(row -> row);
    }

    /** The row, loaded from there if it was not yet. Fails with {@code NotFoundException} if there is no such row. */
    public Future<T> aget(Session session) {
        return ref.aget(session).map(row -> row);
    }

    /** For generated code: the reference along this relation; null if it leads to another model. */
    @SuppressWarnings("ReferenceEquality") // two relations are the same only if they are the same object
    public @Nullable Object along(Relation asked) {
        return relation == asked ? ref : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnyRef<?> any && kind.equals(any.kind) && ref.equals(any.ref);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + ref.hashCode();
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
