package dev.plectrum.web.input;

import org.jspecify.annotations.Nullable;

/**
 * How a text from a path, query string, header, cookie or form becomes a value, and how the value is written into a URL.
 * {@link TextTypes} has those of the usual types.
 */
@FunctionalInterface
public interface TextType<T> {
    /** The value. Fails with {@link UnreadableException}, which says what the text should have been. */
    T read(String text);

    /** The text that {@link #read} reads as this value. */
    default String write(T value) {
        return String.valueOf(value);
    }

    /** What stands in for a value that could not be read, until the request is refused: zero for numbers. */
    default @Nullable T blank() {
        return null;
    }
}
