package dev.plectrum.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** A Java compiler, driven by its command line as builds drive it. */
interface Compiler {
    /** The javac of the JDK that runs the tests. */
    Compiler JAVAC = (out, arguments) -> ToolProvider.getSystemJavaCompiler()
                    .run(InputStream.nullInputStream(), out, out, arguments.toArray(String[]::new))
            == 0;

    /** Eclipse's compiler. */
    Compiler ECJ = (out, arguments) -> {
        PrintWriter printer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        return BatchCompiler.compile(arguments.toArray(String[]::new), printer, printer, null);
    };

    /** Compiles; prints what it has to say. */
    boolean run(ByteArrayOutputStream out, List<String> arguments);

    /** The javac of the newest JDK beside the one that runs the tests, if there is a newer one. */
    static Optional<Compiler> newestJavac() {
        return jdks().filter(jdk -> version(jdk) > Runtime.version().feature())
                .max((left, right) -> Integer.compare(version(left), version(right)))
                .map(jdk -> (out, arguments) -> process(jdk.resolve("bin/javac"), out, arguments));
    }

    private static Stream<Path> jdks() {
        return Stream.of("/usr/lib/jvm", "/opt/java", System.getProperty("user.home") + "/.sdkman/candidates/java")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(Compiler::list)
                .filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")));
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> Runtime.Version.parse(line.split("\"", -1)[1].replaceFirst("_.*", ""))
                            .feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // Not a JDK, whatever it is.
            return 0;
        }
    }

    private static boolean process(Path javac, ByteArrayOutputStream out, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(javac.toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(out);
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
