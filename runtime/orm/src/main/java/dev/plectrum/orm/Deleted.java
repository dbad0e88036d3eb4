package dev.plectrum.orm;

import java.util.Map;

/**
 * How many rows a deletion removed.
 *
 * @param total all together
 * @param byModel for each model by name, those with none left out
 */
public record Deleted(long total, Map<String, Long> byModel) {
    /** Nothing was deleted. */
    public static final Deleted NONE = new Deleted(0, Map.of());

    /** Copies the counts. */
    public Deleted {
        byModel = Map.copyOf(byModel);
    }

    /** So many rows of one model. */
    public static Deleted of(String model, long count) {
        return count == 0 ? NONE : new Deleted(count, Map.of(model, count));
    }
}
