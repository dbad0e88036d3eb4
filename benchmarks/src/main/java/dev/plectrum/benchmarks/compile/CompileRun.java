package dev.plectrum.benchmarks.compile;

import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.measure.Sample;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Compiles the same models in several ways, in turns. */
public final class CompileRun {
    /** Sources without their processors: what the others are measured against. */
    public static final String ALONE = "models alone";
    /** Sources and their processors. */
    public static final String PROCESSED = "with processors";
    /** Sources and what the processors wrote, compiled as if a person had written it. */
    public static final String WRITTEN = "with their output, no processors";

    private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

    private final Path folder;
    private final Consumer<String> progress;

    /** Sources and classes go into the given folder. */
    public CompileRun(Path folder, Consumer<String> progress) {
        this.folder = folder.toAbsolutePath();
        this.progress = progress;
    }

    /** The processors on the class path whose names begin so. */
    private static List<String> processors(String packageName) throws IOException {
        List<String> names = new ArrayList<>();
        ClassLoader loader = CompileRun.class.getClassLoader();
        for (URL file : Collections.list(loader.getResources(SERVICE))) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                lines.lines()
                        .map(line -> line.replaceAll("#.*", "").trim())
                        .filter(name -> name.startsWith(packageName))
                        .forEach(names::add);
            }
        }
        return names;
    }

    /**
     * Compiles a project of this many models in turns: the models alone, with the processors, with what they generated but without
     * them, and one changed model among the compiled others. Empty if the processors are not on the class path.
     *
     * @param sources whose models
     * @param processorPackage where their processors' names begin
     */
    public List<Finding> measure(ModelSources sources, String processorPackage, int models, int rounds)
            throws Exception {
        String name = sources.name().toLowerCase(Locale.ROOT);
        List<String> processors = processors(processorPackage);
        if (processors.isEmpty()) {
            progress.accept("No processor of " + processorPackage + " is on the class path: " + name + " is left out");
            return List.of();
        }
        Path project = folder.resolve(name + "-" + models);
        List<Path> files = sources.write(project.resolve("src"), models);
        String classPath = System.getProperty("java.class.path");

        Compilation alone = new Compilation(files, classPath, List.of(), project.resolve("alone"));
        Compilation processed = new Compilation(files, classPath, processors, project.resolve("processed"));
        processed.run();
        List<Path> all = new ArrayList<>(files);
        // Copied, since each round of "processed" empties its folder.
        all.addAll(copy(processed.generatedSources(), processed.generated(), project.resolve("generated")));
        Compilation generated = new Compilation(all, classPath, List.of(), project.resolve("written"));
        Compilation changed = new Compilation(
                List.of(files.get(models / 2)),
                generated.classes() + File.pathSeparator + classPath,
                processors,
                project.resolve("changed"));

        Map<String, Compilation> ways = new LinkedHashMap<>();
        ways.put(ALONE, alone);
        ways.put(PROCESSED, processed);
        ways.put(WRITTEN, generated);
        Comparison full = Comparison.alternate(
                name + ", " + models + " models",
                ways,
                rounds,
                (way, compilation, round) -> run(project, way, compilation, round));
        // Finds the classes of the others where the last round of the comparison above left them.
        Comparison incremental = Comparison.alternate(
                name + ", 1 of " + models + " models",
                Map.of(PROCESSED, changed),
                rounds,
                (way, compilation, round) -> run(project, way, compilation, round));
        List<Finding> findings = new ArrayList<>();
        for (String way : full.contestants()) {
            findings.add(finding(full, way, Objects.requireNonNull(ways.get(way)), models));
        }
        findings.add(finding(incremental, PROCESSED, changed, 1));
        return findings;
    }

    private Sample run(Path project, String way, Compilation compilation, int round)
            throws IOException, InterruptedException {
        Sample sample = compilation.run();
        progress.accept(String.format(
                Locale.ROOT,
                "%s, %d files, %s, round %d: %,.0f ms CPU, %,.0f ms",
                project.getFileName(),
                compilation.sources().size(),
                way,
                round,
                sample.cpuNanos() / 1e6,
                sample.wallNanos() / 1e6));
        return sample;
    }

    private static List<Path> copy(List<Path> files, Path from, Path to) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.write(copy, Files.readAllBytes(file));
            copies.add(copy);
        }
        return copies;
    }

    private static Finding finding(Comparison comparison, String way, Compilation compilation, int models)
            throws IOException {
        List<Path> generated = compilation.generatedSources();
        long lines = 0;
        for (Path file : generated) {
            try (Reader text = Files.newBufferedReader(file);
                    BufferedReader reader = new BufferedReader(text)) {
                lines += reader.lines().count();
            }
        }
        List<String> names = generated.stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                .toList();
        return new Finding(comparison, way, names, (double) lines / models, (double) compilation.classBytes() / models);
    }

    /**
     * What one way of compiling came to.
     *
     * @param comparison the ways it was measured with
     * @param way which of them it is
     * @param generated the types whose sources processors wrote
     * @param generatedLines lines of them, for one model
     * @param classBytes bytes of all classes, for one model
     */
    public record Finding(
            Comparison comparison, String way, List<String> generated, double generatedLines, double classBytes) {
        /** CPU in milliseconds. */
        public double cpuMillis() {
            return comparison.values(way, Metric.CPU).median() / 1_000;
        }

        /** Wall time in milliseconds. */
        public double wallMillis() {
            return comparison.values(way, Metric.P50).median() / 1_000;
        }
    }
}
