package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Turns the compiler's types into ours. */
final class JavaTypes {
    private JavaTypes() {}

    /** The type without its annotations. What has no name of its own, such as a type variable, is named by how it is written. */
    static JavaType of(TypeMirror type) {
        if (type instanceof ArrayType array) {
            JavaType component = of(array.getComponentType());
            return new JavaType(
                    component.packageName(), component.className(), component.arguments(), component.dimensions() + 1);
        }
        if (type.getKind() == TypeKind.DECLARED) {
            DeclaredType declared = (DeclaredType) type;
            List<JavaType> arguments =
                    declared.getTypeArguments().stream().map(JavaTypes::of).toList();
            JavaType raw = of((TypeElement) declared.asElement());
            return new JavaType(raw.packageName(), raw.className(), arguments, 0);
        }
        if (type.getKind().isPrimitive()) {
            return JavaType.of("", primitive(type.getKind()));
        }
        return JavaType.of("", type.toString());
    }

    private static String primitive(TypeKind kind) {
        // Not type.toString(): it carries type-use annotations.
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The class, without arguments. */
    static JavaType of(TypeElement type) {
        String className = type.getSimpleName().toString();
        Element around = type;
        while (around.getEnclosingElement() instanceof TypeElement outer) {
            className = outer.getSimpleName() + "." + className;
            around = outer;
        }
        String packageName = around.getEnclosingElement() instanceof PackageElement inPackage
                ? inPackage.getQualifiedName().toString()
                : "";
        return JavaType.of(packageName, className);
    }

    /** The names in a type that no class has, as the user wrote them. */
    static List<String> unresolved(TypeMirror type) {
        List<String> names = new ArrayList<>();
        collectUnresolved(type, names);
        return names;
    }

    private static void collectUnresolved(TypeMirror type, List<String> names) {
        if (type.getKind() == TypeKind.ERROR) {
            names.add(((DeclaredType) type).asElement().getSimpleName().toString());
        }
        if (type instanceof ArrayType array) {
            collectUnresolved(array.getComponentType(), names);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(argument -> collectUnresolved(argument, names));
        }
    }

    /** The class of a declared type. */
    static Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /** Whether one of the annotations written on the type itself has this name. */
    static boolean isAnnotated(TypeMirror type, Set<String> qualifiedNames) {
        return type.getAnnotationMirrors().stream()
                .map(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .toString())
                .anyMatch(qualifiedNames::contains);
    }
}
