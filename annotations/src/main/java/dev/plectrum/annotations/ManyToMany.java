package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Rows of another model, paired with this one's in a join table, on a field of type {@code Many}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface ManyToMany {
    /** The join table's name. Empty: this table's and the field's. */
    String table() default "";

    /** A model of the user's that is the join table. */
    Class<?> through() default void.class;

    /** The two references of the {@link #through} model: to this model, and to the other. Needed where it has several to one of them. */
    String[] throughFields() default {};

    /** For a model paired with itself: whether {@code a} with {@code b} also means {@code b} with {@code a}. */
    boolean symmetrical() default true;
}
