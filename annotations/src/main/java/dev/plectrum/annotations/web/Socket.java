package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers a WebSocket handshake. On a method: a parameter of type {@code Socket<In, Out>} carries the typed messages.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Socket {
    /** The path below the view's own. */
    String value() default "";

    /** Subprotocols that are spoken, the preferred one first. */
    String[] protocols() default {};

    /** The largest message, in bytes; 0 is the application's limit. */
    int maxMessageBytes() default 0;
}
