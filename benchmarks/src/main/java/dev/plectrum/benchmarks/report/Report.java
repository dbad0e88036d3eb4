package dev.plectrum.benchmarks.report;

import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Comparisons as a table and as a plot.
 *
 * @param title what was measured
 * @param facts how it was measured, one sentence each
 * @param metrics the figures shown for each contestant
 * @param ratios the figures that are also shown as multiples of the baseline's
 * @param comparisons what was found
 */
public record Report(
        String title, List<String> facts, List<Metric> metrics, List<Metric> ratios, List<Comparison> comparisons) {
    /** A row for each contestant of each comparison. */
    public Table table() {
        List<String> head = new ArrayList<>(List.of("work", "contestant"));
        metrics.forEach(metric -> head.add(metric.title() + ", " + metric.unit()));
        boolean rivals =
                comparisons.stream().anyMatch(found -> found.contestants().size() > 1);
        if (rivals) {
            ratios.forEach(metric -> head.add(metric.title() + " ×"));
        }
        head.add("errors");
        Table table = new Table(head);
        for (Comparison found : comparisons) {
            for (String contestant : found.contestants()) {
                List<String> row = new ArrayList<>(List.of(found.subject(), contestant));
                metrics.forEach(metric ->
                        row.add(metric.format(found.values(contestant, metric).median())));
                if (rivals) {
                    ratios.forEach(metric -> row.add(
                            contestant.equals(found.baseline()) ? "1" : ratio(found.ratios(contestant, metric))));
                }
                row.add(Long.toString(found.errors(contestant)));
                table.add(row);
            }
        }
        return table;
    }

    /** The median, and the smallest and largest of all rounds behind it. */
    public static String ratio(Spread spread) {
        return spread.known()
                ? String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", spread.median(), spread.low(), spread.high())
                : "–";
    }

    /** Ratios to the baseline, or the baseline's own first figure where it ran alone. */
    public DotPlot plot() {
        boolean rivals =
                comparisons.stream().anyMatch(found -> found.contestants().size() > 1);
        return rivals ? ratioPlot() : figurePlot();
    }

    private DotPlot ratioPlot() {
        DotPlot plot = new DotPlot(title, "multiples of the baseline, median and range of all rounds", 1.0);
        for (Comparison found : comparisons) {
            for (String contestant : found.contestants()) {
                if (!contestant.equals(found.baseline())) {
                    DotPlot.Row row = plot.row(found.subject() + ", " + contestant);
                    ratios.forEach(metric -> row.dot(metric.title(), found.ratios(contestant, metric)));
                }
            }
        }
        return plot;
    }

    private DotPlot figurePlot() {
        DotPlot plot = new DotPlot(title, "µs of CPU for one operation, median and range of all rounds", Double.NaN);
        for (Comparison found : comparisons) {
            DotPlot.Row row = plot.row(found.subject() + ", " + found.baseline());
            for (Metric metric : List.of(Metric.CPU, Metric.POSTGRES)) {
                row.dot(metric.title(), found.values(found.baseline(), metric));
            }
        }
        return plot;
    }
}
