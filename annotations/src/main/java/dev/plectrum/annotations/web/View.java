package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose annotated methods answer HTTP requests. For {@code ProductViews} the processor writes
 * {@code ProductViewsRoutes} and {@code ProductViewsUrls} into the same package. Every method needs a logged-in user unless it,
 * or the class, says otherwise with {@link Public}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface View {
    /** The path in front of all its methods' paths. */
    String value() default "";

    /** What the API documentation groups it by. Empty: the class name without {@code Views}. */
    String[] tags() default {};
}
