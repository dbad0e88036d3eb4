package dev.plectrum.processor.scan;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Tells of which types it is known what in them may be null. */
final class Nullness {
    private final CompiledNow compiledNow;
    private final boolean classFilesTell;

    Nullness(Elements elements, CompiledNow compiledNow) {
        this.compiledNow = compiledNow;
        // javac drops annotations of types when it reads class files, until JDK 22: a method of ours shows what this
        // compiler does.
        this.classFilesTell = Optional.ofNullable(elements.getTypeElement(ViewNames.REQUEST)).stream()
                .flatMap(request -> ElementFilter.methodsIn(request.getEnclosedElements()).stream())
                .anyMatch(method -> JavaTypes.isAnnotated(method.getReturnType(), Set.of(Names.NULLABLE)));
    }

    /** Whether the type says it. */
    boolean isKnown(TypeElement type) {
        return classFilesTell || compiledNow.test(type);
    }
}
