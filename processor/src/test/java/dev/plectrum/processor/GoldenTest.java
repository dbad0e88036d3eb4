package dev.plectrum.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is generated, beside what it was generated from, in {@code src/test/resources/golden}. {@code -Dgolden.update=true} writes the
 * files anew; look at the difference as at code of your own.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path RUNTIME_TESTS = Path.of("../runtime/web/src/test/java/dev/plectrum/web/shop");

    static Stream<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void generatedSourcesAreThoseThatWereReviewed(String example, @TempDir Path directory) throws IOException {
        Path folder = GOLDEN.resolve(example);
        Build build = new Build(directory, Compiler.JAVAC).option("-Xlint:all,-processing", "-Werror");
        Build.files(folder.resolve("input")).forEach((name, content) -> build.source(Path.of(name), content));
        Build.Result result = build.compile().orThrow();
        Map<String, String> generated = new TreeMap<>(result.generated());
        result.classes().forEach((name, content) -> {
            if (name.endsWith(".json")) {
                generated.put(name, content);
            }
        });
        Path expected = folder.resolve("output");
        if (Boolean.getBoolean("golden.update")) {
            update(expected, generated);
        }
        assertThat(Build.files(expected)).isEqualTo(generated);
    }

    /** The runtime's tests cannot run the processor, so they have copies of what it writes. */
    @ParameterizedTest
    @ValueSource(strings = {"NewProductJson", "ProductViewsRoutes", "ProductViewsUrls"})
    void theRuntimeIsTestedWithWhatIsGenerated(String name) throws IOException {
        String generated = Files.readString(GOLDEN.resolve("views/output/shop/" + name + ".java"));
        String copy = Files.readString(RUNTIME_TESTS.resolve(name + ".java"));
        assertThat(copy.replaceAll("// (region .*|endregion)\n", "")
                        .replace("package dev.plectrum.web.shop;", "package shop;"))
                .isEqualTo(generated.replaceAll(".*Generated.*\n", ""));
    }

    private static void update(Path folder, Map<String, String> generated) throws IOException {
        if (Files.exists(folder)) {
            for (String old : Build.files(folder).keySet()) {
                Files.delete(folder.resolve(old));
            }
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }
}
