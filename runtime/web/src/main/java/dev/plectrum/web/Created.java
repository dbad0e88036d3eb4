package dev.plectrum.web;

import org.jspecify.annotations.Nullable;

/**
 * Something new: answered 201 with the value, and with where it is from now on.
 *
 * @param value the new thing
 * @param location where it is
 */
public record Created<T>(T value, @Nullable Url location) {
    /** Something new that has a page. */
    public static <T> Created<T> at(Url location, T value) {
        return new Created<>(value, location);
    }

    /** Something new that has none. */
    public static <T> Created<T> of(T value) {
        return new Created<>(value, null);
    }
}
