package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record whose components are columns of this table, each named after the field and the component.
 *
 * <p>On the record itself it says that the record may be embedded; then a field of its type needs no annotation. A record that models
 * of other jars embed has to say so, because class files do not tell which of its components may be null.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Embedded {
    /** What the columns' names begin with. {@code "_"} alone: the field's name and an underscore. Empty: nothing. */
    String prefix() default "_";
}
