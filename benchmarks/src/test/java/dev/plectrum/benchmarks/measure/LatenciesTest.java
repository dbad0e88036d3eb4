package dev.plectrum.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void tellsPercentilesToWithinOneStep() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 100_000; i++) {
            latencies.record(i * 1_000L);
        }
        assertThat(latencies.count()).isEqualTo(100_000);
        assertThat(latencies.percentile(0.5)).isCloseTo(50e6, within(50e6 * 0.016));
        assertThat(latencies.percentile(0.99)).isCloseTo(99e6, within(99e6 * 0.016));
        assertThat(latencies.percentile(1)).isCloseTo(100e6, within(100e6 * 0.016));
    }

    @Test
    void isExactForSmallValuesAndHoldsTheLargest() {
        Latencies latencies = new Latencies();
        latencies.record(0);
        latencies.record(63);
        latencies.record(64);
        latencies.record(Long.MAX_VALUE);
        assertThat(latencies.percentile(0.25)).isZero();
        assertThat(latencies.percentile(0.5)).isEqualTo(63);
        assertThat(latencies.percentile(0.75)).isEqualTo(64);
        assertThat(latencies.percentile(1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void takesOverWhatAnotherCounted() {
        Latencies one = new Latencies();
        one.record(10);
        Latencies other = new Latencies();
        other.record(20);
        one.add(other);
        assertThat(one.count()).isEqualTo(2);
        assertThat(one.percentile(1)).isEqualTo(20);
    }

    @Test
    void knowsNothingWithoutAValue() {
        assertThat(new Latencies().percentile(0.5)).isNaN();
    }
}
