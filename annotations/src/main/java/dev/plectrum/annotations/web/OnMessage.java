package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a class with {@link Socket} does with a message. There is one method for all messages, or one for each type of a sealed one. It
 * takes the message, and the socket, request or user if it needs them. What it returns, itself or in a {@code Future}, is sent; the next
 * message is handed over when the future completes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnMessage {}
