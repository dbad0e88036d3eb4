package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column that PostgreSQL computes from others of the same row. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface GeneratedField {
    /** The expression: SQL over the model's field names. */
    String value();

    /** Whether the value is stored; otherwise it is computed when read, which needs PostgreSQL 18. */
    boolean stored() default true;
}
