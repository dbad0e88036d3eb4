package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.compile.CompileRun;
import dev.plectrum.benchmarks.compile.CompileRun.Finding;
import dev.plectrum.benchmarks.compile.ModelSources;
import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.measure.Spread;
import dev.plectrum.benchmarks.report.DotPlot;
import dev.plectrum.benchmarks.report.Report;
import dev.plectrum.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code compile}: what the processors add to a compilation. */
final class CompileCommand {
    private static final String TITLE = "Compile time";

    private CompileCommand() {}

    static void run(Arguments arguments) throws Exception {
        int rounds = arguments.number("rounds", 3);
        CompileRun run = new CompileRun(Publication.folder(arguments).resolve("compile"), Publication::progress);
        List<Finding> findings = new ArrayList<>();
        for (String models : arguments.list("models", List.of("50", "500"))) {
            int count = Integer.parseInt(models);
            findings.addAll(run.measure(ModelSources.PLECTRUM, "dev.plectrum.", count, rounds));
            findings.addAll(run.measure(ModelSources.JPA, "org.hibernate.", count, rounds));
        }
        List<String> facts = new ArrayList<>(Environment.facts());
        facts.add("Each compilation in a JVM of its own with 1 GiB of heap, " + rounds
                + " of each in turns; CPU and wall time from the call of the compiler to its end, medians.");
        facts.add(
                "Ratios of CPU to the models alone, and to the models with what the processors wrote but without processors: median, smallest and largest.");
        for (Finding finding : findings) {
            if (finding.comparison().contestants().size() == 1) {
                facts.add(finding.comparison().subject() + " wrote " + String.join(", ", finding.generated()) + ".");
            }
        }
        Publication.publish(TITLE, table(findings), facts, plot(findings), arguments, "compile");
    }

    private static Table table(List<Finding> findings) {
        Table table = new Table(List.of(
                "project",
                "compiled",
                "CPU, ms",
                "wall, ms",
                "CPU × alone",
                "CPU × output",
                "generated files",
                "generated lines a model",
                "class bytes a model"));
        for (Finding finding : findings) {
            table.add(List.of(
                    finding.comparison().subject(),
                    finding.way(),
                    String.format(Locale.ROOT, "%,.0f", finding.cpuMillis()),
                    String.format(Locale.ROOT, "%,.0f", finding.wallMillis()),
                    ratio(finding, CompileRun.ALONE),
                    ratio(finding, CompileRun.WRITTEN),
                    Integer.toString(finding.generated().size()),
                    String.format(Locale.ROOT, "%,.0f", finding.generatedLines()),
                    String.format(Locale.ROOT, "%,.0f", finding.classBytes())));
        }
        return table;
    }

    private static String ratio(Finding finding, String other) {
        Comparison comparison = finding.comparison();
        return comparison.contestants().contains(other) && !finding.way().equals(other)
                ? Report.ratio(comparison.ratios(finding.way(), other, Metric.CPU))
                : "–";
    }

    private static DotPlot plot(List<Finding> findings) {
        DotPlot plot = new DotPlot(TITLE, "seconds of CPU, median and range of all rounds", Double.NaN);
        for (Finding finding : findings) {
            Comparison comparison = finding.comparison();
            Spread cpu = comparison.values(finding.way(), Metric.CPU);
            plot.row(comparison.subject())
                    .dot(finding.way(), new Spread(cpu.median() / 1e6, cpu.low() / 1e6, cpu.high() / 1e6));
        }
        return plot;
    }
}
