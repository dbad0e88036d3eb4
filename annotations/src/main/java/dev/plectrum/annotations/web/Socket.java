package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers a WebSocket handshake.
 *
 * <p>On a method of a view: a parameter of type {@code Conversation<In, Out>} carries the typed messages.
 *
 * <p>On a class: an object of it is made for each connection, by its constructor, which asks for what a view's can. Its methods say what
 * happens: {@link OnOpen}, {@link OnMessage}, {@link OnClose}, {@link OnError}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Socket {
    /** The path; of a method, below the view's own. */
    String value() default "";

    /** Subprotocols that are spoken, the preferred one first. */
    String[] protocols() default {};

    /** The largest message, in bytes; 0 is the application's limit. */
    int maxMessageBytes() default 0;
}
