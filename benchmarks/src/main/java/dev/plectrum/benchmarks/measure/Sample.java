package dev.plectrum.benchmarks.measure;

/**
 * What one round of one contestant came to. A figure that could not be measured is NaN.
 *
 * @param operations how many operations ended well
 * @param errors how many did not
 * @param wallNanos how long the round took
 * @param cpuNanos CPU of the contestant's process
 * @param postgresNanos CPU of PostgreSQL's processes
 * @param allocatedBytes bytes that the contestant's process allocated
 * @param latencies how long each operation took
 */
public record Sample(
        long operations,
        long errors,
        double wallNanos,
        double cpuNanos,
        double postgresNanos,
        double allocatedBytes,
        Latencies latencies) {
    /** The figures in one line, for progress. */
    public String summary() {
        StringBuilder line = new StringBuilder();
        for (Metric metric : Metric.values()) {
            double value = metric.of(this);
            if (!Double.isNaN(value)) {
                line.append(line.isEmpty() ? "" : ", ")
                        .append(metric.title())
                        .append(' ')
                        .append(metric.format(value))
                        .append(' ')
                        .append(metric.unit());
            }
        }
        return errors == 0 ? line.toString() : line + ", " + errors + " errors";
    }
}
