package dev.plectrum.processor.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that is one column.
 *
 * @param name as Java calls it, {@code address.city} inside an embedded value
 * @param java the field's Java type as declared
 * @param type how its values are stored
 * @param column the column's name, unquoted
 * @param nullable whether the field may be null
 * @param optional whether the column may be NULL: because the field may be, or because an embedded value around it may be missing
 * @param options what {@code @Column} says
 * @param role what the field is for
 * @param inherited whether it is a column of the table that the row begins in
 * @param generation the expression that computes it; none for a value of the user's
 */
public record ColumnField(
        String name,
        JavaType java,
        StoredType type,
        String column,
        boolean nullable,
        boolean optional,
        Access access,
        ColumnOptions options,
        Role role,
        boolean inherited,
        Optional<Generation> generation,
        Place place)
        implements Field {
    /** What a field is for. */
    public enum Role {
        /** A value like any other. */
        VALUE,
        /** The key, or part of it: numbered by the database. */
        IDENTITY,
        /** The key, or part of it: set by the application. */
        ASSIGNED,
        /** The key, or part of it: a version 7 {@code UUID} that we make. */
        UUID_V7,
        /** The time when the row was created. */
        CREATED,
        /** The time when the row was last saved. */
        UPDATED,
        /** The number of saves. */
        VERSION,
        /** Which of the models that share the table the row belongs to. */
        KIND;

        /** Whether it is the key, or part of it. */
        public boolean isKey() {
            return this == IDENTITY || this == ASSIGNED || this == UUID_V7;
        }
    }

    /**
     * How the database computes a column.
     *
     * @param stored whether the value is stored; otherwise it is computed when read
     */
    public record Generation(ExpressionDef expression, boolean stored) {}

    @Override
    public Stream<ColumnField> columns() {
        return Stream.of(this);
    }

    /** Whether it is the key, or part of it. */
    public boolean isKey() {
        return role.isKey();
    }

    /** Whether a {@code Ref} can hold it. */
    public boolean isIntegerKey() {
        String name = java.boxed().qualifiedName();
        return name.equals("java.lang.Long") || name.equals("java.lang.Integer") || name.equals("java.lang.Short");
    }

    /** Whether it says which of the models that share the table the row belongs to. */
    public boolean isDiscriminator() {
        return role == Role.KIND;
    }

    /** Whether the database computes it. */
    public boolean isGenerated() {
        return generation.isPresent();
    }

    /** Whether the database computes it when it is read. */
    public boolean isVirtual() {
        return generation.isPresent() && !generation.get().stored();
    }

    /** Whether the column has a DEFAULT. */
    public boolean isDefaulted() {
        return !options.dbDefault().isEmpty();
    }

    /** Whether an insert may leave it to the database. */
    public boolean isLeftToDatabase() {
        return !inherited && (role == Role.IDENTITY || isDefaulted());
    }

    /** Whether an insert may name it. */
    public boolean isInsertable() {
        return !isGenerated() && !inherited;
    }

    /** Whether saving the row writes it. */
    public boolean isUpdatable() {
        return isInsertable() && !isKey() && role != Role.CREATED && role != Role.KIND;
    }

    /** Whether its value is read back after a write: the database decides it, or we do as the row is written. */
    public boolean isReturned() {
        boolean decided = role != Role.VALUE && role != Role.ASSIGNED && role != Role.KIND;
        return !inherited && (isGenerated() || isDefaulted() || decided);
    }

    /** Whether a draft may set it. */
    public boolean isDraftable() {
        return !isGenerated() && (role == Role.VALUE || role.isKey());
    }

    /** Whether a Java primitive holds it, which then holds 0 where nothing was set. */
    public boolean isPrimitive() {
        return java.isPrimitive();
    }

    /** The same, computed by the database. */
    public ColumnField generatedBy(Generation how) {
        return new ColumnField(
                name,
                java,
                type,
                column,
                nullable,
                optional,
                access,
                options,
                role,
                inherited,
                Optional.of(how),
                place);
    }

    /** The same without a role: what sets it by itself is another model's business. */
    public ColumnField asValue() {
        return new ColumnField(
                name,
                java,
                type,
                column,
                nullable,
                optional,
                access,
                options,
                Role.VALUE,
                inherited,
                generation,
                place);
    }

    /** The same, as a model has it that extends the one with this column; the key is then a column of both tables. */
    public ColumnField inheritedAs(String keyColumn) {
        return isKey()
                ? new ColumnField(
                        name,
                        java,
                        type,
                        keyColumn,
                        nullable,
                        optional,
                        access,
                        options,
                        Role.ASSIGNED,
                        false,
                        generation,
                        place)
                : new ColumnField(
                        name, java, type, column, nullable, optional, access, options, role, true, generation, place);
    }

    @Override
    public ColumnField withAccess(Access other) {
        return new ColumnField(
                name, java, type, column, nullable, optional, other, options, role, inherited, generation, place);
    }
}
