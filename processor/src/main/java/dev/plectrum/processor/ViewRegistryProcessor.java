package dev.plectrum.processor;

import com.google.auto.service.AutoService;
import dev.plectrum.processor.emit.ApiDocumentEmitter;
import dev.plectrum.processor.emit.ApiPartEmitter;
import dev.plectrum.processor.emit.ApplicationEmitter;
import dev.plectrum.processor.emit.ViewLayout;
import dev.plectrum.processor.model.ApiPart;
import dev.plectrum.processor.model.ApplicationDef;
import dev.plectrum.processor.report.Reporter;
import dev.plectrum.processor.scan.ApplicationScanner;
import dev.plectrum.processor.validate.ApplicationChecks;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes the registry of all views, which the class with {@code @Application} names, and the description of their API.
 *
 * <p>An IDE compiles some of the classes at a time, so the names of the others are kept in an index beside the class files. Those that
 * are gone are recognised by their types being gone.
 */
@AutoService(Processor.class)
public final class ViewRegistryProcessor extends AbstractProcessor {
    private static final String VIEW = "dev.plectrum.annotations.web.View";
    private static final String SOCKET = "dev.plectrum.annotations.web.Socket";
    private static final String APPLICATION = "dev.plectrum.annotations.web.Application";

    private final SourcesOfThisCompilation sources = new SourcesOfThisCompilation();
    private final Set<String> applications = new TreeSet<>();
    private final Set<String> views = new TreeSet<>();
    private boolean indexed;
    private boolean written;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(VIEW, SOCKET, APPLICATION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        boolean progress = sources.add(round);
        boolean newViews = gather(round, VIEW, views);
        newViews |= gather(round, SOCKET, views);
        boolean newApplications = gather(round, APPLICATION, applications);
        if (views.isEmpty() && applications.isEmpty()) {
            return false;
        }
        try {
            addIndexed();
            if (round.processingOver()) {
                report();
            } else if (!newViews && !newApplications && !written && !applications.isEmpty()) {
                // Written once nothing new comes, and not in the last round: users name the registry.
                write(progress);
            }
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            new Reporter(processingEnv).crash(anyType(), e);
        }
        return false;
    }

    private TypeElement anyType() {
        return elements()
                .getTypeElement(
                        applications.isEmpty()
                                ? views.iterator().next()
                                : applications.iterator().next());
    }

    private boolean gather(RoundEnvironment round, String annotation, Set<String> names) {
        TypeElement type = elements().getTypeElement(annotation);
        boolean news = false;
        if (type != null) {
            for (TypeElement found : ElementFilter.typesIn(round.getElementsAnnotatedWith(type))) {
                news |= names.add(found.getQualifiedName().toString());
            }
        }
        return news;
    }

    /** Adds what earlier runs into the same place have compiled, as far as it is still there. */
    private void addIndexed() {
        if (indexed) {
            return;
        }
        indexed = true;
        ApplicationScanner scanner = scanner();
        views.addAll(still(ViewGeneration.VIEW_INDEX, scanner::view));
        if (applications.isEmpty()) {
            applications.addAll(still(ViewGeneration.APPLICATION_INDEX, scanner::application));
        }
    }

    private List<String> still(String index, Function<String, Optional<TypeElement>> find) {
        return output().read(index)
                .lines()
                .filter(name -> find.apply(name).isPresent())
                .toList();
    }

    /** What the views add to the API's description; those that are not compiled now left it beside their class files. */
    private List<ApiPart> parts(ApplicationDef application) {
        List<ApiPart> parts = new ArrayList<>();
        for (ApplicationDef.ViewUse use : application.views()) {
            String name = use.view().java().qualifiedName();
            parts.add(
                    sources.test(elements().getTypeElement(name))
                            ? ApiPartEmitter.emit(use.view())
                            : ApiPart.parse(output().read(ViewGeneration.PARTS + name + ".api")));
        }
        return parts;
    }

    private ApplicationDef application() {
        List<TypeElement> found = new ArrayList<>();
        views.forEach(name -> scanner().view(name).ifPresent(found::add));
        return scanner().scan(elements().getTypeElement(applications.iterator().next()), found);
    }

    private void write(boolean progress) {
        ApplicationDef application = application();
        boolean waiting =
                application.views().stream().anyMatch(view -> !view.unresolved().isEmpty());
        if (waiting && progress) {
            // Another processor may still write the missing types.
            return;
        }
        written = true;
        Element[] origins = origins();
        Output output = output();
        output.source(ApplicationEmitter.emit(application, output.style(anyType())), origins);
        output.resource(ViewGeneration.VIEW_INDEX, lines(views), origins);
        output.resource(ViewGeneration.APPLICATION_INDEX, lines(applications), origins);
        output.resource(ViewGeneration.API, ApiDocumentEmitter.emit(application, parts(application)), origins);
    }

    private Element[] origins() {
        List<Element> origins = new ArrayList<>();
        applications.forEach(name -> origins.add(elements().getTypeElement(name)));
        views.forEach(name -> origins.add(elements().getTypeElement(name)));
        return origins.toArray(Element[]::new);
    }

    private static String lines(Set<String> names) {
        return String.join("\n", names) + "\n";
    }

    private void report() {
        if (!applications.isEmpty()) {
            new Reporter(processingEnv).report(ApplicationChecks.run(application(), applications));
        }
    }

    private Output output() {
        return new Output(processingEnv, ViewLayout::tidy);
    }

    private ApplicationScanner scanner() {
        return new ApplicationScanner(elements(), processingEnv.getTypeUtils(), sources, Generation.VERSION);
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }
}
