package dev.plectrum.annotations.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values as they look, for the API's description: of a field or record component wherever it is JSON, of a parameter or body, or of what a
 * view's method answers. Each is read when the program is compiled, as the type that it stands on: one that a client could not send, or a
 * view could not answer, is an error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Example {
    /**
     * A single value as text: {@code "12.50"}, {@code "DRAFT"}, {@code "2026-05-01"}. What is a list or an object in JSON, as JSON. Several
     * are several examples.
     */
    String[] value();
}
