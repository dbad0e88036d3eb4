package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;

/** What leaves a run: progress, reports. */
final class Publication {
    private Publication() {}

    /** Prints the table and writes it and the plot into the folder that {@code --out} names. */
    static void publish(Report report, Arguments arguments, String name) throws IOException {
        Path folder = folder(arguments);
        report.write(folder, name);
        System.out.println();
        System.out.println(report.markdown());
        System.out.println("Written to " + folder.resolve(name + ".md") + " and " + folder.resolve(name + ".svg"));
    }

    /** Tells whoever waits what goes on. */
    static void progress(String line) {
        System.out.println(line);
    }

    /** Where reports and logs go. */
    static Path folder(Arguments arguments) {
        String out = arguments.text("out");
        return Path.of(out == null ? "target/results" : out);
    }
}
