package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one class of an application that names its registry: {@code @Application("Shop")} makes {@code ShopRoutes}, which builds
 * every view and lists every route.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Application {
    /** What the registry's name begins with. */
    String value();

    /** The title of the API documentation. Empty: the name. */
    String title() default "";

    /** The API's version as its documentation states it. */
    String version() default "1";
}
