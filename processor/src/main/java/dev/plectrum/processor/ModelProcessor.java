package dev.plectrum.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import dev.plectrum.processor.emit.DefinitionEmitter;
import dev.plectrum.processor.emit.DraftEmitter;
import dev.plectrum.processor.emit.FieldsEmitter;
import dev.plectrum.processor.emit.Layout;
import dev.plectrum.processor.emit.MappingEmitter;
import dev.plectrum.processor.emit.QuerySetEmitter;
import dev.plectrum.processor.emit.StubEmitter;
import dev.plectrum.processor.emit.Style;
import dev.plectrum.processor.model.DefText;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.StoredType;
import dev.plectrum.processor.report.Problems;
import dev.plectrum.processor.report.Reporter;
import dev.plectrum.processor.scan.ModelScanner;
import dev.plectrum.processor.scan.Scan;
import dev.plectrum.processor.validate.Checks;
import dev.plectrum.processor.validate.NameChecks;
import dev.plectrum.processor.validate.UnreliableChecks;
import dev.plectrum.processor.validate.UnresolvedChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes the types that belong to one model each. It remembers models by name only: compilers make new elements in every round.
 *
 * <p>A model with problems is replaced by stubs at once, so that the code that uses it still compiles, and its problems are reported in
 * the last round: an error before that would end processing, and with it whatever else users name.
 */
@AutoService(Processor.class)
public final class ModelProcessor extends AbstractProcessor {
    private static final String ANNOTATIONS = "dev.plectrum.annotations.";
    private static final List<String> CARRIERS = List.of(ANNOTATIONS + "MappedFields", ANNOTATIONS + "Embedded");

    private final SourcesOfThisCompilation sources = new SourcesOfThisCompilation();
    private final Set<String> waiting = new TreeSet<>();
    private final Set<String> broken = new TreeSet<>();
    private final Set<String> models = new TreeSet<>();
    private final Set<String> written = new HashSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ANNOTATIONS + "Model", ANNOTATIONS + "MappedFields", ANNOTATIONS + "Embedded");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        boolean progress = sources.add(round, written);
        if (round.processingOver()) {
            reportBroken();
            return false;
        }
        for (TypeElement type : annotated(round, ANNOTATIONS + "Model")) {
            waiting.add(type.getQualifiedName().toString());
            models.add(type.getQualifiedName().toString());
        }
        for (String annotation : CARRIERS) {
            annotated(round, annotation)
                    .forEach(type -> waiting.add(type.getQualifiedName().toString()));
        }
        for (String name : List.copyOf(waiting)) {
            TypeElement type = elements().getTypeElement(name);
            guarded(type, () -> process(type, progress));
        }
        return false;
    }

    private List<TypeElement> annotated(RoundEnvironment round, String annotation) {
        TypeElement type = elements().getTypeElement(annotation);
        return type == null ? List.of() : List.copyOf(ElementFilter.typesIn(round.getElementsAnnotatedWith(type)));
    }

    /** A failure of ours on one model is said to be ours, and the other models are still looked at. */
    private void guarded(TypeElement type, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            waiting.remove(type.getQualifiedName().toString());
            new Reporter(processingEnv).crash(type, e);
        }
    }

    private void process(TypeElement type, boolean progress) {
        String name = type.getQualifiedName().toString();
        Scan scan = scanner().scan(type);
        if (!scan.isResolved() && progress) {
            // Another processor may still write the missing types. Until then users can name the query set at least,
            // and
            // a new file makes sure of another round.
            writeEarly(scan.model(), type);
            return;
        }
        waiting.remove(name);
        boolean model = models.contains(name);
        if (problems(scan).isEmpty()
                && scan.family().stream().allMatch(other -> problems(other).isEmpty())) {
            (model ? modelFiles(scan.model()) : List.of(DefinitionEmitter.emit(scan.model(), style(type))))
                    .forEach(file -> write(file, type));
            if (model) {
                writeShard(scan.model(), type);
            }
            return;
        }
        broken.add(name);
        if (model && scan.model().isNameable()) {
            StubEmitter.emit(scan.model(), style(type)).forEach(file -> write(file, type));
        }
    }

    private void writeEarly(ModelDef model, TypeElement type) {
        boolean keyKnown = !model.key().isEmpty()
                && model.key().stream().noneMatch(column -> column.type() instanceof StoredType.Unsupported);
        if (models.contains(model.name().qualified())
                && keyKnown
                && model.shape().flaws().isEmpty()) {
            write(QuerySetEmitter.emit(model, style(type)), type);
        }
    }

    private List<JavaFile> modelFiles(ModelDef model) {
        Style style = style(elements().getTypeElement(model.name().qualified()));
        return List.of(
                FieldsEmitter.emit(model, style),
                DraftEmitter.emit(model, style),
                MappingEmitter.emit(model, style),
                QuerySetEmitter.emit(model, style));
    }

    private Problems problems(Scan scan) {
        Problems problems = new Problems();
        UnreliableChecks.check(scan.model(), scan.unreliable(), Generation.VERSION, problems);
        if (!problems.isEmpty()) {
            // What is wrong besides may come of what we do not know.
            return problems;
        }
        UnresolvedChecks.check(scan.model(), scan.unresolved(), problems);
        NameChecks.check(scan.model(), models, sources::isTheUsers, problems);
        Checks.run(scan.model()).all().forEach(problems::add);
        return problems;
    }

    private void reportBroken() {
        broken.addAll(waiting);
        Reporter reporter = new Reporter(processingEnv);
        for (String name : broken) {
            TypeElement type = elements().getTypeElement(name);
            guarded(type, () -> reporter.report(problems(scanner().scan(type))));
        }
    }

    private ModelScanner scanner() {
        return new ModelScanner(elements(), processingEnv.getTypeUtils(), sources, Generation.VERSION);
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }

    private Output output() {
        return new Output(processingEnv, Layout::tidy);
    }

    private Style style(TypeElement type) {
        return output().style(type);
    }

    private void write(JavaFile file, Element origin) {
        String name = Output.nameOf(file);
        // A name that is taken has been reported, or the file is the query set that was written early.
        if (!sources.isTheUsers(name) && written.add(name)) {
            output().source(file, origin);
        }
    }

    private void writeShard(ModelDef model, Element origin) {
        List<String> lines = new ArrayList<>();
        lines.add("version " + Generation.VERSION);
        lines.addAll(DefText.write(model));
        output().resource(Generation.SHARDS + model.name().qualified(), String.join("\n", lines) + "\n", origin);
    }
}
