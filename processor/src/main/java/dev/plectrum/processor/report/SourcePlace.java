package dev.plectrum.processor.report;

import dev.plectrum.processor.model.Place;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in source that compiles now.
 *
 * @param annotation on the element; null if the element itself is meant
 * @param value in the annotation; null if the whole annotation is meant
 */
public record SourcePlace(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) implements Place {
    /** The element itself. */
    public static SourcePlace of(Element element) {
        return new SourcePlace(element, null, null);
    }

    @Override
    public String toString() {
        return element.toString();
    }
}
