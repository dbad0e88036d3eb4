package dev.plectrum.orm.exec;

import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.internal.TupleInternal;
import org.jspecify.annotations.Nullable;

/**
 * A statement's values as the client wants them. The client writes each value back after checking it, and a converted
 * value where the type calls for one; statements are shared, so that such a write goes to a copy.
 */
final class Binds extends TupleInternal {
    private @Nullable Object[] values;
    private boolean copied;

    Binds(@Nullable Object[] values) {
        this.values = values;
    }

    @Override
    public void setValue(int position, @Nullable Object value) {
        if (values[position] == value) {
            return;
        }
        if (!copied) {
            values = values.clone();
            copied = true;
        }
        values[position] = value;
    }

    @Override
    public @Nullable Object getValueInternal(int position) {
        return values[position];
    }

    @Override
    public Tuple addValue(@Nullable Object value) {
        throw new UnsupportedOperationException("A statement's binds are complete");
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("A statement's binds are complete");
    }
}
