package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ApplicationDef;
import dev.plectrum.processor.model.ApplicationDef.Argument;
import dev.plectrum.processor.model.ApplicationDef.Origin;
import dev.plectrum.processor.model.ApplicationDef.ViewUse;
import dev.plectrum.processor.model.JavaType;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.report.SourcePlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an application, and what its views are built from. */
public final class ApplicationScanner {
    private static final Map<String, Origin> ORIGINS = Map.of(
            ViewNames.WEB + "App",
            Origin.APP,
            ViewNames.WEB + "WebOptions",
            Origin.OPTIONS,
            ViewNames.WEB + "security.SecretKeys",
            Origin.KEYS,
            ViewNames.ORM + "exec.Database",
            Origin.DATABASE,
            ViewNames.ORM + "exec.Session",
            Origin.DATABASE,
            "io.vertx.core.Vertx",
            Origin.VERTX,
            "java.time.Clock",
            Origin.CLOCK);

    private final Elements elements;
    private final Types types;
    private final CompiledNow compiledNow;
    private final String version;
    private final Accesses accesses;

    /** A scanner for the compilation that these belong to, of this version of the generator. */
    public ApplicationScanner(Elements elements, Types types, CompiledNow compiledNow, String version) {
        this.version = version;
        this.compiledNow = compiledNow;
        this.elements = elements;
        this.types = types;
        this.accesses = new Accesses(elements, types);
    }

    /** The type of this name, if it still is an application. */
    public Optional<TypeElement> application(String qualifiedName) {
        return annotated(qualifiedName, ViewNames.APPLICATION);
    }

    /** The type of this name, if it still is a view. */
    public Optional<TypeElement> view(String qualifiedName) {
        return annotated(qualifiedName, ViewNames.VIEW).or(() -> annotated(qualifiedName, ViewNames.SOCKET));
    }

    private Optional<TypeElement> annotated(String qualifiedName, String annotation) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName))
                .filter(type -> Annotation.on(type, annotation).isPresent());
    }

    /** Reads an application with these views. */
    public ApplicationDef scan(TypeElement type, Collection<TypeElement> views) {
        Annotation application = Annotation.on(type, ViewNames.APPLICATION)
                .orElseThrow(() -> new IllegalArgumentException(type + " is no application"));
        String name = application.string("value");
        String title = application.string("title");
        PackageElement from = elements.getPackageOf(type);
        return new ApplicationDef(
                JavaTypes.of(type),
                name,
                ViewScanner.isPublic(type),
                title.isEmpty() ? name : title,
                application.string("version"),
                views.stream().map(view -> use(view, from)).toList(),
                application.place());
    }

    private ViewUse use(TypeElement view, PackageElement from) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(view.getEnclosedElements()).stream()
                .filter(constructor -> accesses.isVisible(constructor, from))
                .toList();
        List<Argument> arguments = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        if (constructors.size() == 1) {
            for (VariableElement parameter : constructors.get(0).getParameters()) {
                arguments.add(argument(parameter.asType()));
                JavaTypes.unresolved(parameter.asType())
                        .forEach(missing -> unresolved.add(new Unresolved(
                                missing, parameter.getSimpleName().toString(), SourcePlace.of(parameter))));
            }
        }
        return new ViewUse(
                new ViewScanner(elements, types, compiledNow, version)
                        .scan(view)
                        .view(),
                accesses.isTypeVisible(view, from) && !constructors.isEmpty(),
                constructors.size(),
                arguments,
                constructors.stream()
                        .flatMap(constructor -> constructor.getThrownTypes().stream())
                        .map(JavaTypes::of)
                        .distinct()
                        .toList(),
                unresolved);
    }

    private Argument argument(TypeMirror type) {
        JavaType java = JavaTypes.of(type);
        return new Argument(
                java, isQuerySet(type) ? Origin.QUERY_SET : ORIGINS.getOrDefault(java.qualifiedName(), Origin.GIVEN));
    }

    private boolean isQuerySet(TypeMirror type) {
        TypeElement querySet = elements.getTypeElement(ViewNames.QUERY_SET);
        return querySet != null
                && JavaTypes.element(type).isPresent()
                && types.isSubtype(types.erasure(type), types.erasure(querySet.asType()));
    }
}
