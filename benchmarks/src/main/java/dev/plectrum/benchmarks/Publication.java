package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.report.DotPlot;
import dev.plectrum.benchmarks.report.Report;
import dev.plectrum.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What leaves a run: progress, tables, plots. */
final class Publication {
    private Publication() {}

    /** Prints a table and writes it and the plot into the folder that {@code --out} names. */
    static void publish(Report report, Arguments arguments, String name) throws IOException {
        publish(report.title(), report.table(), report.facts(), report.plot(), arguments, name);
    }

    /** Prints a table and writes it and the plot into the folder that {@code --out} names. */
    static void publish(String title, Table table, List<String> facts, DotPlot plot, Arguments arguments, String name)
            throws IOException {
        StringBuilder text = new StringBuilder(table.markdown());
        text.append('\n');
        facts.forEach(fact -> text.append("- ").append(fact).append('\n'));
        Path folder = Files.createDirectories(folder(arguments));
        Files.writeString(folder.resolve(name + ".md"), text);
        Files.writeString(folder.resolve(name + ".svg"), plot.svg());
        System.out.println();
        System.out.println(title);
        System.out.println();
        System.out.println(text);
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
