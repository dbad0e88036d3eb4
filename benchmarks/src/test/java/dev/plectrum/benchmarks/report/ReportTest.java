package dev.plectrum.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Latencies;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.measure.Sample;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void showsFiguresAndRatiosInATable() {
        assertThat(report(List.of("twin", "plectrum")).table().markdown()).isEqualTo("""
                        | work  | contestant | CPU, µs/op | allocated, B/op |            CPU × | errors |
                        | ----- | ---------- | ---------: | --------------: | ---------------: | -----: |
                        | a < b | twin       |       15.0 |             100 |                1 |      0 |
                        | a < b | plectrum   |       16.5 |             100 | 1.10 (1.10–1.10) |      0 |
                        """);
    }

    @Test
    void leavesOutRatiosOfOneAlone() {
        assertThat(report(List.of("twin")).table().markdown()).doesNotContain("CPU ×");
    }

    @Test
    void drawsAPictureThatXmlReadersUnderstand() throws Exception {
        assertThat(text(report(List.of("twin", "plectrum")).plot())).contains("a < b, plectrum", "CPU");
        assertThat(text(report(List.of("twin")).plot())).contains("a < b, twin", "PostgreSQL CPU");
    }

    private static String text(DotPlot plot) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTextContent();
    }

    private static Report report(List<String> contestants) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        double factor = 1;
        for (String contestant : contestants) {
            samples.put(contestant, List.of(sample(10_000 * factor), sample(20_000 * factor)));
            factor += 0.1;
        }
        return new Report(
                "Title",
                List.of("A fact."),
                List.of(Metric.CPU, Metric.ALLOCATED),
                List.of(Metric.CPU),
                List.of(new Comparison("a < b", samples)));
    }

    private static Sample sample(double cpuNanos) {
        return new Sample(1, 0, 1, cpuNanos, 5_000, 100, new Latencies());
    }
}
