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
 * folder for each code. {@code -Dgolden.update=true} writes the outputs anew.
 */
class ErrorTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/errors");
    private static final Path DOCUMENTATION = Path.of("../docs/errors.md");

    /** Those that no source of a user's provokes; each has a test of its own. */
    private static final Set<String> NOT_BY_SOURCE = Set.of("Plectrum.Crash", "Embedded.Elsewhere");

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
        Build build = new Build(directory, Compiler.JAVAC);
        Build.files(folder).forEach((name, content) -> {
            if (name.endsWith(".java")) {
                build.source(Path.of(name), content);
            }
        });
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
    void everyCodeHasAnExample() throws IOException {
        Set<String> expected = codes();
        expected.removeIf(code -> Files.exists(VIEWS.resolve(code + ".txt")));
        expected.removeAll(NOT_BY_SOURCE);
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
