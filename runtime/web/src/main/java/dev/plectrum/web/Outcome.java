package dev.plectrum.web;

import java.util.function.Function;

/**
 * A result, or the error that a view expects as much as a result: both typed, both in the API documentation.
 *
 * @param <T> the result
 * @param <E> the error
 */
public sealed interface Outcome<T, E> {
    /** It went well. */
    record Success<T, E>(T value) implements Outcome<T, E> {}

    /** It did not. */
    record Failure<T, E>(E error) implements Outcome<T, E> {}

    /** It went well. */
    static <T, E> Outcome<T, E> success(T value) {
        return new Success<>(value);
    }

    /** It did not. */
    static <T, E> Outcome<T, E> failure(E error) {
        return new Failure<>(error);
    }

    /** What one of the two makes of it. */
    default <R> R fold(Function<? super T, ? extends R> success, Function<? super E, ? extends R> failure) {
        if (this instanceof Success<T, E> went) {
            return success.apply(went.value());
        }
        return failure.apply(((Failure<T, E>) this).error());
    }
}
