package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ConnectionDef;
import dev.plectrum.processor.model.ConnectionDef.Answer;
import dev.plectrum.processor.model.ConnectionDef.Event;
import dev.plectrum.processor.model.ConnectionDef.Handler;
import dev.plectrum.processor.model.ConnectionDef.Named;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonObjectDef;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods of a class that are told what happens in a connection. */
final class ConnectionScanner {
    private static final Set<String> NULLABLE = Set.of(Names.NULLABLE);

    private final Elements elements;
    private final Types types;
    private final TypeElement type;
    private final RouteScanner routes;
    private final JsonScanner json;

    ConnectionScanner(Elements elements, Types types, TypeElement type, RouteScanner routes, JsonScanner json) {
        this.elements = elements;
        this.types = types;
        this.type = type;
        this.routes = routes;
        this.json = json;
    }

    /** What the class does in each connection; empty if it neither says that it does, nor has a method that does. */
    Optional<ConnectionDef> scan() {
        Optional<Annotation> socket = Annotation.on(type, ViewNames.SOCKET);
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
        List<ExecutableElement> opened = annotated(methods, "OnOpen");
        Optional<RouteDef> route = socket.flatMap(
                annotation -> opened.stream().findFirst().map(method -> routes.route(method, "Socket", annotation)));
        Optional<DeclaredType> spoken = opened.stream()
                .flatMap(method -> method.getParameters().stream())
                .filter(parameter -> JavaTypes.of(parameter.asType()).is(ViewNames.CONVERSATION))
                .map(parameter -> (DeclaredType) parameter.asType())
                .filter(speaks -> speaks.getTypeArguments().size() == 2)
                .findFirst();
        List<Handler> handlers = new ArrayList<>();
        for (Event event : Event.values()) {
            annotated(methods, event.annotation()).forEach(method -> handlers.add(handler(event, method, spoken)));
        }
        if (socket.isEmpty() && opened.isEmpty() && handlers.isEmpty()) {
            return Optional.empty();
        }
        List<Named> requests = ViewNames.VERBS.stream()
                .flatMap(verb -> annotated(methods, verb).stream())
                .map(ConnectionScanner::named)
                .toList();
        return Optional.of(new ConnectionDef(
                socket.isPresent(),
                route,
                opened.stream().map(ConnectionScanner::named).toList(),
                handlers,
                requests));
    }

    private static List<ExecutableElement> annotated(List<ExecutableElement> methods, String annotation) {
        return methods.stream()
                .filter(method -> Annotation.on(method, ViewNames.ANNOTATIONS + annotation)
                        .isPresent())
                .toList();
    }

    private static Named named(ExecutableElement method) {
        return new Named(method.getSimpleName().toString(), SourcePlace.of(method));
    }

    private Handler handler(Event event, ExecutableElement method, Optional<DeclaredType> spoken) {
        List<ParameterDef> parameters = routes.told(method);
        TypeMirror result = method.getReturnType();
        boolean future =
                JavaTypes.of(result).is(ViewNames.FUTURE) && argument(result).isPresent();
        TypeMirror answer = future ? argument(result).orElseThrow() : result;
        boolean nullable = JavaTypes.isAnnotated(answer, NULLABLE)
                || (!future && Annotation.on(method, Names.NULLABLE).isPresent());
        return new Handler(
                event,
                method.getSimpleName().toString(),
                parameters,
                JavaTypes.of(result),
                answer(answer, future, spoken.map(speaks -> speaks.getTypeArguments()
                        .get(1))),
                nullable,
                spoken.map(speaks -> taken(
                                method, parameters, speaks.getTypeArguments().get(0)))
                        .orElse(Set.of()),
                method.getThrownTypes().stream().map(JavaTypes::of).toList(),
                Annotation.on(method, ViewNames.ANNOTATIONS + "OnVirtualThread").isPresent(),
                RouteScanner.flaw(method),
                SourcePlace.of(method));
    }

    private static Optional<TypeMirror> argument(TypeMirror future) {
        return future instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                ? Optional.of(declared.getTypeArguments().get(0))
                : Optional.empty();
    }

    private Answer answer(TypeMirror answer, boolean future, Optional<? extends TypeMirror> out) {
        if (answer.getKind() == TypeKind.VOID) {
            return Answer.NOTHING;
        }
        boolean sent = answer.getKind() != TypeKind.WILDCARD
                && out.filter(sends -> types.isAssignable(answer, sends)).isPresent();
        if (sent) {
            return future ? Answer.FUTURE_SENT : Answer.SENT;
        }
        boolean nothing =
                answer.getKind() == TypeKind.WILDCARD || JavaTypes.of(answer).is("java.lang.Void");
        return future && nothing ? Answer.FUTURE : Answer.UNKNOWN;
    }

    /** Of the types that a message may be, those that the method's parameter takes. */
    private Set<JavaType> taken(ExecutableElement method, List<ParameterDef> parameters, TypeMirror message) {
        Set<JavaType> taken = new LinkedHashSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).source() instanceof ParameterDef.Source.Nowhere) {
                VariableElement parameter = method.getParameters().get(i);
                for (JavaType kind : kinds(message)) {
                    TypeMirror one = kind.equals(JavaTypes.of(message))
                            ? message
                            : elements.getTypeElement(kind.qualifiedName()).asType();
                    if (types.isSubtype(one, parameter.asType())) {
                        taken.add(kind);
                    }
                }
            }
        }
        return taken;
    }

    /** The types that a sealed one permits, or the one that it is. */
    private List<JavaType> kinds(TypeMirror message) {
        JavaType java = JavaTypes.of(message);
        Optional<JsonObjectDef.Union> union = json.form(message) instanceof JsonForm.ObjectOf one
                ? json.types().object(one.java()).union()
                : Optional.empty();
        return union.map(types -> types.variants().stream()
                        .map(JsonObjectDef.Variant::java)
                        .toList())
                .orElse(List.of(java));
    }
}
