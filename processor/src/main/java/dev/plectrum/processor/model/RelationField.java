package dev.plectrum.processor.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that names rows of another model.
 *
 * @param kind which side of which relation
 * @param java the field's Java type, {@code Ref<Category>}
 * @param nullable whether there may be none
 * @param options what the annotation says
 * @param stored the column that holds the reference; none on sides that hold none
 * @param end what the relation leads to; none if it leads nowhere, which {@code flaw} explains
 * @param flaw what is wrong with it
 */
public record RelationField(
        String name,
        Kind kind,
        JavaType java,
        boolean nullable,
        Access access,
        RelationOptions options,
        Optional<ColumnField> stored,
        Optional<RelationEnd> end,
        Optional<Flaw> flaw,
        Place place)
        implements Field {
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

    @Override
    public Stream<ColumnField> columns() {
        return stored.stream();
    }

    /** Whether it leads to many rows. */
    public boolean isMany() {
        return !kind.isStored();
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
                stored.map(column -> column.withAccess(other)),
                end,
                flaw,
                place);
    }
}
