package dev.plectrum.orm;

import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.query.Column;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.Scopes;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some fields of a row. What was not fetched is not there, instead of being null.
 *
 * @param <M> the model
 * @param <F> its generated {@code …Fields}
 */
public final class Partial<M, F extends Fields<F>> {
    private final Mapping<M, F, ?> mapping;
    private final List<ColumnDef<?>> columns;
    private final @Nullable Object[] values;

    Partial(Mapping<M, F, ?> mapping, List<ColumnDef<?>> columns, @Nullable Object[] values) {
        this.mapping = mapping;
        this.columns = columns;
        this.values = values;
    }

    /** The value of a field. Throws {@code NotLoadedException} if it was not fetched. */
    @SuppressWarnings("unchecked") // the value was decoded by the column's own type
    public <T> T get(Function<F, ? extends Column<T>> field) {
        ColumnDef<T> column = Scopes.apply(mapping::fieldsAt, field).own();
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new NotLoadedException(
                    mapping.modelName() + "." + column.field() + " was not fetched; this row has only " + columns
                            + ". Add it to only(…), or take it out of defer(…)");
        }
        return (T) values[index];
    }

    /** Whether a field was fetched. */
    public boolean has(Function<F, ? extends Column<?>> field) {
        return columns.contains(Scopes.apply(mapping::fieldsAt, field).own());
    }

    @Override
    public String toString() {
        StringJoiner fields = new StringJoiner(", ", mapping.modelName() + "(", ")");
        for (int i = 0; i < values.length; i++) {
            fields.add(columns.get(i).field() + " = " + values[i]);
        }
        return fields.toString();
    }
}
