package dev.plectrum.processor;

import com.google.auto.service.AutoService;
import dev.plectrum.processor.emit.ClientEmitter;
import dev.plectrum.processor.emit.Style;
import dev.plectrum.processor.emit.ViewLayout;
import dev.plectrum.processor.model.ClientDef;
import dev.plectrum.processor.model.ClientScan;
import dev.plectrum.processor.model.ViewDef;
import dev.plectrum.processor.report.Problems;
import dev.plectrum.processor.report.Reporter;
import dev.plectrum.processor.scan.ClientScanner;
import dev.plectrum.processor.validate.ClientChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes the clients of views that tests ask for. The views may be compiled with the tests or before them; in the compilation of what
 * goes into production nobody asks, and nothing is written.
 */
@AutoService(Processor.class)
public final class ClientProcessor extends AbstractProcessor {
    private static final String TEST_CLIENTS = "dev.plectrum.annotations.web.TestClients";

    private final SourcesOfThisCompilation sources = new SourcesOfThisCompilation();
    private final Set<String> waiting = new TreeSet<>();
    private final Set<String> broken = new TreeSet<>();
    /** Who asked first for the client of each view. */
    private final Map<String, String> asked = new HashMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(TEST_CLIENTS);
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
        for (TypeElement annotation : annotations) {
            for (TypeElement asking : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                waiting.add(asking.getQualifiedName().toString());
            }
        }
        for (String name : List.copyOf(waiting)) {
            TypeElement asking = elements().getTypeElement(name);
            try {
                clients(asking, progress);
            } catch (RuntimeException e) {
                waiting.remove(name);
                new Reporter(processingEnv).crash(asking, e);
            }
        }
        return false;
    }

    private void clients(TypeElement asking, boolean progress) {
        List<ClientScan> clients = scanner().scan(asking);
        boolean incomplete = clients.stream().anyMatch(client -> client.view()
                .filter(view -> !view.unresolved().isEmpty())
                .isPresent());
        if (incomplete && progress) {
            // Another processor may still write the missing types.
            return;
        }
        String name = asking.getQualifiedName().toString();
        waiting.remove(name);
        for (ClientScan client : clients) {
            boolean first = asked.putIfAbsent(client.named().qualifiedName(), name) == null;
            Problems problems = ClientChecks.run(client, name, asked);
            if (!problems.isEmpty()) {
                broken.add(name);
            }
            if (first && client.view().isPresent()) {
                ViewDef view = client.view().get().view();
                boolean sound = problems.isEmpty() && ClientChecks.isSound(client);
                Style style = output().style(asking);
                output().source(
                                sound ? ClientEmitter.emit(ClientDef.of(view), style) : ClientEmitter.stub(view, style),
                                asking);
            }
        }
    }

    /** In the last round: an error before that would end processing, and the user would be told of types that are missing because of it. */
    private void reportBroken() {
        broken.addAll(waiting);
        Problems problems = new Problems();
        for (String name : broken) {
            for (ClientScan client : scanner().scan(elements().getTypeElement(name))) {
                ClientChecks.run(client, name, asked).all().forEach(problems::add);
            }
        }
        new Reporter(processingEnv).report(problems);
    }

    private ClientScanner scanner() {
        return new ClientScanner(elements(), processingEnv.getTypeUtils(), sources, Generation.VERSION);
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }

    private Output output() {
        return new Output(processingEnv, ViewLayout::tidy);
    }
}
