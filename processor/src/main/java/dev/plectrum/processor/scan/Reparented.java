package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.RelationField;

/** Fields of a Def, moved into another: of a record into a model that embeds it, of a subclass into the sealed model that it extends. */
final class Reparented {
    private Reparented() {}

    static Field into(Field field, String name, String column, boolean optional) {
        if (field instanceof EmbeddedField embedded) {
            return new EmbeddedField(
                    name + embedded.name(),
                    embedded.type(),
                    embedded.nullable(),
                    embedded.access(),
                    embedded.parts().stream()
                            .map(part -> into(part, name, column, optional))
                            .toList(),
                    embedded.place());
        }
        if (field instanceof ColumnField single) {
            return new ColumnField(
                    name + single.name(),
                    single.java(),
                    single.type(),
                    column + single.column(),
                    single.nullable(),
                    single.optional() || optional,
                    single.access(),
                    single.options(),
                    single.role(),
                    single.inherited(),
                    single.generation(),
                    single.place());
        }
        if (field instanceof RelationField relation) {
            return relation.moved(
                    name + relation.name(),
                    relation.stored().stream()
                            .map(part -> (ColumnField) into(part, name, column, optional))
                            .toList());
        }
        return field;
    }
}
