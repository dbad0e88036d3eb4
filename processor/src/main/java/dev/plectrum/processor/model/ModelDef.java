package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of a model, of a base class that models extend, or of a record that models embed.
 *
 * @param table unquoted
 * @param schema unquoted; empty for the search path's
 * @param parent the model that this one extends: rows begin in its table and end in this one's
 * @param proxied the model whose rows these are, if this is only another face of it
 * @param kind which rows of the sealed model's table that it extends are its own, if it extends one
 * @param fields in the order of declaration, inherited ones first
 * @param ordering the order of query sets that name none
 */
public record ModelDef(
        ModelName name,
        Shape shape,
        String table,
        String schema,
        String comment,
        Optional<Parent> parent,
        Optional<ModelName> proxied,
        Optional<OneOf> kind,
        List<Field> fields,
        List<Named> ordering,
        List<IndexDef> indexes,
        List<UniqueDef> uniques,
        List<CheckDef> checks,
        List<ExcludeDef> excludes,
        Place place) {
    /** Copies the lists. */
    public ModelDef {
        fields = List.copyOf(fields);
        ordering = List.copyOf(ordering);
        indexes = List.copyOf(indexes);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        excludes = List.copyOf(excludes);
    }

    /**
     * A model that another one extends.
     *
     * @param table as SQL writes it
     * @param from what its rows are read from, as SQL writes it
     * @param key its key's columns, in the order of the key
     */
    public record Parent(ModelName name, String table, String from, List<String> key) {
        /** Copies the columns. */
        public Parent {
            key = List.copyOf(key);
        }
    }

    /**
     * How the rows of one of the models that share a table are told from the others.
     *
     * @param base the sealed model, whose table it is
     * @param value what the discriminator says
     * @param shared how many of the fields are those of the sealed model: the first ones
     */
    public record OneOf(ModelName base, String value, int shared) {}

    /**
     * What the Java type looks like.
     *
     * @param model whether it has a table; otherwise it is a base class or an embedded record
     * @param record whether it is a record
     * @param isPublic whether other packages may name it
     * @param flaws what keeps generated code from using it; validation says so
     */
    public record Shape(boolean model, boolean record, boolean isPublic, List<Flaw> flaws) {
        /** Copies the flaws. */
        public Shape {
            flaws = List.copyOf(flaws);
        }
    }

    /** What keeps generated code from using a type, with a detail such as the name of a superclass. */
    public record Flaw(Kind kind, String detail, Place place) {
        /** The flaws there are. */
        public enum Kind {
            /** An interface, an enum, an annotation. */
            NOT_A_CLASS,
            /** It cannot be instantiated. */
            ABSTRACT,
            /** It needs an instance of the class around it. */
            INNER,
            /** It, or a class around it, is private. */
            PRIVATE,
            /** It has type parameters. */
            GENERIC,
            /** It has no constructor without parameters that generated code can call. */
            NO_CONSTRUCTOR,
            /** It is another face of a model, and extends none or has fields of its own. */
            PROXY,
            /** It is sealed and abstract, or extends a model that is, and the two do not fit. */
            KIND,
            /** It extends a class with fields that says nothing about them. */
            EXTENDS_UNMAPPED,
            /** A field has annotations that exclude each other. */
            TWO_ROLES,
            /** A field has a {@code @Nullable} that is not JSpecify's. */
            OTHER_NULLABLE,
            /** An embedded record comes as a class file without a Def. */
            EMBEDDED_ELSEWHERE
        }
    }

    /** The columns, in the order in which rows are read. */
    public List<ColumnField> columns() {
        return Field.columnsOf(fields);
    }

    /** The columns of the model's own table. */
    public List<ColumnField> ownColumns() {
        return columns().stream().filter(column -> !column.inherited()).toList();
    }

    /** The relations that the model itself declares. */
    public List<RelationField> ownRelations() {
        return relations().stream().filter(relation -> !relation.inherited()).toList();
    }

    /** The columns of the key, in its order. */
    public List<ColumnField> key() {
        return columns().stream().filter(ColumnField::isKey).toList();
    }

    /** The columns that are read back after a write. */
    public List<ColumnField> returned() {
        return columns().stream().filter(ColumnField::isReturned).toList();
    }

    /** The column with this name of a field, as annotations write it. */
    public Optional<ColumnField> column(String field) {
        return columns().stream().filter(column -> column.name().equals(field)).findFirst();
    }

    /** The relations, in the order of declaration. */
    public List<RelationField> relations() {
        return fields.stream()
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast)
                .toList();
    }

    /** Whether it is an abstract sealed model, each of whose rows is one of its subclasses. */
    public boolean isSealed() {
        return kind.isEmpty() && discriminator().isPresent();
    }

    /** The column that tells the models apart that share the table. */
    public Optional<ColumnField> discriminator() {
        return columns().stream().filter(ColumnField::isDiscriminator).findFirst();
    }

    /** The models that share the table of this sealed one. */
    public List<KindField> kinds() {
        return fields.stream()
                .filter(KindField.class::isInstance)
                .map(KindField.class::cast)
                .toList();
    }

    /** The same without the models that share its table. */
    public ModelDef withoutKinds() {
        return withFields(
                fields.stream().filter(field -> !(field instanceof KindField)).toList());
    }

    /** The same with other fields. */
    public ModelDef withFields(List<Field> others) {
        return new ModelDef(
                name, shape, table, schema, comment, parent, proxied, kind, others, ordering, indexes, uniques, checks,
                excludes, place);
    }

    /** The fields that it shares with the other models in its table; none if it shares none. */
    public List<Field> shared() {
        return kind.map(found -> fields.subList(0, found.shared())).orElse(List.of());
    }

    /** The fields that it has to itself: all, unless it shares a table. */
    public List<Field> unshared() {
        return fields.subList(shared().size(), fields.size());
    }

    /** The references to rows of one of several models. */
    public List<AnyField> anys() {
        return fields.stream()
                .filter(AnyField.class::isInstance)
                .map(AnyField.class::cast)
                .toList();
    }

    /** The relation that this column holds, or a part of it. */
    public Optional<RelationField> relationOf(ColumnField column) {
        return relations().stream()
                .filter(relation -> relation.stored().contains(column))
                .findFirst();
    }

    /** The column that counts saves. */
    public Optional<ColumnField> version() {
        return columns().stream()
                .filter(column -> column.role() == ColumnField.Role.VERSION && !column.inherited())
                .findFirst();
    }

    /** Whether other source can name it at all, so that types may be generated for it. */
    public boolean isNameable() {
        return shape.flaws().stream()
                .noneMatch(flaw -> flaw.kind() == Flaw.Kind.PRIVATE
                        || flaw.kind() == Flaw.Kind.GENERIC
                        || flaw.kind() == Flaw.Kind.INNER);
    }

    /** {@code product}, for sentences. */
    public String noun() {
        return Words.sentence(name.simple());
    }
}
