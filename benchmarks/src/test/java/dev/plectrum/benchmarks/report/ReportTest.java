package dev.plectrum.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Latencies;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.measure.Sample;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {
    @Test
    void showsFiguresAndRatiosInATable() {
        assertThat(report(List.of("twin", "plectrum")).markdown()).isEqualTo("""
                        ## Title

                        | work  | contestant | CPU, µs/op | allocated, B/op |            CPU × | errors |
                        | ----- | ---------- | ---------: | --------------: | ---------------: | -----: |
                        | a < b | twin       |       15.0 |             100 |                1 |      0 |
                        | a < b | plectrum   |       16.5 |             100 | 1.10 (1.10–1.10) |      0 |

                        - A fact.
                        """);
    }

    @Test
    void leavesOutRatiosOfOneAlone() {
        assertThat(report(List.of("twin")).markdown()).doesNotContain("CPU ×");
    }

    @Test
    void drawsAPictureThatXmlReadersUnderstand(@TempDir Path folder) throws Exception {
        report(List.of("twin", "plectrum")).write(folder, "both");
        report(List.of("twin")).write(folder, "alone");
        assertThat(text(folder.resolve("both.svg"))).contains("a < b, plectrum", "CPU");
        assertThat(text(folder.resolve("alone.svg"))).contains("a < b, twin", "PostgreSQL CPU");
    }

    private static String text(Path svg) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readString(svg).getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement().getTextContent();
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
