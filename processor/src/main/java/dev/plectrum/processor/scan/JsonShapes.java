package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonShape;
import dev.plectrum.processor.model.JsonShape.Rule;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.model.StoredType.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds out how records are written as JSON. */
final class JsonShapes {
    private static final Map<String, Rule> RULES = rules();

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        for (String type : List.of(
                "java.lang.String",
                "java.lang.Boolean",
                "io.vertx.core.json.JsonObject",
                "io.vertx.core.json.JsonArray")) {
            rules.put(type, Rule.SAME);
        }
        for (String type : List.of("Short", "Integer", "Long", "Float", "Double")) {
            rules.put("java.lang." + type, Rule.NUMBER);
        }
        for (String type : List.of(
                "Instant",
                "LocalDate",
                "LocalTime",
                "LocalDateTime",
                "OffsetDateTime",
                "ZonedDateTime",
                "Duration",
                "Period")) {
            rules.put("java.time." + type, Rule.PARSE);
        }
        rules.put("java.math.BigDecimal", Rule.CONSTRUCT);
        rules.put("java.math.BigInteger", Rule.CONSTRUCT);
        rules.put("java.util.UUID", Rule.FROM_STRING);
        rules.put("java.net.URI", Rule.CREATE);
        return rules;
    }

    /** A record as {@code jsonb}. */
    StoredType record(DeclaredType type) {
        List<String> unknown = new ArrayList<>();
        Optional<JsonShape> shape = shape(type, new HashSet<>(), unknown);
        return shape.isPresent() && unknown.isEmpty()
                ? new StoredType.JsonRecord(shape.get())
                : new StoredType.Unsupported(JavaTypes.of(type), Reason.JSON_PART, String.join(", ", unknown));
    }

    private Optional<JsonShape> shape(TypeMirror type, Set<JavaType> around, List<String> unknown) {
        JavaType java = JavaTypes.of(type).boxed();
        Rule rule = java.isArray() ? null : RULES.get(java.qualifiedName());
        if (rule != null) {
            return Optional.of(new JsonShape.Leaf(java, rule));
        }
        Optional<TypeElement> element = JavaTypes.element(type);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        if (element.get().getKind() == ElementKind.ENUM) {
            return Optional.of(new JsonShape.EnumName(java));
        }
        if (java.is("java.util.List") && java.arguments().size() == 1) {
            return shape(argument(type, 0), around, unknown).map(of -> new JsonShape.ListOf(java, of));
        }
        if (java.is("java.util.Map")
                && java.arguments().size() == 2
                && java.arguments().get(0).is("java.lang.String")) {
            return shape(argument(type, 1), around, unknown).map(of -> new JsonShape.MapOf(java, of));
        }
        return element.get().getKind() == ElementKind.RECORD && java.arguments().isEmpty()
                ? Optional.of(recordOf(java, element.get(), around, unknown))
                : Optional.empty();
    }

    private static TypeMirror argument(TypeMirror type, int index) {
        return ((DeclaredType) type).getTypeArguments().get(index);
    }

    private JsonShape recordOf(JavaType java, TypeElement record, Set<JavaType> around, List<String> unknown) {
        if (!around.add(java)) {
            return new JsonShape.Again(java);
        }
        List<JsonShape.Part> parts = new ArrayList<>();
        for (RecordComponentElement component : ElementFilter.recordComponentsIn(record.getEnclosedElements())) {
            String name = component.getSimpleName().toString();
            Optional<JsonShape> shape = shape(component.asType(), around, unknown);
            if (shape.isPresent()) {
                parts.add(new JsonShape.Part(name, component.asType().getKind().isPrimitive(), shape.get()));
            } else {
                unknown.add(java.simpleName() + "." + name + " of type "
                        + JavaTypes.of(component.asType()).display());
            }
        }
        return new JsonShape.RecordOf(java, parts);
    }
}
