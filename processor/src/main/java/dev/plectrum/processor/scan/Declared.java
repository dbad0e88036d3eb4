package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.Access;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A field or a record component as it is declared.
 *
 * @param element to point at
 * @param bearers all elements that may carry its annotations: the field and its getter, or the component and what the compiler made of it
 */
record Declared(Element element, TypeMirror type, List<Element> bearers, Access access) {
    private static final Set<String> NULLABLE = Set.of(Names.NULLABLE);

    static Declared field(VariableElement field, Access access, Accesses accesses) {
        List<Element> bearers = Stream.concat(Stream.<Element>of(field), accesses.getter(field).stream())
                .toList();
        return new Declared(field, field.asType(), bearers, access);
    }

    static Declared component(RecordComponentElement component) {
        Element record = Objects.requireNonNull(component.getEnclosingElement());
        List<Element> fields = ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .map(Element.class::cast)
                .toList();
        // javac knows where the field is, but not where the component is that it was made of.
        List<Element> bearers = Stream.of(
                        fields.stream(),
                        Stream.<Element>of(component),
                        Stream.<Element>of(component.getAccessor()).filter(Objects::nonNull))
                .flatMap(found -> found)
                .toList();
        return new Declared(
                bearers.get(0),
                component.asType(),
                bearers,
                new Access.Component(component.getSimpleName().toString()));
    }

    String name() {
        return element.getSimpleName().toString();
    }

    /** The annotation on whichever bearer has it. */
    Optional<Annotation> annotation(String qualifiedName) {
        return bearers.stream()
                .flatMap(bearer -> Annotation.on(bearer, qualifiedName).stream())
                .findFirst();
    }

    /** Whether its type says {@code @Nullable}. Compilers differ in which of the bearers' types still knows. */
    boolean isNullable() {
        return bearers.stream().anyMatch(bearer -> JavaTypes.isAnnotated(typeOf(bearer), NULLABLE));
    }

    /** The name of a {@code @Nullable} that is not the one we heed, if that is all there is. */
    Optional<String> otherNullable() {
        if (isNullable()) {
            return Optional.empty();
        }
        return bearers.stream()
                .flatMap(bearer -> Stream.concat(
                        bearer.getAnnotationMirrors().stream(), typeOf(bearer).getAnnotationMirrors().stream()))
                .map(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .toString())
                .filter(name -> name.endsWith(".Nullable"))
                .findFirst();
    }

    private static TypeMirror typeOf(Element bearer) {
        return bearer instanceof ExecutableElement method ? method.getReturnType() : bearer.asType();
    }
}
