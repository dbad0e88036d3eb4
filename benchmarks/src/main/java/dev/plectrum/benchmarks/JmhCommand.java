package dev.plectrum.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code jmh}: what needs no database, with allocation per operation. */
final class JmhCommand {
    private static final String PACKAGE = "dev\\.plectrum\\.benchmarks\\.";

    private JmhCommand() {}

    static void run(Arguments arguments) throws Exception {
        Path folder = Files.createDirectories(Publication.folder(arguments));
        TimeValue second = TimeValue.milliseconds(
                arguments.seconds("seconds", Duration.ofSeconds(1)).toMillis());
        ChainedOptionsBuilder options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .forks(2)
                .warmupIterations(5)
                .warmupTime(second)
                .measurementIterations(arguments.number("rounds", 5))
                .measurementTime(second)
                .resultFormat(ResultFormatType.TEXT)
                .result(folder.resolve("jmh.txt").toString());
        for (String name : arguments.list("only", List.of(""))) {
            options = options.include(PACKAGE + ".*" + name);
        }
        new Runner(options.build()).run();
        Publication.progress("Written to " + folder.resolve("jmh.txt"));
    }
}
