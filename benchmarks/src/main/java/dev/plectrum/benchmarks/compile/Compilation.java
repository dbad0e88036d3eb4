package dev.plectrum.benchmarks.compile;

import dev.plectrum.benchmarks.measure.AllocationMeter;
import dev.plectrum.benchmarks.measure.CpuMeter;
import dev.plectrum.benchmarks.measure.Latencies;
import dev.plectrum.benchmarks.measure.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * One run of {@code javac} in a JVM of its own, as a build tool would start it: what a warm compiler costs nobody ever sees.
 *
 * @param sources files to compile
 * @param classPath the class path, also searched for processors
 * @param processors names of the processors to run; none switches processing off
 * @param folder where classes and generated sources go, emptied first
 */
public record Compilation(List<Path> sources, String classPath, List<String> processors, Path folder) {
    private static final String FIGURES = "figures:";

    /** Compiles; fails with the compiler's output if it does not succeed. */
    public Sample run() throws IOException, InterruptedException {
        empty(folder);
        Path classes = Files.createDirectories(classes());
        Path generated = Files.createDirectories(generated());
        List<String> options = new ArrayList<>(List.of(
                "-d", classes.toString(), "-s", generated.toString(), "-cp", classPath, "--release", "17", "-nowarn"));
        if (processors.isEmpty()) {
            options.add("-proc:none");
        } else {
            options.addAll(List.of("-processorpath", classPath, "-processor", String.join(",", processors)));
        }
        sources.forEach(source -> options.add(source.toString()));
        Path arguments = folder.resolve("arguments");
        Files.write(arguments, options);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Compilation.class.getName(),
                        arguments.toString())
                .redirectErrorStream(true)
                .start();
        String output;
        try (InputStream text = process.getInputStream()) {
            output = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IOException("javac failed:\n" + output);
        }
        return sample(output);
    }

    private static Sample sample(String output) throws IOException {
        String line = output.lines()
                .filter(text -> text.startsWith(FIGURES))
                .findFirst()
                .orElseThrow(() -> new IOException("no figures in:\n" + output));
        String[] figures = line.substring(FIGURES.length()).trim().split(" ", -1);
        double wall = Double.parseDouble(figures[0]);
        Latencies latencies = new Latencies();
        latencies.record((long) wall);
        return new Sample(
                1, 0, wall, Double.parseDouble(figures[1]), Double.NaN, Double.parseDouble(figures[2]), latencies);
    }

    /** Compiles with the options in a file, one a line, and tells what it took. */
    public static void main(String[] args) throws IOException {
        List<String> options = Files.readAllLines(Path.of(args[0]));
        CpuMeter cpu = CpuMeter.ofThisProcess();
        AllocationMeter allocation = AllocationMeter.ofAllThreads();
        double cpuBefore = cpu.nanos();
        long began = System.nanoTime();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(null, System.out, System.out, options.toArray(String[]::new));
        System.out.printf(
                Locale.ROOT,
                "%s %d %.0f %d%n",
                FIGURES,
                System.nanoTime() - began,
                cpu.nanos() - cpuBefore,
                allocation.bytes());
        System.exit(status);
    }

    /** Where its classes go. */
    public Path classes() {
        return folder.resolve("classes");
    }

    /** Where sources go that processors write. */
    public Path generated() {
        return folder.resolve("generated");
    }

    /** The sources that processors wrote in the last run. */
    public List<Path> generatedSources() throws IOException {
        return files(generated(), ".java");
    }

    /** The bytes of all classes of the last run. */
    public long classBytes() throws IOException {
        long sum = 0;
        for (Path file : files(classes(), ".class")) {
            sum += Files.size(file);
        }
        return sum;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
