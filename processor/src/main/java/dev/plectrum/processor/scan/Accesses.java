package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.Access;
import dev.plectrum.processor.model.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds out how generated code in a model's package reads and writes a field. */
final class Accesses {
    private final Elements elements;
    private final Types types;

    Accesses(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The field itself if it is in sight, otherwise its getter and setter. */
    Access of(VariableElement field, PackageElement from) {
        String name = field.getSimpleName().toString();
        if (isVisible(field, from)) {
            return new Access.Field(name, field.getModifiers().contains(Modifier.FINAL));
        }
        Optional<ExecutableElement> getter = getter(field).filter(method -> isVisible(method, from));
        Optional<ExecutableElement> setter = setter(field).filter(method -> isVisible(method, from));
        if (getter.isPresent() && setter.isPresent()) {
            return new Access.Methods(
                    getter.get().getSimpleName().toString(),
                    setter.get().getSimpleName().toString());
        }
        return new Access.None(getter.isPresent(), setter.isPresent());
    }

    /** {@code getName()}, {@code isName()} or {@code name()} beside the field. */
    Optional<ExecutableElement> getter(VariableElement field) {
        String name = field.getSimpleName().toString();
        List<String> names = List.of("get" + Words.capital(name), "is" + Words.capital(name), name);
        return method(
                field,
                names,
                method -> method.getParameters().isEmpty()
                        && types.isSameType(types.erasure(method.getReturnType()), types.erasure(field.asType())));
    }

    /** {@code setName(…)} or {@code name(…)} beside the field. */
    private Optional<ExecutableElement> setter(VariableElement field) {
        String name = field.getSimpleName().toString();
        return method(
                field,
                List.of("set" + Words.capital(name), name),
                method -> method.getParameters().size() == 1
                        && types.isSameType(
                                types.erasure(method.getParameters().get(0).asType()), types.erasure(field.asType())));
    }

    private static Optional<ExecutableElement> method(
            VariableElement field, List<String> names, Predicate<ExecutableElement> fits) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(around(field).getEnclosedElements());
        return names.stream()
                .flatMap(name -> methods.stream()
                        .filter(method -> method.getSimpleName().contentEquals(name))
                        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                        .filter(fits))
                .findFirst();
    }

    private static Element around(VariableElement field) {
        return Objects.requireNonNull(field.getEnclosingElement());
    }

    /** The constructor without parameters, if generated code may call it. */
    boolean hasConstructor(TypeElement type, PackageElement from) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty() && isVisible(constructor, from));
    }

    /** Whether code in a package may name the member. Generated code is never a subclass, so {@code protected} is of no use to it. */
    boolean isVisible(Element member, PackageElement from) {
        if (member.getModifiers().contains(Modifier.PUBLIC)) {
            return true;
        }
        return !member.getModifiers().contains(Modifier.PRIVATE)
                && elements.getPackageOf(member).equals(from);
    }

    /** Whether the class itself and all around it are in sight. */
    boolean isTypeVisible(TypeElement type, PackageElement from) {
        Element at = type;
        while (at instanceof TypeElement) {
            if (!isVisible(at, from)) {
                return false;
            }
            at = at.getEnclosingElement();
        }
        return type.asType().getKind() == TypeKind.DECLARED;
    }
}
