package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter that is the request's body, read as JSON: a record with what clients may send, or the fields of a model that they may
 * set.
 *
 * <pre>{@code
 * @Post("/")
 * Future<Created<Review>> create(@Body(fields = {"author", "stars", "text"}) UnaryOperator<ReviewDraft> values) {
 *     return reviews.acreate(values).map(Created::of);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Body {
    /** The largest body that is read, in bytes; 0 is the application's limit. */
    long maxBytes() default 0;

    /** The groups of {@code jakarta.validation} whose constraints hold, besides those that belong to no group. */
    Class<?>[] groups() default {};

    /**
     * The fields of the model that clients set, where the parameter is a {@code UnaryOperator} of the model's draft. No other field can be
     * set. A {@code @Patch} may leave out any of them; any other method only those that may be null or have a default in the database.
     */
    String[] fields() default {};

    /** Further fields, which clients may leave out: then the value stands that the class gives them. */
    String[] optional() default {};
}
