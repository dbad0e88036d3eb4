package dev.plectrum.it.ecj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import dev.plectrum.it.Models;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models and views of these tests, and what is generated for them, compile with Eclipse's compiler as well, and behave the same. */
class EclipseCompilerTest {
    private static final List<String> REPRESENTATIVE = List.of(
            "dev.plectrum.it.types.ParcelTest",
            "dev.plectrum.it.blog.BlogTest",
            "dev.plectrum.it.blog.PostViewsTest",
            "dev.plectrum.it.blog.EchoViewsTest",
            "dev.plectrum.it.market.OfferViewsTest",
            "dev.plectrum.it.market.DealViewsTest");

    /** What these tests name. */
    private static final List<String> BESIDE = List.of(
            "dev.plectrum.it.PackageTables",
            "dev.plectrum.it.blog.BlogTables",
            "dev.plectrum.it.market.MarketTables",
            "dev.plectrum.it.blog.BlogApp",
            "dev.plectrum.it.blog.BlogUser",
            "dev.plectrum.it.market.Market");

    @Test
    void whatEclipseCompilesPassesTheSameTests(@TempDir Path directory) throws Exception {
        List<Path> sources = new ArrayList<>(javaFiles(Path.of("src/main/java")));
        Stream.of(List.of(RunTests.class.getName()), REPRESENTATIVE, BESIDE)
                .flatMap(List::stream)
                .map(type -> Path.of("src/test/java", type.replace('.', '/') + ".java"))
                .forEach(sources::add);
        Path classes = Files.createDirectories(directory.resolve("classes"));
        compile(sources, classes, Files.createDirectories(directory.resolve("generated")));

        // In a process of its own, because registries are found on the class path, where javac's would be too.
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", classes + File.pathSeparator + pathWithoutJavacs(), RunTests.class.getName()));
        command.addAll(REPRESENTATIVE);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        int exit = process.waitFor();
        assertThat(exit)
                .as(() -> "the exit code of the tests that Eclipse compiled, which print:\n"
                        + contentOf(directory.resolve("output").toFile()))
                .isZero();
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(List<Path> sources, Path classes, Path generated) {
        String path = pathWithoutJavacs();
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8", "-parameters", "-nowarn"));
        arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
        arguments.addAll(List.of("-cp", path, "-processorpath", path));
        sources.forEach(file -> arguments.add(file.toString()));
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        boolean compiled = BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null);
        assertThat(compiled).as(() -> "compiled by ECJ:\n" + printed).isTrue();
    }

    /** The class path of this test without what javac made of the same sources. */
    private static String pathWithoutJavacs() {
        Set<Path> javacs = Set.of(origin(Models.class), origin(EclipseCompilerTest.class));
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !javacs.contains(Path.of(entry).toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path origin(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toAbsolutePath();
    }
}
