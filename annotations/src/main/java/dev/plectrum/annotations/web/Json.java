package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type with a JSON form of its own, written by the processor as {@code …Json}. Types that are only reached from a view need no
 * annotation: their codec is nested in the view's routes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Json {
    /** What reading does with a field that the type does not have. */
    enum Unknown {
        /** It is an error that names the field. */
        REFUSE,
        /** It is skipped. */
        IGNORE
    }

    /** What reading does with a field that the type does not have. */
    Unknown unknown() default Unknown.REFUSE;

    /** On a sealed type: the field that tells its subtypes apart. */
    String discriminator() default "type";
}
