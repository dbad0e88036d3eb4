package dev.plectrum.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A record whose components are columns of the model's table.
 *
 * @param nullable whether it may be missing; then all of its columns may be NULL, and it is missing when all are
 * @param parts the components, embedded records among them
 */
public record EmbeddedField(String name, JavaType type, boolean nullable, Access access, List<Field> parts, Place place)
        implements Field {
    /** Copies the parts. */
    public EmbeddedField {
        parts = List.copyOf(parts);
    }

    @Override
    public Stream<ColumnField> columns() {
        return parts.stream().flatMap(Field::columns);
    }

    @Override
    public EmbeddedField withAccess(Access other) {
        return new EmbeddedField(name, type, nullable, other, parts, place);
    }

    /** The same with other parts. */
    public EmbeddedField withParts(List<Field> others) {
        return new EmbeddedField(name, type, nullable, access, others, place);
    }

    /** The same, as a model has it that extends the one with this value. */
    public EmbeddedField asInherited() {
        return withParts(parts.stream()
                .map(part -> part instanceof EmbeddedField embedded
                        ? embedded.asInherited()
                        : part instanceof ColumnField column ? column.inheritedAs(column.column()) : part)
                .toList());
    }
}
