package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ClientDef;
import dev.plectrum.processor.model.ConnectionDef;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.RouteDef;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.model.ViewScan;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a view class into a Def. Whatever is wrong with it becomes a fact of the Def. */
public final class ViewScanner {
    private final Elements elements;
    private final Types types;
    private final CompiledNow compiledNow;
    private final String version;
    private final Docs docs;

    /** A scanner for the compilation that these belong to, of this version of the generator. */
    public ViewScanner(Elements elements, Types types, CompiledNow compiledNow, String version) {
        this.version = version;
        this.compiledNow = compiledNow;
        this.elements = elements;
        this.types = types;
        this.docs = new Docs(elements);
    }

    /** Reads a view class, for its routes. */
    public ViewScan scan(TypeElement type) {
        JavaType java = JavaTypes.of(type);
        return scan(type, JavaType.of(java.packageName(), java.className().replace(".", "") + "Routes"));
    }

    /** Reads a view class, for its client. */
    public ViewScan scanForClient(TypeElement type) {
        return scan(type, ClientDef.typeOf(JavaTypes.of(type)));
    }

    private ViewScan scan(TypeElement type, JavaType file) {
        JavaType java = JavaTypes.of(type);
        PackageElement from = elements.getPackageOf(type);
        JsonScanner json = new JsonScanner(elements, types, compiledNow, from, file, version);
        Optional<Annotation> view = Annotation.on(type, ViewNames.VIEW);
        if (!isView(type)) {
            throw new IllegalArgumentException(type + " is no view");
        }
        String prefix = view.map(annotation -> annotation.string("value")).orElse("");
        List<Unresolved> unresolved = new ArrayList<>();
        RouteScanner routeScanner = new RouteScanner(elements, types, type, prefix, json, version, unresolved);
        Optional<ConnectionDef> connection = new ConnectionScanner(elements, types, type, routeScanner, json).scan();
        List<RouteDef> routes = new ArrayList<>();
        if (connection.filter(ConnectionDef::isSocket).isPresent()) {
            connection.get().route().ifPresent(routes::add);
        } else {
            routes.addAll(routes(type, routeScanner));
        }
        ViewDef def = new ViewDef(
                java,
                isPublic(type),
                flaw(type),
                tags(type, view),
                routes,
                connection,
                json.types(),
                docs.of(type),
                SourcePlace.of(type));
        return new ViewScan(def, unresolved);
    }

    /** The methods of a class that answer requests; none if it is a view, whose routes they are. */
    public static List<ConnectionDef.Named> strays(TypeElement type) {
        if (isView(type)) {
            return List.of();
        }
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> ViewNames.VERBS.stream()
                        .anyMatch(verb -> Annotation.on(method, ViewNames.ANNOTATIONS + verb)
                                .isPresent()))
                .map(method -> new ConnectionDef.Named(method.getSimpleName().toString(), SourcePlace.of(method)))
                .toList();
    }

    /** Whether it answers requests or WebSockets. */
    static boolean isView(TypeElement type) {
        return Annotation.on(type, ViewNames.VIEW).isPresent()
                || Annotation.on(type, ViewNames.SOCKET).isPresent();
    }

    private static List<RouteDef> routes(TypeElement type, RouteScanner routeScanner) {
        List<RouteDef> routes = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            for (String verb : ViewNames.VERBS) {
                Optional<Annotation> route = Annotation.on(method, ViewNames.ANNOTATIONS + verb);
                route.ifPresent(annotation -> routes.add(routeScanner.route(method, verb, annotation)));
            }
        }
        return routes;
    }

    private static List<String> tags(TypeElement type, Optional<Annotation> view) {
        List<String> tags = view.stream()
                .flatMap(annotation -> annotation.strings("tags").stream())
                .map(Annotation.Text::text)
                .toList();
        String name = type.getSimpleName().toString();
        return tags.isEmpty() ? List.of(name.replaceFirst("(?<=.)Views?$", "")) : tags;
    }

    static boolean isPublic(TypeElement type) {
        Element at = type;
        while (at instanceof TypeElement) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            at = at.getEnclosingElement();
        }
        return true;
    }

    private static String flaw(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return "is not a class";
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return "is abstract";
        }
        if (!type.getTypeParameters().isEmpty()) {
            return "has type parameters";
        }
        Element at = type;
        while (at instanceof TypeElement) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return "is private";
            }
            boolean inner = at.getEnclosingElement() instanceof TypeElement
                    && !at.getModifiers().contains(Modifier.STATIC);
            if (inner) {
                return "needs an instance of the class around it";
            }
            at = at.getEnclosingElement();
        }
        return "";
    }

    /** Where a view class is declared. */
    public static Place place(TypeElement type) {
        return SourcePlace.of(type);
    }
}
