package dev.plectrum.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Written by the processor onto {@code …Fields}: all it knew about the model. Class files tell less than sources, so a model
 * that is not compiled now is read from here and from nowhere else. Not for use by hand.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedModel {
    /** The version of the processor that wrote it. */
    String version();

    /** The model's definition, one fact a line. */
    String[] definition();
}
