package dev.plectrum.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.plectrum.processor.report.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the compiler prints for each problem of views, in {@code src/test/resources/view-errors}: a file's first part is compiled, its
 * second part is all that javac says. What stands above a line that says so is compiled before, without names of parameters. {@code -Dgolden.update=true} writes the second parts anew; read them as a user would.
 */
class ViewErrorsTest {
    private static final Path ERRORS = Path.of("src/test/resources/view-errors");
    private static final Path DOCUMENTATION = Path.of("../docs/errors.md");
    private static final String OUTPUT = "\n// ---- javac says\n";
    private static final String BEFORE = "\n// ---- was compiled before with -g:none\n";
    private static final Set<String> OURS =
            Set.of("View", "Route", "Parameter", "Body", "Json", "Application", "Client", "Example", "Socket");

    /** Annotations of Jackson, which the processor knows by name: nobody needs the library to compile these. */
    private static final List<String> JACKSON = List.of("JsonFormat", "JsonIgnore", "JsonProperty");

    static Stream<String> codes() throws IOException {
        try (Stream<Path> files = Files.list(ERRORS)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void eachProblemSaysWhatIsWrongWhereAndWhatToType(String code, @TempDir Path directory) throws IOException {
        // From JDK 22 on, javac knows what may be null in a class file.
        assumeFalse(code.equals("Json.Elsewhere") && Runtime.version().feature() >= 22);
        Path file = ERRORS.resolve(code + ".txt");
        String[] parts = Files.readString(file).split(OUTPUT, 2);
        String[] sources = parts[0].split(BEFORE, 2);
        Build build = new Build(directory, Compiler.JAVAC).sources(sources[sources.length - 1]);
        if (sources.length == 2) {
            Build before = new Build(directory.resolve("before"), Compiler.JAVAC).withoutNames();
            before.sources(sources[0]).compile().orThrow();
            build.classPath(before.classes());
        }
        for (String annotation : JACKSON) {
            String members = annotation.equals("JsonProperty")
                    ? "String value();"
                    : annotation.equals("JsonFormat") ? "String pattern();" : "";
            build.sources("package com.fasterxml.jackson.annotation;\n\npublic @interface " + annotation + " {"
                    + members + "}\n");
        }
        Build.Result result = build.compile();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, parts[0] + OUTPUT + result.output());
        }
        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).contains("[" + code + "]");
        assertThat(Files.readString(file)).isEqualTo(parts[0] + OUTPUT + result.output());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theDocumentationShowsWhatTheCompilerPrints(String code) throws IOException {
        String printed = Files.readString(ERRORS.resolve(code + ".txt")).split(OUTPUT, 2)[1];
        assertThat(Files.readString(DOCUMENTATION))
                .contains("\n## " + code + "\n")
                .contains("```text\n" + printed + "```");
    }

    @Test
    void everyProblemOfViewsHasATest() throws IOException {
        Set<String> words = Arrays.stream(Code.values())
                .map(Code::word)
                .filter(word -> OURS.contains(word.substring(0, word.indexOf('.'))))
                .collect(Collectors.toSet());
        assertThat(codes()).containsAll(words);
    }
}
