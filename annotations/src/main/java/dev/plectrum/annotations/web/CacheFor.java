package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets clients and proxies keep the answer.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CacheFor {
    /** A number and a unit: {@code "60s"}, {@code "1h"}, {@code "365d"}. */
    String value();

    /** Whether shared caches may keep it too. Only for answers that are the same for everybody. */
    boolean shared() default false;
}
