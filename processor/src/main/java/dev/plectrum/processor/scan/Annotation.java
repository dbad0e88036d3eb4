package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.Places;
import dev.plectrum.processor.report.SourcePlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** An annotation on an element, read by the names of its members, each with its place. */
record Annotation(Element element, AnnotationMirror mirror) {
    /** The annotation of this qualified name on the element itself. */
    static Optional<Annotation> on(Element element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isNamed(mirror, qualifiedName))
                .findFirst()
                .map(mirror -> new Annotation(element, mirror));
    }

    /** The annotations of this name on the element, those inside its repeating {@code List} among them, in their order. */
    static List<Annotation> allOn(Element element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .flatMap(mirror -> {
                    Annotation annotation = new Annotation(element, mirror);
                    if (isNamed(mirror, qualifiedName)) {
                        return List.of(annotation).stream();
                    }
                    return isNamed(mirror, qualifiedName + ".List")
                            ? annotation.annotations("value").stream()
                            : List.<Annotation>of().stream();
                })
                .toList();
    }

    private static boolean isNamed(AnnotationMirror mirror, String qualifiedName) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        return type.getQualifiedName().contentEquals(qualifiedName);
    }

    /** Its name without the package. */
    String simpleName() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** What the member says, or its default. */
    private Object get(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue().getValue();
            }
        }
        for (ExecutableElement method :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(member) && method.getDefaultValue() != null) {
                return method.getDefaultValue().getValue();
            }
        }
        // A required member that is missing: the compiler says so itself.
        return "";
    }

    private @Nullable AnnotationValue written(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Where the member is written; the annotation itself if it is not. */
    Place place(String member) {
        return new SourcePlace(element, mirror, written(member));
    }

    /** Where its members are written. */
    Places places() {
        Map<String, Place> places = new HashMap<>();
        mirror.getElementValues()
                .keySet()
                .forEach(method -> places.put(
                        method.getSimpleName().toString(),
                        place(method.getSimpleName().toString())));
        return new Places(places);
    }

    /** Where the annotation is. */
    Place place() {
        return new SourcePlace(element, mirror, null);
    }

    /** A text. */
    String string(String member) {
        return get(member) instanceof String text ? text : "";
    }

    /** A whole number. */
    int integer(String member) {
        return get(member) instanceof Integer number ? number : 0;
    }

    /** True or false. */
    boolean bool(String member) {
        return get(member) instanceof Boolean truth && truth;
    }

    /** The name of an enum's constant. */
    String constant(String member) {
        return get(member) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
    }

    /** A class; empty if it is {@code void}, the mark for none, or cannot be resolved. */
    Optional<TypeMirror> type(String member) {
        return get(member) instanceof TypeMirror type && !type.toString().equals("void")
                ? Optional.of(type)
                : Optional.empty();
    }

    /** Classes, as far as they can be resolved. */
    List<TypeMirror> types(String member) {
        return values(member).stream()
                .filter(value -> value.getValue() instanceof TypeMirror)
                .map(value -> (TypeMirror) value.getValue())
                .toList();
    }

    /** Classes with their places, as far as they can be resolved. */
    List<Type> typesWithPlaces(String member) {
        return values(member).stream()
                .filter(value -> value.getValue() instanceof TypeMirror)
                .map(value -> new Type((TypeMirror) value.getValue(), new SourcePlace(element, mirror, value)))
                .toList();
    }

    /** Whether a class is named that cannot be resolved: then a compiler gives its name, or {@code <error>}, as text. */
    boolean unresolved(String member) {
        return get(member) instanceof String;
    }

    /** Texts with their places. */
    List<Text> strings(String member) {
        return values(member).stream()
                .filter(value -> value.getValue() instanceof String)
                .map(value -> new Text((String) value.getValue(), new SourcePlace(element, mirror, value)))
                .toList();
    }

    private List<Annotation> annotations(String member) {
        return values(member).stream()
                .filter(value -> value.getValue() instanceof AnnotationMirror)
                .map(value -> new Annotation(element, (AnnotationMirror) value.getValue()))
                .toList();
    }

    private List<AnnotationValue> values(String member) {
        if (!(get(member) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(AnnotationValue.class::isInstance)
                .map(AnnotationValue.class::cast)
                .toList();
    }

    /** A class and where it is named. */
    record Type(TypeMirror type, Place place) {}

    /** A text and where it is written. */
    record Text(String text, Place place) {}
}
