package dev.plectrum.benchmarks.measure;

import java.util.Arrays;

/**
 * The middle of some noisy values and how far they lie apart. The median, since one round in which a neighbour was busy says
 * nothing about the contestant.
 *
 * @param median the middle value; NaN if there is none
 * @param low the smallest
 * @param high the largest
 */
public record Spread(double median, double low, double high) {
    private static final Spread NONE = new Spread(Double.NaN, Double.NaN, Double.NaN);

    /** The spread of these values; those that are NaN don't count. */
    public static Spread of(double... values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return NONE;
        }
        int half = known.length / 2;
        double median = known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
        return new Spread(median, known[0], known[known.length - 1]);
    }

    /** Whether there was any value. */
    public boolean known() {
        return !Double.isNaN(median);
    }
}
