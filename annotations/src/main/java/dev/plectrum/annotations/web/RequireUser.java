package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Open to users who meet a condition. Without a condition it is the default, and says so aloud.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequireUser {
    /** A class with a public constructor without parameters that implements {@code java.util.function.Predicate} of the user. */
    Class<?> value() default Object.class;
}
