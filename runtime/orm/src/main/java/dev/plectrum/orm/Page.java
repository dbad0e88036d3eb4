package dev.plectrum.orm;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items its rows
 * @param number the page, from 1
 * @param size how many rows it has at most
 * @param hasNext whether there are rows after it
 * @param total how many rows there are in all, if that was asked
 */
public record Page<M>(
        List<M> items,
        int number,
        int size,
        boolean hasNext,
        @Nullable Long total) {
    /** Copies the rows. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same page of what becomes of its rows. */
    public <R> Page<R> map(Function<? super M, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), number, size, hasNext, total);
    }

    /** Whether there are rows before it. */
    public boolean hasPrevious() {
        return number > 1;
    }
}
