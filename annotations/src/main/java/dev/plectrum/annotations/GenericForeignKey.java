package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A reference to a row of one of several models, on a field of type {@code AnyRef}: two columns, of which one says which table the row is
 * in, and the other has its key. The database does not check that the row is there. Deleting a row deletes those that refer to it in this
 * way if its model names them with {@link Reverse}; otherwise they stay.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface GenericForeignKey {
    /** The models. Each has a key of type {@code Long}. */
    Class<?>[] value();

    /** What the columns' names begin with: {@code target} is {@code target_kind} and {@code target_id}. Empty: the field's name. */
    String column() default "";

    /** Whether to index the columns. */
    boolean index() default true;
}
