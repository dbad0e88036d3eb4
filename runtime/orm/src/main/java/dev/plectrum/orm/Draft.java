package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated {@code …Draft} classes: a row that is being written down, and which of its fields were set.
 *
 * @param <M> the model
 */
public abstract class Draft<M> {
    private final BitSet set = new BitSet();

    /** Nothing set yet. */
    protected Draft() {}

    /** Remembers that a field was set. */
    protected final void mark(ColumnDef<?> column) {
        set.set(column.index());
    }

    /** Whether a field was set, if only to null. */
    protected final boolean isSet(ColumnDef<?> column) {
        return set.get(column.index());
    }

    /** A component's value. Fails if it was never set: nobody else has one for it. */
    protected static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(
                    field + " was not set, and has no default. Set it in the draft: ." + field + "(…)");
        }
        return value;
    }

    /** The row as written down. Fails for a record one of whose components has neither a value nor a default. */
    protected abstract M finish();
}
