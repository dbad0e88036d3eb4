package dev.plectrum.processor.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one of the models that share a table has beyond what all of them have, as the Def of their sealed base sees it.
 *
 * @param name what queries of the base call it, {@code cardPayment}
 * @param model the Def of the subclass
 * @param parts its own fields, their names beginning with this one's; their columns may be NULL, as they are in rows of the others
 */
public record KindField(String name, ModelDef model, List<Field> parts) implements Field {
    /** Copies the parts. */
    public KindField {
        parts = List.copyOf(parts);
    }

    @Override
    public Access access() {
        return new Access.Field(name, false);
    }

    @Override
    public Place place() {
        return model.place();
    }

    @Override
    public Stream<ColumnField> columns() {
        return parts.stream().flatMap(Field::columns);
    }

    @Override
    public KindField withAccess(Access access) {
        return this;
    }

    /** What the discriminator says. */
    public String value() {
        return model.kind().orElseThrow().value();
    }

    /** Its relations, as its own Def has them. */
    public List<RelationField> relations() {
        return model.unshared().stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                .toList();
    }
}
