package dev.plectrum.benchmarks.measure;

import java.util.Locale;

/** A figure of a {@link Sample}, comparable between contestants. */
public enum Metric {
    /** CPU of the contestant's process for one operation. */
    CPU("CPU", "µs/op"),
    /** CPU of PostgreSQL for one operation. */
    POSTGRES("PostgreSQL CPU", "µs/op"),
    /** Bytes allocated for one operation. */
    ALLOCATED("allocated", "B/op"),
    /** Operations in a second. */
    THROUGHPUT("throughput", "op/s"),
    /** The duration of an operation that half of them don't exceed. */
    P50("p50", "µs"),
    /** The duration of an operation that 99 in 100 don't exceed. */
    P99("p99", "µs");

    private final String title;
    private final String unit;

    Metric(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** The unit of its values. */
    public String unit() {
        return unit;
    }

    /** Its value in this sample; NaN if that was not measured. */
    public double of(Sample sample) {
        return switch (this) {
            case CPU -> sample.cpuNanos() / sample.operations() / 1_000;
            case POSTGRES -> sample.postgresNanos() / sample.operations() / 1_000;
            case ALLOCATED -> sample.allocatedBytes() / sample.operations();
            case THROUGHPUT -> sample.operations() / sample.wallNanos() * 1_000_000_000;
            case P50 -> sample.latencies().percentile(0.5) / 1_000;
            case P99 -> sample.latencies().percentile(0.99) / 1_000;
        };
    }

    /** A value with three digits that mean something. */
    public String format(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
