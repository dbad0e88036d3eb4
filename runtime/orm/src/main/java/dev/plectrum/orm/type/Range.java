package dev.plectrum.orm.type;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All values between two bounds, each of which belongs to the range or not, or is missing. Ranges that hold the same values are
 * equal: as in PostgreSQL, a range over {@code Integer}, {@code Long} or {@code LocalDate} is kept with its lower bound included
 * and its upper one not, so {@code closed(1, 4)} is {@code closedOpen(1, 5)}, and every range without values is {@link #empty()}.
 *
 * @param <T> {@code Integer}, {@code Long}, {@code BigDecimal}, {@code LocalDate}, {@code LocalDateTime} or {@code Instant}
 */
public final class Range<T extends Comparable<? super T>> {
    private static final Range<?> EMPTY = new Range<>(true, null, false, null, false);
    private static final Range<?> ALL = new Range<>(false, null, false, null, false);

    private final boolean empty;
    private final @Nullable T lower;
    private final boolean lowerIncluded;
    private final @Nullable T upper;
    private final boolean upperIncluded;

    private Range(boolean empty, @Nullable T lower, boolean lowerIncluded, @Nullable T upper, boolean upperIncluded) {
        this.empty = empty;
        this.lower = lower;
        this.lowerIncluded = lowerIncluded;
        this.upper = upper;
        this.upperIncluded = upperIncluded;
    }

    /**
     * The range between two bounds, of which null is none.
     *
     * @throws IllegalArgumentException if the lower bound is above the upper one, or there is no value after a bound that the
     *     canonical form has to step over
     */
    public static <T extends Comparable<? super T>> Range<T> of(
            @Nullable T lower, boolean lowerIncluded, @Nullable T upper, boolean upperIncluded) {
        if (lower == null && upper == null) {
            return all();
        }
        if (lower != null && upper != null) {
            int order = lower.compareTo(upper);
            if (order > 0) {
                throw new IllegalArgumentException("The lower bound of a range is above its upper bound");
            }
            if (order == 0 && !(lowerIncluded && upperIncluded)) {
                return empty();
            }
        }
        T first = lower != null && !lowerIncluded && isDiscrete(lower) ? next(lower) : lower;
        T end = upper != null && upperIncluded && isDiscrete(upper) ? next(upper) : upper;
        if (first != null && end != null && isDiscrete(first) && first.compareTo(end) >= 0) {
            return empty();
        }
        return new Range<>(
                false,
                first,
                first != null && (lowerIncluded || isDiscrete(first)),
                end,
                end != null && upperIncluded && !isDiscrete(end));
    }

    /** {@code [lower,upper]}. */
    public static <T extends Comparable<? super T>> Range<T> closed(T lower, T upper) {
        return of(given(lower), true, given(upper), true);
    }

    /** {@code [lower,upper)}. */
    public static <T extends Comparable<? super T>> Range<T> closedOpen(T lower, T upper) {
        return of(given(lower), true, given(upper), false);
    }

    /** {@code (lower,upper]}. */
    public static <T extends Comparable<? super T>> Range<T> openClosed(T lower, T upper) {
        return of(given(lower), false, given(upper), true);
    }

    /** {@code (lower,upper)}. */
    public static <T extends Comparable<? super T>> Range<T> open(T lower, T upper) {
        return of(given(lower), false, given(upper), false);
    }

    /** {@code [lower,)}. */
    public static <T extends Comparable<? super T>> Range<T> atLeast(T lower) {
        return of(given(lower), true, null, false);
    }

    /** {@code (lower,)}. */
    public static <T extends Comparable<? super T>> Range<T> greaterThan(T lower) {
        return of(given(lower), false, null, false);
    }

    /** {@code (,upper]}. */
    public static <T extends Comparable<? super T>> Range<T> atMost(T upper) {
        return of(null, false, given(upper), true);
    }

    /** {@code (,upper)}. */
    public static <T extends Comparable<? super T>> Range<T> lessThan(T upper) {
        return of(null, false, given(upper), false);
    }

    /** {@code (,)}: every value. */
    @SuppressWarnings("unchecked") // without bounds, it holds no T
    public static <T extends Comparable<? super T>> Range<T> all() {
        return (Range<T>) ALL;
    }

    /** No value at all. */
    @SuppressWarnings("unchecked") // without bounds, it holds no T
    public static <T extends Comparable<? super T>> Range<T> empty() {
        return (Range<T>) EMPTY;
    }

    private static <T> T given(@Nullable T bound) {
        return Objects.requireNonNull(bound, "A bound is null; atLeast, atMost and all make ranges without one");
    }

    private static boolean isDiscrete(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof LocalDate;
    }

    @SuppressWarnings("unchecked") // each value's successor is of its own type
    private static <T> T next(T value) {
        try {
            if (value instanceof Integer number) {
                return (T) (Integer) Math.incrementExact(number);
            }
            if (value instanceof Long number) {
                return (T) (Long) Math.incrementExact(number);
            }
            return (T) ((LocalDate) value).plusDays(1);
        } catch (ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "A range cannot end at the very last value: PostgreSQL names the value after it", e);
        }
    }

    /** The lower bound; null if there is none. */
    public @Nullable T lower() {
        return lower;
    }

    /** Whether the lower bound belongs to the range. */
    public boolean lowerIncluded() {
        return lowerIncluded;
    }

    /** The upper bound; null if there is none. */
    public @Nullable T upper() {
        return upper;
    }

    /** Whether the upper bound belongs to the range. */
    public boolean upperIncluded() {
        return upperIncluded;
    }

    /** Whether no value belongs to the range. */
    public boolean isEmpty() {
        return empty;
    }

    /** Whether the value belongs to the range. */
    public boolean contains(T value) {
        return !empty && isAboveLower(value) && isBelowUpper(value);
    }

    private boolean isAboveLower(T value) {
        if (lower == null) {
            return true;
        }
        int order = lower.compareTo(value);
        return lowerIncluded ? order <= 0 : order < 0;
    }

    private boolean isBelowUpper(T value) {
        if (upper == null) {
            return true;
        }
        int order = value.compareTo(upper);
        return upperIncluded ? order <= 0 : order < 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Range<?> that
                && empty == that.empty
                && lowerIncluded == that.lowerIncluded
                && upperIncluded == that.upperIncluded
                && Objects.equals(comparable(lower), comparable(that.lower))
                && Objects.equals(comparable(upper), comparable(that.upper));
    }

    @Override
    public int hashCode() {
        return Objects.hash(empty, comparable(lower), lowerIncluded, comparable(upper), upperIncluded);
    }

    /** 1.0 and 1.00 are one number, but not equal. */
    private static @Nullable Object comparable(@Nullable Object bound) {
        return bound instanceof BigDecimal number ? number.stripTrailingZeros() : bound;
    }

    /** As mathematicians write it: {@code [1,5)}. */
    @Override
    public String toString() {
        return empty
                ? "empty"
                : (lowerIncluded ? "[" : "(")
                        + (lower == null ? "" : lower) + "," + (upper == null ? "" : upper)
                        + (upperIncluded ? "]" : ")");
    }
}
