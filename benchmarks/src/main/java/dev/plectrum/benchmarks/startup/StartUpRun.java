package dev.plectrum.benchmarks.startup;

import dev.plectrum.benchmarks.http.Asked;
import dev.plectrum.benchmarks.http.LoadGenerator;
import dev.plectrum.benchmarks.http.ServerProcess;
import dev.plectrum.benchmarks.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Starts servers over and over, in turns, and looks at how long they take and what they hold. */
public final class StartUpRun implements AutoCloseable {
    private static final Duration TRIAL = Duration.ofSeconds(1);
    /** A JVM that ends writes its cache then, and a second JVM may have to be run for it. */
    private static final Duration ENDING = Duration.ofMinutes(2);

    private static final int POOL = 16;
    private static final int CONNECTIONS = 16;
    private static final long MOST_REQUESTS = 1_000_000;

    /**
     * Somebody to start.
     *
     * @param name its name in the table
     * @param database where its tables are
     * @param first the path whose first 200 ends the start
     * @param asked what it is asked for under load
     */
    public record Program(String name, String database, String first, List<Asked> asked) {}

    /**
     * One way to start a program.
     *
     * @param program which it is
     * @param jdk the JDK it runs on, or what takes its place for commands that are not ours
     * @param cache the cache it runs with
     * @param command starts it
     */
    public record Candidate(Program program, String jdk, String cache, List<String> command) {}

    /**
     * What starting somebody came to.
     *
     * @param candidate who it was
     * @param startUpMillis from the start of the process to the first 200
     * @param cpuMillis the CPU of the process until then, which says more than the time on a busy machine
     * @param restMegabytes resident memory a second later
     * @param loadMegabytes resident memory after the load
     */
    public record Finding(
            Candidate candidate, Spread startUpMillis, Spread cpuMillis, Spread restMegabytes, Spread loadMegabytes) {}

    private final Path folder;
    private final Consumer<String> progress;
    private final LoadGenerator load = new LoadGenerator(CONNECTIONS);

    /** Caches and logs go into the given folder. */
    public StartUpRun(Path folder, Consumer<String> progress) throws IOException {
        this.folder = Files.createDirectories(folder).toAbsolutePath();
        this.progress = progress;
    }

    /** A main class on this JVM's class path, on each JDK with each cache that it knows; runs trials for those that need one. */
    public List<Candidate> candidates(Program program, String main, List<String> jvmOptions, List<JdkHome> jdks)
            throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        for (JdkHome jdk : jdks) {
            for (ClassCache cache : ClassCache.values()) {
                if (cache.knownTo(jdk)) {
                    candidates.add(candidate(program, main, jvmOptions, jdk, cache));
                }
            }
        }
        return candidates;
    }

    private Candidate candidate(Program program, String main, List<String> jvmOptions, JdkHome jdk, ClassCache cache)
            throws Exception {
        String name = program.name();
        Path file =
                folder.resolve(name + "-" + jdk.feature() + "-" + cache.name().toLowerCase(Locale.ROOT));
        Files.deleteIfExists(file);
        List<String> trial = cache.trialOptions(file);
        if (!trial.isEmpty()) {
            progress.accept(name + " on JDK " + jdk.feature() + ": a trial run for " + cache.title());
            try (ServerProcess server = start(program, command(main, jvmOptions, jdk, trial))) {
                exercise(program, server, TRIAL);
                server.end(ENDING);
            }
            if (!Files.exists(file)) {
                throw new IOException("The trial run left no " + file + "; see " + log(name));
            }
        }
        return new Candidate(
                program, "JDK " + jdk.feature(), cache.title(), command(main, jvmOptions, jdk, cache.options(file)));
    }

    private static List<String> command(String main, List<String> jvmOptions, JdkHome jdk, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java());
        command.addAll(jvmOptions);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        return command;
    }

    /** Starts all of them in turns, every other round in the opposite order. */
    public List<Finding> measure(List<Candidate> candidates, int rounds, Duration underLoad) throws Exception {
        Map<Candidate, List<double[]>> figures = new LinkedHashMap<>();
        candidates.forEach(candidate -> figures.put(candidate, new ArrayList<>()));
        List<Candidate> order = new ArrayList<>(candidates);
        for (int round = 1; round <= rounds; round++) {
            for (Candidate candidate : order) {
                double[] found = measure(candidate, underLoad);
                Objects.requireNonNull(figures.get(candidate)).add(found);
                progress.accept(String.format(
                        Locale.ROOT,
                        "round %d of %d, %s, %s, cache %s: %.0f ms, CPU %.0f ms, %.0f MiB, under load %.0f MiB",
                        round,
                        rounds,
                        candidate.program().name(),
                        candidate.jdk(),
                        candidate.cache(),
                        found[0],
                        found[1],
                        found[2],
                        found[3]));
            }
            Collections.reverse(order);
        }
        List<Finding> findings = new ArrayList<>();
        figures.forEach((candidate, found) -> findings.add(
                new Finding(candidate, spread(found, 0), spread(found, 1), spread(found, 2), spread(found, 3))));
        return findings;
    }

    private static Spread spread(List<double[]> found, int figure) {
        return Spread.of(found.stream().mapToDouble(figures -> figures[figure]).toArray());
    }

    private double[] measure(Candidate candidate, Duration underLoad) throws Exception {
        try (ServerProcess server = start(candidate.program(), candidate.command())) {
            double cpu = server.cpu().nanos();
            Thread.sleep(1_000);
            double rest = server.residentBytes();
            exercise(candidate.program(), server, underLoad);
            double loaded = server.residentBytes();
            return new double[] {server.startUp().toNanos() / 1e6, cpu / 1e6, rest / (1 << 20), loaded / (1 << 20)};
        }
    }

    private ServerProcess start(Program program, List<String> command) throws IOException, InterruptedException {
        return ServerProcess.start(
                command, program.database(), POOL, log(program.name()).toFile(), program.first());
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void exercise(Program program, ServerProcess server, Duration time) throws IOException, TimeoutException {
        for (Asked asked : program.asked()) {
            LoadGenerator.Result result = load.run(
                    server.port(), asked, time.dividedBy(program.asked().size()), MOST_REQUESTS);
            if (result.errors() > 0) {
                throw new IOException(program.name() + " refused " + result.errors() + " requests, the first: "
                        + result.firstError());
            }
        }
    }

    @Override
    public void close() throws TimeoutException {
        load.close();
    }
}
