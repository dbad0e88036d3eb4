package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index over fields or expressions. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Index.List.class)
public @interface Index {
    /** The index's name. Empty: made from the table, the columns and a hash. */
    String name() default "";

    /** Field names, {@code "-price"} for descending. */
    String[] fields() default {};

    /** SQL expressions over field names, instead of or after the fields. */
    String[] expressions() default {};

    /** The condition of a partial index: SQL over field names. */
    String where() default "";

    /** Fields carried along for index-only scans. */
    String[] include() default {};

    /** The access method: {@code btree}, {@code hash}, {@code gin}, {@code gist}, {@code spgist} or {@code brin}. */
    String method() default "btree";

    /** Several indexes of one model. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /** The indexes. */
        Index[] value();
    }
}
