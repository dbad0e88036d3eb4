package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** No two rows for which every element's operator holds, such as overlapping bookings of one room. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Exclude.List.class)
public @interface Exclude {
    /** Elements, each an expression over field names and an operator: {@code {"room WITH =", "during WITH &&"}}. */
    String[] value();

    /** The constraint's name. Empty: made from the table and a hash. */
    String name() default "";

    /** The access method. */
    String method() default "gist";

    /** Only rows that meet this condition are compared: SQL over field names. */
    String where() default "";

    /** When the constraint is checked. */
    Deferrable deferrable() default Deferrable.NO;

    /** Several exclusion constraints of one model. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /** The constraints. */
        Exclude[] value();
    }
}
