package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter read from the query string. A {@code @Nullable} one may be missing; a list takes every value of the name. On a
 * record, its components are read, each by its own name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Query {
    /** The name in the query string. Empty: the parameter's own name. */
    String value() default "";

    /** The text that stands in when there is none. */
    String orElse() default "";
}
