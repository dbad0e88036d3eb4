package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ModelDef.Flaw;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds what keeps generated code from using a type. */
final class Shapes {
    private final Elements elements;
    private final Accesses accesses;

    Shapes(Elements elements, Accesses accesses) {
        this.elements = elements;
        this.accesses = accesses;
    }

    /** Whether the type and all around it are public. */
    boolean isPublic(TypeElement type) {
        Element at = type;
        while (at instanceof TypeElement) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            at = at.getEnclosingElement();
        }
        return true;
    }

    /** All flaws of a model. A base class has none: it is never made by itself. */
    List<Flaw> flaws(TypeElement type) {
        boolean isBase = Annotation.on(type, Names.MODEL).isEmpty();
        List<Flaw> flaws = new ArrayList<>();
        Place place = SourcePlace.of(type);
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            flaws.add(new Flaw(Flaw.Kind.NOT_A_CLASS, kind(type), place));
            return flaws;
        }
        if (isBase) {
            return flaws;
        }
        PackageElement from = elements.getPackageOf(type);
        if (type.getModifiers().contains(Modifier.ABSTRACT) && !Sealing.isSealed(type)) {
            flaws.add(new Flaw(Flaw.Kind.ABSTRACT, "", place));
        }
        if (type.getEnclosingElement() instanceof TypeElement outer
                && !type.getModifiers().contains(Modifier.STATIC)) {
            flaws.add(new Flaw(Flaw.Kind.INNER, outer.getSimpleName().toString(), place));
        }
        boolean visible = accesses.isTypeVisible(type, from);
        if (!visible) {
            flaws.add(new Flaw(Flaw.Kind.PRIVATE, "", place));
        }
        if (!type.getTypeParameters().isEmpty()) {
            flaws.add(new Flaw(Flaw.Kind.GENERIC, type.getTypeParameters().toString(), place));
        }
        if (type.getKind() == ElementKind.CLASS && visible && !accesses.hasConstructor(type, from)) {
            flaws.add(new Flaw(Flaw.Kind.NO_CONSTRUCTOR, "", place));
        }
        superclass(type, place).ifPresent(flaws::add);
        return flaws;
    }

    private static Optional<Flaw> superclass(TypeElement type, Place place) {
        Optional<TypeElement> at = JavaTypes.element(type.getSuperclass());
        while (at.isPresent()) {
            String name = at.get().getSimpleName().toString();
            if (Annotation.on(at.get(), Names.MODEL).isPresent()) {
                return Optional.empty();
            }
            boolean mapped = Annotation.on(at.get(), Names.MAPPED_FIELDS).isPresent();
            boolean library = at.get().getQualifiedName().toString().startsWith("java.");
            if (!mapped && !library && hasFields(at.get())) {
                return Optional.of(new Flaw(Flaw.Kind.EXTENDS_UNMAPPED, name, place));
            }
            at = JavaTypes.element(at.get().getSuperclass());
        }
        return Optional.empty();
    }

    private static boolean hasFields(TypeElement type) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.TRANSIENT)) {
                return true;
            }
        }
        return false;
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "an interface";
            case ENUM -> "an enum";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "not a class";
        };
    }
}
