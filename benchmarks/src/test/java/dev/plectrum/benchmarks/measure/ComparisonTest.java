package dev.plectrum.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void contestantsTakeTurnsInAlternatingOrder() throws Exception {
        List<String> order = new ArrayList<>();
        Map<String, String> contestants = new LinkedHashMap<>();
        contestants.put("a", "A");
        contestants.put("b", "B");
        Comparison.alternate("work", contestants, 3, (name, contestant, round) -> {
            order.add(contestant + round);
            return sample(1, 1);
        });
        assertThat(order).containsExactly("A1", "B1", "B2", "A2", "A3", "B3");
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        // The machine was twice as slow in the second round: the ratio does not notice.
        samples.put("twin", List.of(sample(10, 100), sample(10, 200), sample(10, 100)));
        samples.put("other", List.of(sample(10, 110), sample(10, 220), sample(10, 130)));
        Comparison comparison = new Comparison("work", samples);
        Spread ratio = comparison.ratios("other", Metric.CPU);
        assertThat(ratio.median()).isCloseTo(1.1, within(1e-9));
        assertThat(ratio.low()).isCloseTo(1.1, within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.3, within(1e-9));
    }

    @Test
    void whatWasNotMeasuredIsNotKnown() {
        Comparison comparison = new Comparison("work", Map.of("twin", List.of(sample(10, 100))));
        assertThat(comparison.values("twin", Metric.POSTGRES).known()).isFalse();
        assertThat(comparison.values("twin", Metric.CPU).known()).isTrue();
    }

    private static Sample sample(long operations, double cpuNanos) {
        return new Sample(operations, 0, 1, cpuNanos, Double.NaN, Double.NaN, new Latencies());
    }
}
