package dev.plectrum.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build tools rely on when they compile some of the sources: which sources each file was made from, and that we said so. */
class OriginsTest {
    private static final String METADATA = "META-INF/gradle/incremental.annotation.processors";

    @Test
    void gradleIsToldOfEveryProcessorWhetherItIsolatesOrAggregates() throws IOException {
        assertThat(kinds())
                .isEqualTo(Map.of(
                        ModelProcessor.class.getName(), "isolating",
                        ViewProcessor.class.getName(), "isolating",
                        ClientProcessor.class.getName(), "isolating",
                        RegistryProcessor.class.getName(), "aggregating",
                        ViewRegistryProcessor.class.getName(), "aggregating"));
        assertThat(processors().stream().map(each -> each.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(kinds().keySet());
    }

    @Test
    void anIsolatingProcessorNamesOneSourceForEachFileAndAnAggregatingOneAll(@TempDir Path directory)
            throws IOException {
        Map<String, String> kinds = kinds();
        Map<String, Set<String>> origins = new TreeMap<>();
        for (String example : List.of("relations", "kitchen", "orders")) {
            List<Recording> recordings =
                    processors().stream().map(Recording::new).toList();
            compile(example, Files.createDirectories(directory.resolve(example)), recordings);
            for (Recording recording : recordings) {
                if (kinds.get(recording.processor().getClass().getName()).equals("isolating")) {
                    assertThat(recording.origins()).allSatisfy((file, from) -> assertThat(from)
                            .as("what %s is made from", file)
                            .hasSize(1));
                }
                recording.origins().forEach((file, from) -> origins.put(example + " " + file, from));
            }
        }
        assertThat(origins)
                .containsEntry("relations shop.PostQuerySet", Set.of("shop.Post"))
                .containsEntry("kitchen META-INF/plectrum/models/shop.Booking", Set.of("shop.Booking"))
                .containsEntry("kitchen shop.TimedDefinition", Set.of("shop.Timed"))
                .containsEntry("orders shop.OrderViewsRoutes", Set.of("shop.OrderViews"))
                .containsEntry("orders shop.OrderViewsClient", Set.of("shop.OrderViewsTest"))
                .containsEntry(
                        "relations shop.Models",
                        Set.of("shop.Author", "shop.Comment", "shop.Country", "shop.Post", "shop.Tag"));
    }

    private static List<Processor> processors() {
        return ServiceLoader.load(Processor.class, OriginsTest.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().startsWith("dev.plectrum."))
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Map<String, String> kinds() throws IOException {
        try (InputStream in = OriginsTest.class.getClassLoader().getResourceAsStream(METADATA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1].toLowerCase(Locale.ROOT)));
        }
    }

    private static void compile(String example, Path output, List<Recording> processors) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> walk = Files.walk(Path.of("src/test/resources/golden", example, "input"))) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjectsFromPaths(
                    walk.filter(path -> path.toString().endsWith(".java")).toList());
            JavaCompiler.CompilationTask task =
                    javac.getTask(Writer.nullWriter(), files, diagnostic -> {}, List.of("-proc:only"), null, sources);
            task.setProcessors(processors);
            assertThat(task.call()).isTrue();
        }
    }

    /**
     * A processor that is watched.
     *
     * @param origins the files that it writes, and the top-level types it names for each
     */
    private record Recording(Processor processor, Map<String, Set<String>> origins) implements Processor {
        Recording(Processor processor) {
            this(processor, new TreeMap<>());
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            Filer filer = (Filer) Proxy.newProxyInstance(
                    Filer.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("create")) {
                            Element[] from = (Element[]) arguments[arguments.length - 1];
                            origins.put(String.valueOf(arguments[arguments.length - 2]), topLevel(from));
                        }
                        return invoke(method, environment.getFiler(), arguments);
                    });
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    Filer.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? filer : invoke(method, environment, arguments)));
        }

        private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static Set<String> topLevel(Element... elements) {
            return Arrays.stream(elements)
                    .map(element -> {
                        Element at = element;
                        while (at.getEnclosingElement() instanceof TypeElement enclosing) {
                            at = enclosing;
                        }
                        return at.toString();
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }

        @Override
        public Iterable<? extends Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
            return processor.getCompletions(element, annotation, member, text);
        }
    }
}
