package dev.plectrum.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.processor.expression.ExpressionProblem;
import dev.plectrum.processor.report.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users read when something is wrong: all that the compiler prints, beside the sources, in {@code src/test/resources/errors}, in a
 * folder for each code. What is in its folder {@code jar} compiles first, without the processor. {@code -Dgolden.update=true} writes the
 * outputs anew.
 */
class ErrorTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/errors");
    private static final Path DOCUMENTATION = Path.of("../docs/errors.md");

    /** Has a test of its own, since its output has the lines of our source in it. */
    private static final String CRASH = "Plectrum.Crash";

    /** Those of views, which {@link ViewErrorsTest} holds. */
    private static final Path VIEWS = Path.of("src/test/resources/view-errors");

    static Stream<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCompilerPrintsJustThis(String code, @TempDir Path directory) throws IOException {
        Path folder = EXAMPLES.resolve(code);
        Build build = new Build(directory.resolve("project"), Compiler.JAVAC);
        Build jar = new Build(directory.resolve("jar"), Compiler.JAVAC).option("-proc:none");
        Build.files(folder).forEach((name, content) -> {
            if (name.startsWith("jar/")) {
                jar.source(Path.of(name.substring("jar/".length())), content);
            } else if (name.endsWith(".java")) {
                build.source(Path.of(name), content);
            }
        });
        if (Files.exists(folder.resolve("jar"))) {
            jar.compile().orThrow();
            build.classPath(jar.jar());
        }
        Build.Result result = build.compile();
        Path expected = folder.resolve("output.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, result.output());
        }
        assertThat(result.output()).isEqualTo(Files.readString(expected)).contains("[" + code + "] ");
        assertThat(result.succeeded()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDocumentationShowsWhatTheCompilerPrints(String code) throws IOException {
        String printed = Files.readString(EXAMPLES.resolve(code).resolve("output.txt"));
        Matcher shown = Pattern.compile("(?s)\n## " + Pattern.quote(code) + "\n.*?```text\n(.*?)```\n")
                .matcher(Files.readString(DOCUMENTATION));
        assertThat(shown.find()).as("an example below the heading").isTrue();
        if (Boolean.getBoolean("golden.update")) {
            String text = Files.readString(DOCUMENTATION);
            Files.writeString(
                    DOCUMENTATION, text.substring(0, shown.start(1)) + printed + text.substring(shown.end(1)));
        } else {
            assertThat(shown.group(1)).isEqualTo(printed);
        }
    }

    @Test
    void aFailureOfOursSaysThatItIsOursAndHidesNoProblemOfAnotherModel(@TempDir Path directory) {
        Build jar = new Build(directory.resolve("jar"), Compiler.JAVAC).option("-proc:none");
        jar.sources("""
                package library;

                import dev.plectrum.annotations.*;

                @Model
                public class Shelf {
                    @Id Long id;
                }
                """, """
                package library;

                import dev.plectrum.annotations.*;

                @GeneratedModel(version = "%s", definition = {"model class=library/Shelf", "field name=id type=INT8 role=NOBODY"})
                class ShelfFields {}
                """.formatted(Generation.VERSION));
        jar.compile().orThrow();
        Build.Result result = new Build(directory.resolve("project"), Compiler.JAVAC)
                .classPath(jar.jar())
                .sources("""
                        package shop;

                        import dev.plectrum.annotations.*;
                        import dev.plectrum.orm.*;
                        import library.Shelf;

                        @Model
                        class Product {
                            @Id Long id;
                            @ForeignKey(onDelete = OnDelete.CASCADE) Ref<Shelf> shelf;
                        }
                        """, """
                        package shop;

                        import dev.plectrum.annotations.*;

                        @Model
                        class Review {}
                        """)
                .compile();
        assertThat(result.output().lines().map(line -> line.replaceFirst("(\\tat [\\w.]+)\\.\\w+\\(.*", "$1")))
                .containsSubsequence(
                        "shop/Product.java:8: error: [Plectrum.Crash] Plectrum failed on Product. This is a bug of Plectrum, not of your code",
                        "class Product {",
                        "^",
                        "    Please report it with these lines:",
                        "    \tat dev.plectrum.processor.model.DefText",
                        "shop/Review.java:5: error: [Model.NoId] Review has no key, so no row could be found again",
                        "2 errors");
    }

    @Test
    void everyCodeHasAnExample() throws IOException {
        Set<String> expected = codes();
        expected.removeIf(code -> Files.exists(VIEWS.resolve(code + ".txt")));
        expected.remove(CRASH);
        Set<String> present = examples().collect(Collectors.toCollection(TreeSet::new));
        assertThat(present).isEqualTo(expected);
    }

    @Test
    void everyCodeIsAHeadingOfTheDocumentation() throws IOException {
        Set<String> headings = Files.readAllLines(DOCUMENTATION).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(headings).isEqualTo(codes());
    }

    private static Set<String> codes() {
        return Stream.concat(
                        Arrays.stream(Code.values()).map(Code::word),
                        Arrays.stream(ExpressionProblem.Code.values()).map(code -> "Expression." + code.word()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
