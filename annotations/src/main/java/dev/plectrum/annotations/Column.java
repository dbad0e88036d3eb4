package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the field's type alone does not say about its column. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Column {
    /** The column's name. Empty: the field's name in snake case. */
    String name() default "";

    /** The PostgreSQL type where the field's type leaves a choice. */
    Type type() default Type.DEFAULT;

    /** The longest text in characters; a {@code String} with it is {@code varchar(n)}, without it {@code text}. */
    int maxLength() default 0;

    /** The number of digits of a {@code numeric} in all; 0 is without limit. */
    int precision() default 0;

    /** The number of digits of a {@code numeric} after the point. */
    int scale() default 0;

    /** Whether no two rows may have the same value. */
    boolean unique() default false;

    /** Whether to index the column by itself. */
    boolean index() default false;

    /** The column's DEFAULT, in SQL. A field that was never set is left to it. */
    String dbDefault() default "";

    /** A comment stored with the column. */
    String comment() default "";

    /** The column's collation, such as {@code "C"} or {@code "de-x-icu"}. */
    String collation() default "";

    /** A class that turns values of the field's type into values of a supported type and back. */
    Class<?> converter() default void.class;

    /** PostgreSQL types that a field has to ask for. */
    enum Type {
        /** What the field's type says. */
        DEFAULT,
        /** Case-insensitive text of the {@code citext} extension, for {@code String}. */
        CITEXT,
        /** {@code jsonb}, for records and sealed types that are not embedded. */
        JSONB,
        /** The enum's ordinal as {@code smallint} instead of its name. */
        ORDINAL
    }
}
