package dev.plectrum.processor.scan;

import javax.lang.model.element.TypeElement;

/** Tells the types whose source is compiled now from those that come as class files, which tell less. */
@FunctionalInterface
public interface CompiledNow {
    /** Whether the type's source is compiled now. */
    boolean test(TypeElement type);
}
