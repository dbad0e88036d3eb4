package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that names a row of one of several models.
 *
 * @param java the field's Java type, {@code AnyRef<Object>}
 * @param nullable whether there may be none
 * @param kind the column that says which model the row is of
 * @param id the column with the row's key
 * @param targets the models
 * @param index whether the columns are indexed
 * @param flaw what is wrong with it: a sentence's end, and a fix after a line break
 */
public record AnyField(
        String name,
        JavaType java,
        boolean nullable,
        Access access,
        ColumnField kind,
        ColumnField id,
        List<Target> targets,
        boolean index,
        Optional<String> flaw,
        Place place)
        implements Field {
    /** Copies the models. */
    public AnyField {
        targets = List.copyOf(targets);
    }

    /**
     * One of the models.
     *
     * @param value what the column says of its rows: its table
     * @param key its key's column, unquoted
     */
    public record Target(ModelName model, String value, String key) {
        /** What queries call it, {@code post}. */
        public String name() {
            return Words.variable(model.simple());
        }
    }

    /** What the column says of rows of this table. */
    public static String value(String schema, String table) {
        return schema.isEmpty() ? table : schema + "." + table;
    }

    /** The model of this name, if it is one of them. */
    public Optional<Target> to(ModelName model) {
        return targets.stream().filter(target -> target.model().equals(model)).findFirst();
    }

    @Override
    public Stream<ColumnField> columns() {
        return Stream.of(kind, id);
    }

    @Override
    public AnyField withAccess(Access other) {
        return new AnyField(
                name, java, nullable, other, kind.withAccess(other), id.withAccess(other), targets, index, flaw, place);
    }
}
