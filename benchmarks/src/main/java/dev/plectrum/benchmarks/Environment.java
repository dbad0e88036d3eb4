package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.database.BenchmarkDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Where figures were taken: without it they mean nothing. */
final class Environment {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Environment() {}

    /** The machine and the JDK. */
    static List<String> facts() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        return List.of("JDK " + Runtime.version() + " on " + System.getProperty("os.name") + ", "
                + runtime.availableProcessors() + " processors" + processor() + ", heap of at most "
                + runtime.maxMemory() / (1 << 20) + " MiB.");
    }

    /** The machine, the JDK and the database. */
    static List<String> facts(BenchmarkDatabase database) throws IOException, TimeoutException {
        return Stream.concat(facts().stream(), Stream.of("PostgreSQL " + database.version() + " on the same machine."))
                .toList();
    }

    /** How rounds were run. The sentence goes on with what else there is to say of them. */
    static String rounds(int rounds, Duration round, Duration warmUp) {
        return "Rounds of " + round.toMillis() / 1000.0 + " s, " + rounds
                + " for each contestant, alternating, after a warm-up in turns until the compilers rest, of at most "
                + warmUp.toMillis() / 1000.0 + " s; ";
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).trim() + ")")
                    .orElse("");
        }
    }
}
