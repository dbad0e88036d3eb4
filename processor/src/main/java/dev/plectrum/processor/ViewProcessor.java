package dev.plectrum.processor;

import com.google.auto.service.AutoService;
import dev.plectrum.processor.emit.ApiPartEmitter;
import dev.plectrum.processor.emit.JsonFileEmitter;
import dev.plectrum.processor.emit.RoutesEmitter;
import dev.plectrum.processor.emit.Style;
import dev.plectrum.processor.emit.UrlsEmitter;
import dev.plectrum.processor.emit.ViewLayout;
import dev.plectrum.processor.model.JsonScan;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.model.ViewScan;
import dev.plectrum.processor.report.Problems;
import dev.plectrum.processor.report.Reporter;
import dev.plectrum.processor.scan.JsonFileScanner;
import dev.plectrum.processor.scan.ViewScanner;
import dev.plectrum.processor.validate.ViewChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes the routes and URLs of each view class, and the JSON forms of types that have one of their own.
 *
 * <p>The signatures of a view may name types that other processors write, so one that cannot be read yet is looked at again in the next
 * round. What is wrong is reported in the last round: an error before that would end processing, and the user would be told of types
 * that are missing only because of it.
 */
@AutoService(Processor.class)
public final class ViewProcessor extends AbstractProcessor {
    private static final String VIEW = "dev.plectrum.annotations.web.View";
    private static final String SOCKET = "dev.plectrum.annotations.web.Socket";
    private static final String JSON = "dev.plectrum.annotations.web.Json";

    private static final Set<String> REQUESTS = Stream.of("Get", "Post", "Put", "Patch", "Delete", "Head", "Options")
            .map("dev.plectrum.annotations.web."::concat)
            .collect(Collectors.toUnmodifiableSet());

    private final SourcesOfThisCompilation sources = new SourcesOfThisCompilation();
    private final Set<String> waitingViews = new TreeSet<>();
    private final Set<String> waitingJson = new TreeSet<>();
    private final Set<String> answering = new TreeSet<>();
    private final Set<String> brokenViews = new TreeSet<>();
    private final Set<String> brokenJson = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> supported = new HashSet<>(Set.of(VIEW, SOCKET, JSON));
        supported.addAll(REQUESTS);
        return supported;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        boolean progress = sources.add(round);
        if (round.processingOver()) {
            reportBroken();
            return false;
        }
        for (String annotation : List.of(VIEW, SOCKET)) {
            for (TypeElement view : annotated(round, annotation)) {
                waitingViews.add(view.getQualifiedName().toString());
            }
        }
        for (TypeElement annotation : annotations) {
            if (REQUESTS.contains(annotation.getQualifiedName().toString())) {
                for (Element method : round.getElementsAnnotatedWith(annotation)) {
                    if (method.getEnclosingElement() instanceof TypeElement owner) {
                        answering.add(owner.getQualifiedName().toString());
                    }
                }
            }
        }
        for (TypeElement json : annotated(round, JSON)) {
            waitingJson.add(JsonFileScanner.outermost(json).getQualifiedName().toString());
        }
        for (String name : List.copyOf(waitingJson)) {
            TypeElement type = elements().getTypeElement(name);
            guarded(type, waitingJson, () -> json(type, progress));
        }
        for (String name : List.copyOf(waitingViews)) {
            TypeElement type = elements().getTypeElement(name);
            guarded(type, waitingViews, () -> view(type, progress));
        }
        return false;
    }

    private List<TypeElement> annotated(RoundEnvironment round, String annotation) {
        TypeElement type = elements().getTypeElement(annotation);
        return type == null ? List.of() : List.copyOf(ElementFilter.typesIn(round.getElementsAnnotatedWith(type)));
    }

    /** A failure of ours on one type is said to be ours, and the others are still looked at. */
    private void guarded(TypeElement type, Set<String> waiting, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            waiting.remove(type.getQualifiedName().toString());
            new Reporter(processingEnv).crash(type, e);
        }
    }

    private void view(TypeElement type, boolean progress) {
        ViewScan scan =
                new ViewScanner(elements(), processingEnv.getTypeUtils(), sources, Generation.VERSION).scan(type);
        if (!scan.unresolved().isEmpty() && progress) {
            // Another processor may still write the missing types.
            return;
        }
        waitingViews.remove(type.getQualifiedName().toString());
        boolean sound = ViewChecks.run(scan).isEmpty();
        ViewDef view = scan.view();
        Style style = output().style(type);
        output().source(sound ? RoutesEmitter.emit(view, style) : RoutesEmitter.stub(view, style), type);
        output().source(UrlsEmitter.emit(view, style), type);
        if (sound) {
            String part = ViewGeneration.PARTS + view.java().qualifiedName() + ".api";
            output().resource(part, ApiPartEmitter.emit(view).toText(), type);
        } else {
            brokenViews.add(type.getQualifiedName().toString());
        }
    }

    private void json(TypeElement type, boolean progress) {
        JsonScan scan =
                new JsonFileScanner(elements(), processingEnv.getTypeUtils(), sources, Generation.VERSION).scan(type);
        if (!scan.unresolved().isEmpty() && progress) {
            return;
        }
        waitingJson.remove(type.getQualifiedName().toString());
        if (ViewChecks.run(scan).isEmpty()) {
            output().source(JsonFileEmitter.emit(scan.file(), output().style(type)), type);
        } else {
            brokenJson.add(type.getQualifiedName().toString());
        }
    }

    private void reportBroken() {
        brokenViews.addAll(waitingViews);
        brokenJson.addAll(waitingJson);
        Problems problems = new Problems();
        for (String name : brokenJson) {
            TypeElement type = elements().getTypeElement(name);
            guarded(type, waitingJson, () -> ViewChecks.run(
                            new JsonFileScanner(elements(), processingEnv.getTypeUtils(), sources, Generation.VERSION)
                                    .scan(type))
                    .all()
                    .forEach(problems::add));
        }
        for (String name : brokenViews) {
            TypeElement type = elements().getTypeElement(name);
            guarded(type, waitingViews, () -> ViewChecks.run(
                            new ViewScanner(elements(), processingEnv.getTypeUtils(), sources, Generation.VERSION)
                                    .scan(type))
                    .all()
                    .forEach(problems::add));
        }
        for (String name : answering) {
            TypeElement type = elements().getTypeElement(name);
            if (type != null) {
                ViewChecks.strays(type.getSimpleName().toString(), ViewScanner.strays(type))
                        .all()
                        .forEach(problems::add);
            }
        }
        new Reporter(processingEnv).report(problems);
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }

    private Output output() {
        return new Output(processingEnv, ViewLayout::tidy);
    }
}
