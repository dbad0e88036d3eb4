package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that names rows of another model.
 *
 * @param kind which side of which relation
 * @param java the field's Java type, {@code Ref<Category>}
 * @param nullable whether there may be none
 * @param options what the annotation says
 * @param stored the columns that hold the reference, several for a target with such a key; none on sides that hold none
 * @param end what the relation leads to; none if it leads nowhere, which {@code flaw} explains
 * @param inherited whether it belongs to the model that this one extends
 * @param flaw what is wrong with it
 */
public record RelationField(
        String name,
        Kind kind,
        JavaType java,
        boolean nullable,
        Access access,
        RelationOptions options,
        List<ColumnField> stored,
        Optional<RelationEnd> end,
        boolean inherited,
        Optional<Flaw> flaw,
        Place place)
        implements Field {
    /** Copies the columns. */
    public RelationField {
        stored = List.copyOf(stored);
    }

    /** The kinds of relations. */
    public enum Kind {
        FOREIGN_KEY,
        ONE_TO_ONE,
        MANY_TO_MANY,
        REVERSE;

        /** Whether a column of the model itself holds the reference. */
        public boolean isStored() {
            return this == FOREIGN_KEY || this == ONE_TO_ONE;
        }
    }

    /** What is wrong with a relation. */
    public record Flaw(Mistake kind, String detail) {
        /** The mistakes there are. */
        public enum Mistake {
            /** The field's type is not the one that this kind of relation has. */
            JAVA_TYPE,
            /** The other type is no model. */
            NOT_A_MODEL,
            /** The other model's key is composite or missing. */
            NO_SINGLE_KEY,
            /** The other model's key is composite, and the field's type has no record of its parts. */
            KEY_RECORD,
            /** The other side pairs in both directions, so it has no reverse. */
            SYMMETRICAL,
            /** The other model has no such field. */
            UNKNOWN_FIELD,
            /** The other model's field is not unique. */
            NOT_UNIQUE,
            /** The other model's field does not point here. */
            POINTS_ELSEWHERE,
            /** The model of the join table does not point to both sides. */
            THROUGH
        }
    }

    /** A column that holds a reference, or a part of one. */
    public static ColumnField storedColumn(
            String name,
            JavaType java,
            StoredType type,
            String column,
            boolean nullable,
            Access access,
            String dbDefault,
            Place place) {
        return new ColumnField(
                name,
                java,
                type,
                column,
                nullable,
                nullable,
                access,
                ColumnOptions.NONE.withDefault(dbDefault),
                ColumnField.Role.VALUE,
                false,
                Optional.empty(),
                place);
    }

    @Override
    public Stream<ColumnField> columns() {
        return stored.stream();
    }

    /** Whether it leads to many rows. */
    public boolean isMany() {
        return kind == Kind.MANY_TO_MANY || (kind == Kind.REVERSE && java.is("dev.plectrum.orm.Many"));
    }

    /** Whether it is the other side of a one-to-one. */
    public boolean isBack() {
        return !kind.isStored() && !isMany();
    }

    /** Whether it pairs rows of the model that has it so that each pair counts in both directions. */
    public boolean isSymmetrical(ModelName owner) {
        return kind == Kind.MANY_TO_MANY
                && options.symmetrical()
                && end.filter(found -> found.model().equals(owner)).isPresent();
    }

    /** Whether the reference is stored in several columns. */
    public boolean isComposite() {
        return stored.size() > 1;
    }

    /** The same, as a model has it that extends the one with this relation. */
    public RelationField asInherited() {
        return new RelationField(
                name,
                kind,
                java,
                nullable,
                access,
                options,
                stored.stream().map(column -> column.inheritedAs("")).toList(),
                end,
                true,
                flaw,
                place);
    }

    /** The same under another name, in other columns. */
    public RelationField moved(String newName, List<ColumnField> columns) {
        return new RelationField(newName, kind, java, nullable, access, options, columns, end, inherited, flaw, place);
    }

    @Override
    public RelationField withAccess(Access other) {
        return new RelationField(
                name,
                kind,
                java,
                nullable,
                other,
                options,
                stored.stream().map(column -> column.withAccess(other)).toList(),
                end,
                inherited,
                flaw,
                place);
    }
}
