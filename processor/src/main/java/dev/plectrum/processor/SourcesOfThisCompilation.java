package dev.plectrum.processor;

import dev.plectrum.processor.scan.CompiledNow;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The types whose source has been seen in this compilation. */
final class SourcesOfThisCompilation implements CompiledNow {
    private static final String OURS = "dev.plectrum.annotations.GeneratedModel";

    private final Set<String> topLevel = new HashSet<>();

    /** Adds a round's types. Returns whether anybody but us contributed one. */
    boolean add(RoundEnvironment round) {
        boolean progress = false;
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                topLevel.add(type.getQualifiedName().toString());
                progress |= !isOurs(type);
            }
        }
        return progress;
    }

    /** Our generated types wait for nobody, so they are no sign that a missing type may still come. */
    private static boolean isOurs(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals(OURS)
                        || mirror.toString().contains("dev.plectrum"));
    }

    @Override
    public boolean test(TypeElement type) {
        Element at = type;
        while (at.getEnclosingElement() instanceof TypeElement around) {
            at = around;
        }
        return topLevel.contains(((TypeElement) at).getQualifiedName().toString());
    }
}
