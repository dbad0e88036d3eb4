package dev.plectrum.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class or record whose instances are rows of one table. For {@code Product} the processor writes {@code ProductFields},
 * {@code ProductQuerySet}, {@code ProductDraft} and {@code ProductMapping} into the same package.
 *
 * <p>A model that extends another one has its rows in both tables, beginning in that of the other. The subclasses of an
 * {@code abstract sealed} model, each a model and {@code final}, share its table instead.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Model {
    /** The table's name. Empty: the class name in snake case, {@code OrderLine} is {@code order_line}. */
    String table() default "";

    /** The table's schema. Empty: whatever the connection's search path says. */
    String schema() default "";

    /** The order of query sets that name none: field names, {@code "-price"} for descending. */
    String[] ordering() default {};

    /**
     * Whether this class is another face of the model that it extends: the same rows of the same table, with methods, an order and query
     * sets of its own, but without fields of its own.
     */
    boolean proxy() default false;

    /**
     * On an {@code abstract sealed} class, whose subclasses share its table: what says of each row which of them it is. This is its name
     * in queries; the column's is the same in snake case.
     */
    String discriminator() default "kind";

    /** What the discriminator of an {@code abstract sealed} model says of rows of this subclass. Empty: the class name in snake case. */
    String kind() default "";

    /** A comment stored with the table. */
    String comment() default "";
}
