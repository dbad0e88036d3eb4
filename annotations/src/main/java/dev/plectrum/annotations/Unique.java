package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields or expressions whose values no two rows share. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Unique.List.class)
public @interface Unique {
    /** The constraint's name. Empty: made from the table, the columns and a hash. */
    String name() default "";

    /** Field names. */
    String[] fields() default {};

    /** SQL expressions over field names, instead of or after the fields. */
    String[] expressions() default {};

    /** Only rows that meet this condition are compared: SQL over field names. */
    String where() default "";

    /** Whether two rows without a value differ; SQL's own rule is that they do. */
    boolean nullsDistinct() default true;

    /** When the constraint is checked. */
    Deferrable deferrable() default Deferrable.NO;

    /** Several unique constraints of one model. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /** The constraints. */
        Unique[] value();
    }
}
