package dev.plectrum.processor;

import com.google.auto.service.AutoService;
import dev.plectrum.processor.emit.Layout;
import dev.plectrum.processor.emit.RegistryEmitter;
import dev.plectrum.processor.model.ModelName;
import dev.plectrum.processor.report.Reporter;
import dev.plectrum.processor.scan.RegistryScanner;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Writes {@code Models}, the registry of all models of a compilation, into the package that all of them share, or where the option
 * {@code plectrum.models} says.
 *
 * <p>An IDE compiles some of the models at a time, so the names of the others are kept in an index beside the classes. Those that are
 * gone are recognised by their types being gone.
 */
@AutoService(Processor.class)
public final class RegistryProcessor extends AbstractProcessor {
    private static final String MODEL = "dev.plectrum.annotations.Model";
    private static final String OPTION = "plectrum.models";

    private final TreeMap<String, ModelName> models = new TreeMap<>();
    private boolean written;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(MODEL);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        boolean news = gather(round);
        // Written once nothing new comes, and not in the last round: users name the registry.
        if (!news && !models.isEmpty() && !written && !round.processingOver()) {
            written = true;
            write();
        }
        return false;
    }

    private boolean gather(RoundEnvironment round) {
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement(MODEL);
        boolean news = false;
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
            if (RegistryScanner.isRegistered(type)) {
                ModelName name = RegistryScanner.name(type);
                news |= models.put(name.qualified(), name) == null;
            }
        }
        return news;
    }

    private void write() {
        try {
            RegistryScanner scanner = new RegistryScanner(processingEnv.getElementUtils());
            for (String line : output().read(Generation.INDEX).lines().toList()) {
                scanner.stillThere(line).ifPresent(name -> models.put(name.qualified(), name));
            }
            String registry = processingEnv.getOptions().getOrDefault(OPTION, scanner.registryName(models.values()));
            for (String line : scanner.registered(registry)) {
                scanner.stillThere(line).ifPresent(name -> models.put(name.qualified(), name));
            }
            Element[] origins = models.keySet().stream()
                    .map(name -> processingEnv.getElementUtils().getTypeElement(name))
                    .toArray(Element[]::new);
            List<ModelName> visible = scanner.visibleFrom(registry, models.values());
            Map<String, List<ModelName>> hidden = scanner.hiddenFrom(registry, models.values());
            output().source(RegistryEmitter.emit(registry, visible, hidden, Generation.VERSION), origins);
            for (Map.Entry<String, List<ModelName>> part : hidden.entrySet()) {
                output().source(RegistryEmitter.part(part.getKey(), part.getValue()), origins);
            }
            output().resource(Generation.SERVICE, registry + "\n", origins);
            output().resource(Generation.INDEX, String.join("\n", models.keySet()) + "\n", origins);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            new Reporter(processingEnv).crash(processingEnv.getElementUtils().getTypeElement(models.firstKey()), e);
        }
    }

    private Output output() {
        return new Output(processingEnv, Layout::tidy);
    }
}
