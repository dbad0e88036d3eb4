package dev.plectrum.processor.model;

import java.util.List;
import java.util.stream.Stream;

/** What a model declares and the table has: a column, several, or a relation. */
public sealed interface Field permits AnyField, ColumnField, EmbeddedField, KindField, RelationField {
    /** As Java calls it, with dots inside embedded values. */
    String name();

    /** How generated code reads and writes it. */
    Access access();

    /** Where it is declared. */
    Place place();

    /** The columns it is made of. */
    Stream<ColumnField> columns();

    /** The same field, reached in another way. */
    Field withAccess(Access access);

    /** The last part of the name. */
    default String simpleName() {
        return name().substring(name().lastIndexOf('.') + 1);
    }

    /** All columns of these fields, in their order. */
    static List<ColumnField> columnsOf(List<? extends Field> fields) {
        return fields.stream().flatMap(Field::columns).toList();
    }
}
