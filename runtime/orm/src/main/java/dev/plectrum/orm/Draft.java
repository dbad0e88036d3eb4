package dev.plectrum.orm;

import dev.plectrum.orm.query.ColumnDef;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated {@code …Draft} classes: a row that is being written down, and which of its fields were set.
 *
 * @param <M> the model
 */
public abstract class Draft<M> {
    private final BitSet set = new BitSet();
    /** What components get that nobody set. */
    private @Nullable Map<String, Supplier<?>> supplied;

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

    /** Gives a record's component a value, should it not be set. */
    final void supply(String field, Supplier<?> value) {
        if (supplied == null) {
            supplied = new HashMap<>();
        }
        supplied.put(field, value);
    }

    /** A component's value. Fails if it was never set and nobody else has one for it. */
    @SuppressWarnings("unchecked") // whoever supplies a value knows the field
    protected final <T> T given(@Nullable T value, String field) {
        if (value == null) {
            Supplier<?> other = supplied == null ? null : supplied.get(field);
            if (other != null) {
                return (T) other.get();
            }
            throw new IllegalArgumentException(
                    field + " was not set, and has no default. Set it in the draft: ." + field + "(…)");
        }
        return value;
    }

    /** The row as written down. Fails for a record one of whose components has neither a value nor a default. */
    protected abstract M finish();
}
