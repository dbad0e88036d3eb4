package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter read from a submitted form, urlencoded or multipart. On an {@code Upload} it is a file; on a record, its components
 * are read, each by its own name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Form {
    /** The field's name. Empty: the parameter's own name. */
    String value() default "";
}
