package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.model.ResultDef;
import dev.plectrum.processor.model.ResultDef.Reply;
import dev.plectrum.processor.model.RouteAccess;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.RouteDef.Cache;
import dev.plectrum.processor.model.RouteDef.Limits;
import dev.plectrum.processor.model.RouteDef.Rate;
import dev.plectrum.processor.model.RouteDef.SocketOptions;
import dev.plectrum.processor.model.RouteDef.Span;
import dev.plectrum.processor.model.RoutePath;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods of one view class. What the class says holds for every method that does not say otherwise. */
final class RouteScanner {
    private static final Set<String> NULLABLE = Set.of(Names.NULLABLE);
    private static final List<String> ACCESS = List.of("Public", "RequirePermission", "RequireUser");

    private final TypeElement view;
    private final String prefix;
    private final JsonScanner json;
    private final List<Unresolved> unresolved;
    private final ParameterScanner parameters;
    private final Elements elements;
    private final Docs docs;

    RouteScanner(
            Elements elements,
            Types types,
            TypeElement view,
            String prefix,
            JsonScanner json,
            String version,
            List<Unresolved> unresolved) {
        this.elements = elements;
        this.view = view;
        this.prefix = prefix;
        this.json = json;
        this.unresolved = unresolved;
        this.parameters = new ParameterScanner(
                elements,
                types,
                elements.getPackageOf(view),
                json,
                new DraftScanner(elements, json, JavaTypes.of(view), version));
        this.docs = new Docs(elements);
    }

    RouteDef route(ExecutableElement method, String verb, Annotation annotation) {
        RoutePath path = RoutePath.of(prefix, annotation.string("value"));
        List<ParameterDef> taken = taken(method, path, verb);
        return new RouteDef(
                verb.toLowerCase(Locale.ROOT),
                path,
                method.getSimpleName().toString(),
                access(method),
                limits(method),
                middleware(method),
                taken,
                result(method),
                Annotation.on(method, ViewNames.ANNOTATIONS + "Status")
                        .map(status -> status.integer("value"))
                        .orElse(0),
                waits(method, verb),
                method.getThrownTypes().stream().map(JavaTypes::of).toList(),
                verb.equals("Socket") ? socket(annotation) : SocketOptions.NONE,
                flaw(method),
                docs.of(method),
                Examples.on(method),
                SourcePlace.of(method),
                annotation.place("value"));
    }

    /** The parameters of a method that is not asked, but told. */
    List<ParameterDef> told(ExecutableElement method) {
        return taken(method, RoutePath.of("", ""), "");
    }

    private List<ParameterDef> taken(ExecutableElement method, RoutePath path, String verb) {
        var taker = new DraftScanner.Taker(method.getSimpleName().toString(), verb);
        List<ParameterDef> taken = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            unresolved(parameter.asType(), parameter);
            String doc = docs.ofComponent(method, parameter.getSimpleName().toString());
            taken.add(parameters.parameter(parameter, path, taker, doc));
        }
        unresolved(method.getReturnType(), method);
        return taken;
    }

    static String flaw(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return "is private";
        }
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return "is static";
        }
        return method.getTypeParameters().isEmpty() ? "" : "has type parameters";
    }

    private void unresolved(TypeMirror type, Element element) {
        for (String name : JavaTypes.unresolved(type)) {
            unresolved.add(new Unresolved(name, element.getSimpleName().toString(), SourcePlace.of(element)));
        }
    }

    private boolean waits(ExecutableElement method, String verb) {
        // Of a view it speaks of the methods that answer requests.
        boolean speaksForView =
                !verb.equals("Socket") || Annotation.on(view, ViewNames.SOCKET).isPresent();
        return speaksForView
                ? nearest(method, "OnVirtualThread").isPresent()
                : Annotation.on(method, ViewNames.ANNOTATIONS + "OnVirtualThread")
                        .isPresent();
    }

    /** The annotation on the method, or else on the class. */
    private Optional<Annotation> nearest(ExecutableElement method, String name) {
        return Annotation.on(method, ViewNames.ANNOTATIONS + name)
                .or(() -> Annotation.on(view, ViewNames.ANNOTATIONS + name));
    }

    private RouteAccess access(ExecutableElement method) {
        for (Element element : List.of(method, view)) {
            List<Annotation> said = ACCESS.stream()
                    .flatMap(name -> Annotation.on(element, ViewNames.ANNOTATIONS + name).stream())
                    .toList();
            if (said.size() > 1) {
                return new RouteAccess.Contradictory(
                        said.stream().map(Annotation::simpleName).toList(),
                        said.get(1).place());
            }
            if (!said.isEmpty()) {
                return access(said.get(0));
            }
        }
        return new RouteAccess.LoggedIn();
    }

    private static RouteAccess access(Annotation said) {
        return switch (said.simpleName()) {
            case "Public" -> new RouteAccess.Everybody();
            case "RequirePermission" ->
                new RouteAccess.Permissions(said.strings("value").stream()
                        .map(Annotation.Text::text)
                        .toList());
            default ->
                said.type("value")
                        .map(JavaTypes::of)
                        .filter(type -> !type.is("java.lang.Object"))
                        .<RouteAccess>map(RouteAccess.Condition::new)
                        .orElse(new RouteAccess.LoggedIn());
        };
    }

    private Limits limits(ExecutableElement method) {
        long maxBody = method.getParameters().stream()
                .flatMap(parameter -> Annotation.on(parameter, ViewNames.ANNOTATIONS + "Body").stream())
                .mapToLong(this::maxBytes)
                .findFirst()
                .orElse(0);
        return new Limits(
                nearest(method, "RateLimit")
                        .map(rate -> new Rate(
                                rate.string("value"), rate.constant("by"), rate.integer("burst"), rate.place("value")))
                        .orElse(null),
                nearest(method, "Timeout")
                        .map(timeout -> new Span(timeout.string("value"), timeout.place("value")))
                        .orElse(null),
                nearest(method, "CacheFor")
                        .map(cache ->
                                new Cache(new Span(cache.string("value"), cache.place("value")), cache.bool("shared")))
                        .orElse(null),
                nearest(method, "Conditional").isPresent(),
                nearest(method, "CsrfExempt").isPresent(),
                maxBody);
    }

    private long maxBytes(Annotation body) {
        return elements.getElementValuesWithDefaults(body.mirror()).entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("maxBytes"))
                .mapToLong(entry -> entry.getValue().getValue() instanceof Long bytes ? bytes : 0)
                .findFirst()
                .orElse(0);
    }

    /** The class's first, then the method's inside of it. */
    private List<JavaType> middleware(ExecutableElement method) {
        List<JavaType> middleware = new ArrayList<>();
        for (Element element : List.of(view, method)) {
            Annotation.on(element, ViewNames.ANNOTATIONS + "Use")
                    .ifPresent(use -> elements.getElementValuesWithDefaults(use.mirror())
                            .values()
                            .forEach(value -> classes(value).forEach(middleware::add)));
        }
        return middleware;
    }

    /** The classes that a member of an annotation lists. */
    static List<JavaType> classes(Annotation annotation, String member) {
        return annotation.mirror().getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .flatMap(entry -> classes(entry.getValue()).stream())
                .toList();
    }

    static List<JavaType> classes(AnnotationValue array) {
        if (!(array.getValue() instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(one -> ((AnnotationValue) one).getValue())
                .filter(TypeMirror.class::isInstance)
                .map(type -> JavaTypes.of((TypeMirror) type))
                .toList();
    }

    private static SocketOptions socket(Annotation socket) {
        return new SocketOptions(
                socket.strings("protocols").stream().map(Annotation.Text::text).toList(),
                socket.integer("maxMessageBytes"));
    }

    private ResultDef result(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        boolean future = JavaTypes.of(type).is(ViewNames.FUTURE);
        TypeMirror result = future && !((DeclaredType) type).getTypeArguments().isEmpty()
                ? ((DeclaredType) type).getTypeArguments().get(0)
                : type;
        boolean nullable = JavaTypes.isAnnotated(result, NULLABLE)
                || (!future && Annotation.on(method, Names.NULLABLE).isPresent());
        if (type.getKind() == TypeKind.VOID) {
            return new ResultDef(JavaType.of("", "void"), false, true, new Reply.Nothing());
        }
        return new ResultDef(JavaTypes.of(result), future, nullable, reply(result));
    }

    private Reply reply(TypeMirror type) {
        JavaType java = JavaTypes.of(type);
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        return switch (java.qualifiedName()) {
            case "java.lang.Void", ViewNames.WEB + "NoContent" -> new Reply.Nothing();
            case "java.lang.String" -> java.isArray() ? new Reply.Json(json.form(type)) : new Reply.Text();
            case ViewNames.WEB + "Response" -> new Reply.Whole();
            case ViewNames.WEB + "Url" -> new Reply.Redirect();
            case ViewNames.WEB + "Created" -> new Reply.Created(argument(java, arguments, 0));
            case ViewNames.READ_STREAM -> new Reply.Stream(argument(java, arguments, 0));
            case ViewNames.WEB + "EventStream" -> new Reply.Events(argument(java, arguments, 0));
            case ViewNames.WEB + "Outcome" ->
                arguments.size() < 2
                        ? new Reply.Json(new JsonForm.Unsupported(java, JsonForm.Reason.OPEN))
                        : new Reply.Either(reply(arguments.get(0)), reply(arguments.get(1)));
            default -> new Reply.Json(json.form(type));
        };
    }

    private JsonForm argument(JavaType java, List<? extends TypeMirror> arguments, int index) {
        return index < arguments.size()
                ? json.form(arguments.get(index))
                : new JsonForm.Unsupported(java, JsonForm.Reason.OPEN);
    }
}
