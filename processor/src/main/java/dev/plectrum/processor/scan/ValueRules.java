package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.ValueRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the annotations of {@code jakarta.validation}, by their names: nobody needs the library who does not use them. */
final class ValueRules {
    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final Set<String> HOLDERS = Set.of(
            "java.util.List",
            "java.util.Collection",
            "java.util.Set",
            "java.lang.Iterable",
            "java.util.Map",
            ViewNames.GIVEN);
    private static final String CONSTRAINTS = "jakarta.validation.constraints.";

    private final Elements elements;

    ValueRules(Elements elements) {
        this.elements = elements;
    }

    /** What the annotations on these elements and on the type say, each once. */
    List<ValueRule> of(List<? extends Element> bearers, TypeMirror type) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        for (Element bearer : bearers) {
            for (AnnotationMirror mirror : bearer.getAnnotationMirrors()) {
                rule(bearer, mirror).ifPresent(rule -> rules.putIfAbsent(mirror.toString(), rule));
            }
        }
        Element first = bearers.get(0);
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            rule(first, mirror).ifPresent(rule -> rules.putIfAbsent(mirror.toString(), rule));
        }
        List<ValueRule> all = new ArrayList<>(rules.values());
        outOfReach(first, type, all);
        return all;
    }

    /** What the annotations on an argument of a type say, such as the one of {@code List<@NotBlank String>}. */
    List<ValueRule> ofArgument(Element element, TypeMirror argument) {
        List<ValueRule> rules = new ArrayList<>();
        for (AnnotationMirror mirror : argument.getAnnotationMirrors()) {
            rule(element, mirror).ifPresent(rules::add);
        }
        return rules;
    }

    /** Constraints on arguments of other types than lists and on the names in a map, which we do not check: better said than forgotten. */
    private void outOfReach(Element element, TypeMirror type, List<ValueRule> rules) {
        if (!(type instanceof DeclaredType declared)) {
            return;
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        boolean heeded = HOLDERS.contains(JavaTypes.of(type).qualifiedName());
        for (int i = 0; i < arguments.size(); i++) {
            if (!heeded || i < arguments.size() - 1) {
                for (ValueRule rule : ofArgument(element, arguments.get(i))) {
                    rules.add(new ValueRule.Unknown(
                            "stands on a type argument that is not checked", "", rule.annotation(), rule.place()));
                }
            }
            outOfReach(element, arguments.get(i), rules);
        }
    }

    /** The methods of a record that say whether its values go together. */
    List<JsonObjectDef.Condition> conditions(TypeElement record, Predicate<Element> visible) {
        List<JsonObjectDef.Condition> conditions = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
            boolean answers = method.getParameters().isEmpty()
                    && method.getReturnType().getKind() == TypeKind.BOOLEAN
                    && !method.getModifiers().contains(Modifier.STATIC)
                    && ElementFilter.recordComponentsIn(record.getEnclosedElements()).stream()
                            .noneMatch(component -> method.equals(component.getAccessor()));
            for (boolean holds : new boolean[] {true, false}) {
                Annotation.on(method, CONSTRAINTS + (holds ? "AssertTrue" : "AssertFalse"))
                        .filter(annotation -> answers && visible.test(method))
                        .ifPresent(annotation -> conditions.add(condition(method, holds, annotation)));
            }
        }
        return conditions;
    }

    private JsonObjectDef.Condition condition(ExecutableElement method, boolean holds, Annotation annotation) {
        String name = method.getSimpleName().toString();
        String message = new Values(elements, annotation.mirror()).message();
        return new JsonObjectDef.Condition(
                name, holds, message.isEmpty() ? JsonObjectDef.Condition.message(name, holds) : message);
    }

    /** Whether one of the annotations says that null is not allowed, whatever the type says. */
    boolean refusesNull(List<? extends Element> bearers) {
        return bearers.stream().anyMatch(bearer -> Annotation.on(bearer, CONSTRAINTS + "NotNull")
                .isPresent());
    }

    private Optional<ValueRule> rule(Element element, AnnotationMirror mirror) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        String qualified = type.getQualifiedName().toString();
        boolean list = type.getSimpleName().contentEquals("List") && qualified.startsWith(CONSTRAINTS);
        if (!list && Annotation.on(type, CONSTRAINT).isEmpty()) {
            return Optional.empty();
        }
        Place place = new Annotation(element, mirror).place();
        String name = qualified.startsWith(CONSTRAINTS)
                ? qualified.substring(CONSTRAINTS.length())
                : type.getSimpleName().toString();
        if (name.equals("NotNull")) {
            return Optional.empty();
        }
        Values values = new Values(elements, mirror);
        if (list || !qualified.startsWith(CONSTRAINTS)) {
            return Optional.of(
                    new ValueRule.Unknown(list ? "is repeated" : "is not one of those we know", "", name, place));
        }
        ValueRule rule = rule(name, values, place);
        List<JavaType> groups = RouteScanner.classes(new Annotation(element, mirror), "groups");
        return Optional.of(groups.isEmpty() ? rule : new ValueRule.InGroups(rule, groups));
    }

    private static ValueRule rule(String name, Values values, Place place) {
        String message = values.message();
        return switch (name) {
            case "NotBlank" -> new ValueRule.NotBlank(message, name, place);
            case "NotEmpty" -> new ValueRule.Size(1, Integer.MAX_VALUE, message, name, place);
            case "Size" -> new ValueRule.Size(values.integer("min"), values.integer("max"), message, name, place);
            case "Min", "Max" ->
                new ValueRule.Bound(
                        name.equals("Min"), new BigDecimal(values.text("value")), true, message, name, place);
            case "DecimalMin", "DecimalMax" -> decimal(name, values, message, place);
            case "Positive" -> new ValueRule.Bound(true, BigDecimal.ZERO, false, message, name, place);
            case "PositiveOrZero" -> new ValueRule.Bound(true, BigDecimal.ZERO, true, message, name, place);
            case "Negative" -> new ValueRule.Bound(false, BigDecimal.ZERO, false, message, name, place);
            case "NegativeOrZero" -> new ValueRule.Bound(false, BigDecimal.ZERO, true, message, name, place);
            case "Digits" ->
                new ValueRule.Digits(values.integer("integer"), values.integer("fraction"), message, name, place);
            case "Pattern" -> new ValueRule.Matches(values.text("regexp"), values.list("flags"), message, name, place);
            case "Email" -> email(values, message, place);
            case "Past" -> new ValueRule.Moment(true, false, message, name, place);
            case "PastOrPresent" -> new ValueRule.Moment(true, true, message, name, place);
            case "Future" -> new ValueRule.Moment(false, false, message, name, place);
            case "FutureOrPresent" -> new ValueRule.Moment(false, true, message, name, place);
            case "AssertTrue" -> new ValueRule.Truth(true, message, name, place);
            case "AssertFalse" -> new ValueRule.Truth(false, message, name, place);
            default -> new ValueRule.Unknown("is not one of those we know", message, name, place);
        };
    }

    private static ValueRule decimal(String name, Values values, String message, Place place) {
        try {
            return new ValueRule.Bound(
                    name.equals("DecimalMin"),
                    new BigDecimal(values.text("value")),
                    values.text("inclusive").equals("true"),
                    message,
                    name,
                    place);
        } catch (NumberFormatException e) {
            return new ValueRule.Unknown("names a bound that is no number", message, name, place);
        }
    }

    private static ValueRule email(Values values, String message, Place place) {
        return values.text("regexp").equals(".*") && values.list("flags").isEmpty()
                ? new ValueRule.Email(message, "Email", place)
                : new ValueRule.Unknown("has a pattern of its own: say that with @Pattern", message, "Email", place);
    }

    /** The values of an annotation, those that it leaves out among them. */
    private static final class Values {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Values(Elements elements, AnnotationMirror mirror) {
            elements.getElementValuesWithDefaults(mirror)
                    .forEach(
                            (method, value) -> values.put(method.getSimpleName().toString(), value.getValue()));
        }

        String text(String member) {
            return String.valueOf(values.getOrDefault(member, ""));
        }

        int integer(String member) {
            return values.get(member) instanceof Integer number ? number : 0;
        }

        /** The words of an array: names of constants or of classes. */
        List<String> list(String member) {
            if (!(values.get(member) instanceof List<?> list)) {
                return List.of();
            }
            List<String> words = new ArrayList<>();
            for (Object one : list) {
                Object value = ((AnnotationValue) one).getValue();
                words.add(
                        value instanceof VariableElement constant
                                ? constant.getSimpleName().toString()
                                : String.valueOf(value));
            }
            return words;
        }

        /** The message if it is one: {@code {jakarta.…}} is the key of a message that we word ourselves. */
        String message() {
            String message = text("message");
            return message.startsWith("{") ? "" : message;
        }
    }
}
