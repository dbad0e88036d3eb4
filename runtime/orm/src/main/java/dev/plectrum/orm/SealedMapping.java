package dev.plectrum.orm;

import dev.plectrum.orm.error.UnknownKindException;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Relation;
import io.vertx.sqlclient.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated mappings of {@code abstract sealed} models: every row is one of several subclasses, which have mappings of their
 * own and share the table. This one reads rows of all of them; each is written by its own.
 *
 * @param <M> the sealed model
 * @param <F> its generated {@code …Fields}
 * @param <D> its generated {@code …Draft}
 */
public abstract class SealedMapping<M, F extends Fields<F>, D extends Draft<M>> extends Mapping<M, F, D> {
    /** A mapping with the columns of all subclasses, and the statement that reads the row with a key. */
    protected SealedMapping(String modelName, String sqlName, String select, ColumnDef<?>... columns) {
        super(modelName, sqlName, new FixedSql(select, "", 0, "", ""), columns);
    }

    @Override
    protected abstract Mapping<? extends M, ?, ?> kindOf(M model);

    /** What the discriminator says of a row. */
    protected final String kindName(M model) {
        Kind kind = Objects.requireNonNull(kindOf(model).kind());
        return kind.value();
    }

    /** The value of a column that only some subclasses have; null for a row of another. */
    protected final @Nullable Object valueOfKind(M model, int column) {
        Mapping<M, ?, ?> kind = of(model);
        String name = columns().get(column).sqlName();
        for (ColumnDef<?> own : kind.columns()) {
            if (own.sqlName().equals(name)) {
                return kind.value(model, own.index());
            }
        }
        return null;
    }

    /** The failure of a row of which the discriminator says what no subclass does. */
    protected final UnknownKindException unknownKind(String value) {
        return new UnknownKindException(
                "A row of " + sqlName() + " is a \"" + value + "\", which no subclass of " + modelName()
                        + " is. Another release may have written it; rows of one subclass can be read by its own query set");
    }

    @Override
    protected final @Nullable Object reference(M model, Relation relation) {
        return of(model).reference(model, relation);
    }

    @Override
    protected final M read(M model, Row row, int at, Batch batch) {
        throw writtenByItself();
    }

    @Override
    protected final M refresh(M model, Row row, Batch batch) {
        throw writtenByItself();
    }

    private IllegalStateException writtenByItself() {
        return new IllegalStateException(
                "Plectrum has a bug, please report it: a row of " + modelName() + " is written by its own mapping");
    }

    @Override
    protected final D draft() {
        throw new IllegalArgumentException("A " + modelName()
                + " cannot be created as such: it is always one of its subclasses. Use the query set of that");
    }
}
