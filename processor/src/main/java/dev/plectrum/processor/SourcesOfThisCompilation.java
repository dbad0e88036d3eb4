package dev.plectrum.processor;

import dev.plectrum.processor.scan.CompiledNow;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The types whose source has been seen in this compilation. */
final class SourcesOfThisCompilation implements CompiledNow {
    private final Set<String> topLevel = new HashSet<>();
    private final Set<String> users = new HashSet<>();

    /** Adds a round's types. Returns whether anybody but us contributed one. */
    boolean add(RoundEnvironment round) {
        return add(round, Set.of());
    }

    /** Adds a round's types, of which we wrote some. Returns whether anybody but us contributed one. */
    boolean add(RoundEnvironment round, Set<String> written) {
        boolean progress = false;
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                String name = type.getQualifiedName().toString();
                topLevel.add(name);
                if (!written.contains(name) && !isOurs(type)) {
                    users.add(name);
                    progress = true;
                }
            }
        }
        return progress;
    }

    /** Our generated types wait for nobody, so they are no sign that a missing type may still come. */
    private static boolean isOurs(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(AnnotationMirror::toString)
                .anyMatch(annotation -> annotation.startsWith("@dev.plectrum.annotations.GeneratedModel")
                        || annotation.equals("@javax.annotation.processing.Generated(\"dev.plectrum\")"));
    }

    /** Whether the user, or another processor, has a type of this name. */
    boolean isTheUsers(String qualifiedName) {
        return users.contains(qualifiedName);
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
