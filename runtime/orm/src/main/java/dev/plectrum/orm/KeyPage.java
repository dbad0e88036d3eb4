package dev.plectrum.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, found by the sort keys of the row before it. However far into the list, it costs the same.
 *
 * @param items its rows
 * @param next what to ask for the next page with; null after the last
 */
public record KeyPage<M>(List<M> items, @Nullable String next) {
    /** Copies the rows. */
    public KeyPage {
        items = List.copyOf(items);
    }
}
