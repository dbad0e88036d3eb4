package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A reference to a row of another model, on a field of type {@code Ref} or {@code KeyRef}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface ForeignKey {
    /** What becomes of this row when its target is deleted. */
    OnDelete onDelete();

    /** The unique field of the target that is stored here. Empty: its key. */
    String to() default "";

    /** The column's name. Empty: the field's name and {@code _id}. */
    String column() default "";

    /** The columns' names, for a target with a key of several. Empty: the field's name and the key's, {@code line_number}. */
    String[] columns() default {};

    /** The column's DEFAULT, in SQL: what {@link OnDelete#SET_DEFAULT} sets, and what a new row without a value has. */
    String dbDefault() default "";

    /** What {@link OnDelete#SET_VALUE} sets, in SQL. */
    String set() default "";

    /** When the constraint is checked. */
    Deferrable deferrable() default Deferrable.NO;

    /** Whether to index the column. */
    boolean index() default true;
}
