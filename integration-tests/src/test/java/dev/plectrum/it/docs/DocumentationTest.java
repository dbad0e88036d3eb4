package dev.plectrum.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every block of Java that a reader may copy is code that compiles: a region of a source file of ours. */
class DocumentationTest {
    private static final Path ROOT = root();

    @TestFactory
    Stream<DynamicTest> everyBlockIsACopyOfCompiledCode() throws IOException {
        return chapters().stream()
                .flatMap(chapter -> Snippet.in(read(chapter)).stream().map(snippet -> test(chapter, snippet)));
    }

    @Test
    void thereAreChapters() throws IOException {
        assertThat(chapters()).contains(ROOT.resolve("CONTRIBUTING.md"), ROOT.resolve("docs/testing.md"));
    }

    private static DynamicTest test(Path chapter, Snippet snippet) {
        String place = ROOT.relativize(chapter) + ":" + snippet.line();
        return DynamicTest.dynamicTest(place, chapter.toUri(), () -> {
            String problem = snippet.problem(ROOT);
            assertThat(problem).withFailMessage(place + ": " + problem).isEmpty();
        });
    }

    /** The README and its neighbours, and everything below docs. */
    private static List<Path> chapters() throws IOException {
        try (Stream<Path> beside = Files.list(ROOT);
                Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(beside, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Surefire starts in the module, an IDE perhaps in the project. */
    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve(".mvn"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
