package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a class with {@link Socket} does when a connection opens. It takes the {@code Conversation<In, Out>}, which says what is spoken, and
 * whatever a view's method can take: parameters of the path and the query, headers, the user, the session.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnOpen {}
