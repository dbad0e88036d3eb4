package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often one client may ask. Refused requests are answered 429 with {@code Retry-After}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RateLimit {
    /** Who shares a bucket. */
    enum By {
        /** The network address. */
        ADDRESS,
        /** The logged-in user; the address of those who are not. */
        USER,
        /** Everybody together. */
        EVERYBODY
    }

    /** Requests and period: {@code "100/min"}; the units are s, min, h and d. */
    String value();

    /** Who shares a bucket. */
    By by() default By.USER;

    /** How many requests may come at once; 0 is as many as the period allows. */
    int burst() default 0;
}
