package dev.plectrum.web.json;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a partial update: not mentioned, or mentioned with a value that may be null. JSON's {@code {}} and
 * {@code {"description": null}} ask for different things.
 */
public final class Given<T extends @Nullable Object> {
    private static final Given<?> ABSENT = new Given<>(false, null);

    private final boolean present;
    private final @Nullable T value;

    private Given(boolean present, @Nullable T value) {
        this.present = present;
        this.value = value;
    }

    /** Not mentioned. */
    @SuppressWarnings("unchecked") // it holds no value of any type
    public static <T extends @Nullable Object> Given<T> absent() {
        return (Given<T>) ABSENT;
    }

    /** Mentioned, with this value. */
    public static <T extends @Nullable Object> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** Whether it was mentioned. */
    public boolean isPresent() {
        return present;
    }

    /** The value it was mentioned with. Fails with {@link IllegalStateException} if it was not mentioned. */
    @SuppressWarnings("NullAway") // null only where T allows it: a decoder refuses it otherwise
    public T value() {
        if (!present) {
            throw new IllegalStateException(
                    "The field was not given: ask isPresent() first, or use ifPresent or orElse");
        }
        return value;
    }

    /** The value it was mentioned with, or this if it was not. */
    public @Nullable T orElse(@Nullable T other) {
        return present ? value : other;
    }

    /** Does something with the value if it was mentioned. */
    public void ifPresent(Consumer<? super T> action) {
        if (present) {
            action.accept(value());
        }
    }

    /** The same, with a value that was mentioned replaced. */
    public <R extends @Nullable Object> Given<R> map(Function<? super T, ? extends R> mapping) {
        return present ? Given.of(mapping.apply(value())) : absent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Given<?> given
                && given.present == present
                && java.util.Objects.equals(given.value, value);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(present, value);
    }

    @Override
    public String toString() {
        return present ? "given " + value : "absent";
    }
}
