package dev.plectrum.processor.expression;

import org.jspecify.annotations.Nullable;

/** What an expression is for, which decides what it may say and what must come out. */
public sealed interface Purpose {
    /**
     * Computes a column.
     *
     * @param type of the column
     * @param nullable whether the field may be null
     * @param javaType the field's Java type, qualified
     * @param virtual whether it is computed when read; else it is stored
     */
    record GeneratedColumn(ColumnType type, boolean nullable, String javaType, boolean virtual) implements Purpose {}

    /** Must not be false for any row. */
    record CheckConstraint() implements Purpose {}

    /** Says which rows an index, a unique constraint or an exclusion constraint covers. */
    record IndexCondition() implements Purpose {}

    /** Is what an index or a constraint compares; may have any type that can be compared. */
    record IndexExpression() implements Purpose {}

    /** A generated column that the database stores. */
    static Purpose stored(ColumnType type, boolean nullable, String javaType) {
        return new GeneratedColumn(type, nullable, javaType, false);
    }

    /** A generated column that the database computes when it is read. */
    static Purpose virtual(ColumnType type, boolean nullable, String javaType) {
        return new GeneratedColumn(type, nullable, javaType, true);
    }

    /** A check constraint. */
    static Purpose check() {
        return new CheckConstraint();
    }

    /** The condition of an index or constraint. */
    static Purpose indexCondition() {
        return new IndexCondition();
    }

    /** One expression of an index or constraint. */
    static Purpose indexExpression() {
        return new IndexExpression();
    }

    /** The type that must come out; null where any will do. */
    default @Nullable SqlType expected() {
        if (this instanceof GeneratedColumn column) {
            return column.type().type();
        }
        return this instanceof IndexExpression ? null : SqlType.BOOLEAN;
    }

    /** What errors call it. */
    default String subject() {
        if (this instanceof GeneratedColumn) {
            return "a generated field";
        }
        if (this instanceof CheckConstraint) {
            return "a check constraint";
        }
        return this instanceof IndexCondition ? "the condition of an index" : "an index";
    }
}
