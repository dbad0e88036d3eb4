package dev.plectrum.benchmarks.measure;

/**
 * A histogram of durations, exact to 1.6 %: within each power of two there are 64 equal steps. Recording allocates nothing, so
 * that measuring doesn't show in the bytes measured. Not for several threads at once: one each, {@linkplain #add added} at the end.
 */
public final class Latencies {
    private static final int STEP_BITS = 6;
    private static final int STEPS = 1 << STEP_BITS;

    private final long[] counts = new long[(Long.SIZE - STEP_BITS) * STEPS];
    private long total;

    /** Counts one duration; negative ones, of a clock that stepped back, count as nothing. */
    public void record(long nanos) {
        counts[index(Math.max(0, nanos))]++;
        total++;
    }

    /** Takes over what another has counted. */
    public void add(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    /** How many were recorded. */
    public long count() {
        return total;
    }

    /** The duration in nanoseconds that this share of all (0.99 is p99) did not exceed; NaN when there were none. */
    public double percentile(double share) {
        if (total == 0) {
            return Double.NaN;
        }
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return upperBound(i);
            }
        }
        throw new IllegalStateException("counted " + seen + " of " + total);
    }

    private static int index(long nanos) {
        if (nanos < STEPS) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - STEP_BITS;
        return (shift << STEP_BITS) + (int) (nanos >>> shift);
    }

    private static long upperBound(int index) {
        if (index < STEPS) {
            return index;
        }
        int shift = (index >>> STEP_BITS) - 1;
        long step = index % STEPS + (long) STEPS;
        return ((step + 1) << shift) - 1;
    }
}
