package dev.plectrum.benchmarks.report;

import dev.plectrum.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Medians as dots and ranges as lines over a logarithmic axis, as an SVG picture that needs nothing else. */
public final class DotPlot {
    // Okabe and Ito's colours, which colour-blind people can tell apart.
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    private static final int LABELS = 270;
    private static final int PLOT = 520;
    private static final int MARGIN = 30;
    private static final int TOP = 84;
    private static final int DOT_HEIGHT = 12;
    private static final int ROW_GAP = 12;

    private final String title;
    private final String axis;
    private final double reference;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> colours = new LinkedHashMap<>();

    /** A plot whose reference value is marked; NaN for none. */
    public DotPlot(String title, String axis, double reference) {
        this.title = title;
        this.axis = axis;
        this.reference = reference;
    }

    /** Adds a row below the others. */
    public Row row(String label) {
        Row row = new Row(label);
        rows.add(row);
        return row;
    }

    /** A label and the dots beside it. */
    public final class Row {
        private final String label;
        private final Map<String, Spread> dots = new LinkedHashMap<>();

        private Row(String label) {
            this.label = label;
        }

        /** Adds a dot. Series of one name have one colour in all rows; a spread without a value draws nothing. */
        public Row dot(String series, Spread spread) {
            if (spread.known() && spread.low() > 0 && Double.isFinite(spread.high())) {
                dots.put(series, spread);
                colours.computeIfAbsent(series, name -> COLOURS.get(colours.size() % COLOURS.size()));
            }
            return this;
        }

        private int height() {
            return Math.max(1, dots.size()) * DOT_HEIGHT + ROW_GAP;
        }
    }

    /** The picture. */
    public String svg() {
        Axis scale = axis();
        int bottom = TOP + rows.stream().mapToInt(Row::height).sum();
        int width = LABELS + PLOT + MARGIN;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n",
                width,
                bottom + 40,
                width,
                bottom + 40);
        add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n");
        add(svg, "<text x=\"12\" y=\"24\" font-size=\"16\" font-weight=\"bold\">%s</text>%n", escape(title));
        legend(svg);
        for (double tick : scale.ticks()) {
            boolean marked = Math.abs(tick - reference) < 1e-9;
            add(
                    svg,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>%n",
                    scale.x(tick),
                    TOP - 6,
                    scale.x(tick),
                    bottom,
                    marked ? "#000000" : "#dddddd");
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    scale.x(tick),
                    TOP - 12,
                    label(tick));
        }
        int y = TOP;
        for (Row row : rows) {
            draw(svg, row, y, scale);
            y += row.height();
        }
        add(svg, "<text x=\"%d\" y=\"%d\" fill=\"#555555\">%s</text>%n", LABELS, bottom + 24, escape(axis));
        return svg.append("</svg>\n").toString();
    }

    private void legend(StringBuilder svg) {
        int x = LABELS;
        for (Map.Entry<String, String> series : colours.entrySet()) {
            add(svg, "<circle cx=\"%d\" cy=\"44\" r=\"4\" fill=\"%s\"/>%n", x, series.getValue());
            add(svg, "<text x=\"%d\" y=\"48\">%s</text>%n", x + 8, escape(series.getKey()));
            x += 24 + 7 * series.getKey().length();
        }
    }

    private void draw(StringBuilder svg, Row row, int top, Axis scale) {
        int middle = top + (row.height() - ROW_GAP) / 2;
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", LABELS - 10, middle + 4, escape(row.label));
        int y = top + DOT_HEIGHT / 2;
        for (Map.Entry<String, Spread> dot : row.dots.entrySet()) {
            Spread spread = dot.getValue();
            String colour = Objects.requireNonNull(colours.get(dot.getKey()));
            add(
                    svg,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                    scale.x(spread.low()),
                    y,
                    scale.x(spread.high()),
                    y,
                    colour);
            add(svg, "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\"/>%n", scale.x(spread.median()), y, colour);
            y += DOT_HEIGHT;
        }
    }

    private Axis axis() {
        double low = Double.isNaN(reference) ? Double.POSITIVE_INFINITY : reference;
        double high = Double.isNaN(reference) ? 0 : reference;
        for (Row row : rows) {
            for (Spread spread : row.dots.values()) {
                low = Math.min(low, spread.low());
                high = Math.max(high, spread.high());
            }
        }
        return high == 0 ? new Axis(1, 10) : new Axis(low * 0.95, high * 1.05);
    }

    /** A logarithmic axis. */
    private record Axis(double low, double high) {
        double x(double value) {
            return LABELS + PLOT * Math.log(value / low) / Math.log(high / low);
        }

        /** Round numbers, close enough to read values by and far enough apart to be read. */
        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            double[] steps = high / low < 4
                    ? new double[] {1, 1.1, 1.2, 1.3, 1.5, 1.7, 2, 2.5, 3, 4, 5, 6, 7, 8, 9}
                    : high / low < 200 ? new double[] {1, 2, 5} : new double[] {1};
            for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
                for (double step : steps) {
                    double tick = step * Math.pow(10, power);
                    if (tick >= low && tick <= high) {
                        ticks.add(tick);
                    }
                }
            }
            return ticks;
        }
    }

    private static String label(double tick) {
        return tick >= 10 ? String.format(Locale.ROOT, "%,.0f", tick) : String.valueOf(Math.round(tick * 100) / 100.0);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
