package dev.plectrum.orm.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's operators and functions in Java, for generated code. Null is NULL: unless a method says otherwise, null goes in and
 * null comes out. Where PostgreSQL reports an error, {@link ArithmeticException}.
 *
 * <p>Only what PostgreSQL documents to the last digit is here. Each method is compared with a real server on random values.
 */
public final class Evaluate {
    /** PostgreSQL's {@code numeric} has so many digits before the decimal point, and so many behind. */
    private static final int MOST_WHOLE_DIGITS = 131_072;

    private static final int MOST_FRACTION_DIGITS = 16_383;

    private static final LocalDate FIRST_DATE = LocalDate.of(-4713, 11, 24);
    private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);

    private Evaluate() {}

    // Values as columns hold them

    /** A decimal as a column of this scale stores it: half a unit is rounded away from zero. */
    public static @Nullable BigDecimal rounded(@Nullable BigDecimal value, int scale) {
        return value == null || value.scale() <= scale ? value : value.setScale(scale, RoundingMode.HALF_UP);
    }

    /** A time as PostgreSQL stores it: to the microsecond, what is finer is cut. */
    public static @Nullable LocalTime micros(@Nullable LocalTime value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    /** A timestamp as PostgreSQL stores it: to the microsecond, what is finer is cut. */
    public static @Nullable LocalDateTime micros(@Nullable LocalDateTime value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    /** A moment as PostgreSQL stores it: to the microsecond, what is finer is cut. */
    public static @Nullable Instant micros(@Nullable Instant value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    /** The moment of an offset time as PostgreSQL stores it: without its offset, to the microsecond. */
    public static @Nullable Instant micros(@Nullable OffsetDateTime value) {
        return value == null ? null : micros(value.toInstant());
    }

    /** The moment of a zoned time as PostgreSQL stores it: without its zone, to the microsecond. */
    public static @Nullable Instant micros(@Nullable ZonedDateTime value) {
        return value == null ? null : micros(value.toInstant());
    }

    /** A constant stored by its name. */
    public static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** A constant stored by its position, which is what the model's author asked for. */
    @SuppressWarnings("EnumOrdinal")
    public static @Nullable Integer ordinal(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.ordinal();
    }

    /** The constant of this name. */
    public static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** The constant at this position. */
    @SuppressWarnings("EnumOrdinal")
    public static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable Integer ordinal) {
        return ordinal == null ? null : type.getEnumConstants()[ordinal];
    }

    // Three-valued logic

    /** False if either is false, else null if either is null. */
    public static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        return (isFalse(left) || isFalse(right)) ? Boolean.FALSE : trueUnlessNull(left, right);
    }

    /** The same, computing the right side only if the left is not false. */
    public static @Nullable Boolean and(@Nullable Boolean left, Supplier<@Nullable Boolean> right) {
        return isFalse(left) ? Boolean.FALSE : and(left, right.get());
    }

    /** True if either is true, else null if either is null. */
    public static @Nullable Boolean or(@Nullable Boolean left, @Nullable Boolean right) {
        return (isTrue(left) || isTrue(right)) ? Boolean.TRUE : not(trueUnlessNull(left, right));
    }

    /** The same, computing the right side only if the left is not true. */
    public static @Nullable Boolean or(@Nullable Boolean left, Supplier<@Nullable Boolean> right) {
        return isTrue(left) ? Boolean.TRUE : or(left, right.get());
    }

    private static @Nullable Boolean trueUnlessNull(@Nullable Object left, @Nullable Object right) {
        return (left == null || right == null) ? null : Boolean.TRUE;
    }

    /** The other truth value. */
    public static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : !value;
    }

    /** Whether it is true, and not null. */
    public static boolean isTrue(@Nullable Boolean value) {
        return value != null && value;
    }

    /** Whether it is false, and not null. */
    public static boolean isFalse(@Nullable Boolean value) {
        return value != null && !value;
    }

    /** Whether it is null. */
    public static boolean isNull(@Nullable Object value) {
        return value == null;
    }

    // Comparison, of numbers by value: 1.0 equals 1.00

    /** {@code =}. */
    public static <T extends Comparable<? super T>> @Nullable Boolean equal(@Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? null : left.compareTo(right) == 0;
    }

    /** {@code <>}. */
    public static <T extends Comparable<? super T>> @Nullable Boolean notEqual(@Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? null : left.compareTo(right) != 0;
    }

    /** {@code <}. */
    public static <T extends Comparable<? super T>> @Nullable Boolean less(@Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? null : left.compareTo(right) < 0;
    }

    /** {@code <=}. */
    public static <T extends Comparable<? super T>> @Nullable Boolean lessOrEqual(@Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? null : left.compareTo(right) <= 0;
    }

    /** {@code >}. */
    public static <T extends Comparable<? super T>> @Nullable Boolean greater(@Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? null : left.compareTo(right) > 0;
    }

    /** {@code >=}. */
    public static <T extends Comparable<? super T>> @Nullable Boolean greaterOrEqual(
            @Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? null : left.compareTo(right) >= 0;
    }

    /** {@code IS DISTINCT FROM}: null differs from every value, and from null it does not. */
    public static <T extends Comparable<? super T>> boolean isDistinct(@Nullable T left, @Nullable T right) {
        return (left == null || right == null) ? left != right : left.compareTo(right) != 0;
    }

    /** {@code IN}: true if one is equal, else null if the value or one of them is null. */
    @SafeVarargs
    public static <T extends Comparable<? super T>> @Nullable Boolean in(@Nullable T value, @Nullable T... items) {
        Boolean found = Boolean.FALSE;
        for (T item : items) {
            found = or(found, equal(value, item));
        }
        return found;
    }

    /** {@code NOT IN}. */
    @SafeVarargs
    public static <T extends Comparable<? super T>> @Nullable Boolean notIn(@Nullable T value, @Nullable T... items) {
        Boolean absent = Boolean.TRUE;
        for (T item : items) {
            absent = and(absent, notEqual(value, item));
        }
        return absent;
    }

    /** The greatest of those that are not null; null if all are. */
    @SafeVarargs
    public static <T extends Comparable<? super T>> @Nullable T greatest(@Nullable T... values) {
        T greatest = null;
        for (T value : values) {
            greatest = greatest == null || isTrue(greater(value, greatest)) ? value : greatest;
        }
        return greatest;
    }

    /** The least of those that are not null; null if all are. */
    @SafeVarargs
    public static <T extends Comparable<? super T>> @Nullable T least(@Nullable T... values) {
        T least = null;
        for (T value : values) {
            least = least == null || isTrue(less(value, least)) ? value : least;
        }
        return least;
    }

    /** The value, or the other if it is null. */
    public static <T> @Nullable T coalesce(@Nullable T value, @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }

    /** The same, computing the other only if it is needed. */
    public static <T> @Nullable T coalesce(@Nullable T value, Supplier<? extends @Nullable T> otherwise) {
        return value == null ? otherwise.get() : value;
    }

    /** The value, or null if it equals the other. */
    public static <T extends Comparable<? super T>> @Nullable T nullif(@Nullable T value, @Nullable T other) {
        return isTrue(equal(value, other)) ? null : value;
    }

    // Integers

    /** {@code integer + integer}. */
    public static @Nullable Integer add(@Nullable Integer left, @Nullable Integer right) {
        return left == null || right == null ? null : Math.addExact(left, right);
    }

    /** {@code integer - integer}. */
    public static @Nullable Integer subtract(@Nullable Integer left, @Nullable Integer right) {
        return left == null || right == null ? null : Math.subtractExact(left, right);
    }

    /** {@code integer * integer}. */
    public static @Nullable Integer multiply(@Nullable Integer left, @Nullable Integer right) {
        return left == null || right == null ? null : Math.multiplyExact(left, right);
    }

    /** {@code integer / integer}: what is behind the decimal point is dropped. */
    public static @Nullable Integer divide(@Nullable Integer left, @Nullable Integer right) {
        return left == null || right == null ? null : Math.toIntExact((long) left / right);
    }

    /** {@code integer % integer}: has the sign of the left. */
    public static @Nullable Integer remainder(@Nullable Integer left, @Nullable Integer right) {
        return left == null || right == null ? null : Integer.valueOf(left % right);
    }

    /** {@code -integer}. */
    public static @Nullable Integer negate(@Nullable Integer value) {
        return value == null ? null : Math.negateExact(value);
    }

    /** The distance from zero. */
    public static @Nullable Integer abs(@Nullable Integer value) {
        return value == null || value >= 0 ? value : negate(value);
    }

    /** {@code bigint + bigint}. */
    public static @Nullable Long add(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? null : Math.addExact(left, right);
    }

    /** {@code bigint - bigint}. */
    public static @Nullable Long subtract(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? null : Math.subtractExact(left, right);
    }

    /** {@code bigint * bigint}. */
    public static @Nullable Long multiply(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? null : Math.multiplyExact(left, right);
    }

    /** {@code bigint / bigint}: what is behind the decimal point is dropped. */
    public static @Nullable Long divide(@Nullable Long left, @Nullable Long right) {
        if (left == null || right == null) {
            return null;
        }
        // The only quotient that does not fit; Java would answer with the least number itself.
        return right == -1 ? Math.negateExact(left) : Long.valueOf(left / right);
    }

    /** {@code bigint % bigint}: has the sign of the left. */
    public static @Nullable Long remainder(@Nullable Long left, @Nullable Long right) {
        return left == null || right == null ? null : Long.valueOf(left % right);
    }

    /** {@code -bigint}. */
    public static @Nullable Long negate(@Nullable Long value) {
        return value == null ? null : Math.negateExact(value);
    }

    /** The distance from zero. */
    public static @Nullable Long abs(@Nullable Long value) {
        return value == null || value >= 0 ? value : negate(value);
    }

    /** The value, if a {@code smallint} can hold it. */
    public static @Nullable Integer smallint(@Nullable Integer value) {
        if (value != null && value != value.shortValue()) {
            throw new ArithmeticException("smallint out of range: " + value);
        }
        return value;
    }

    /** The value as the field's own type, if that can hold it. */
    public static @Nullable Short toShort(@Nullable Integer value) {
        Integer fitting = smallint(value);
        return fitting == null ? null : fitting.shortValue();
    }

    /** A short as an integer. */
    public static @Nullable Integer integer(@Nullable Short value) {
        return value == null ? null : value.intValue();
    }

    /** A long as an integer, if that can hold it. */
    public static @Nullable Integer integer(@Nullable Long value) {
        return value == null ? null : Math.toIntExact(value);
    }

    /** A decimal as an integer, half a unit rounded away from zero, if that can hold it. */
    public static @Nullable Integer integer(@Nullable BigDecimal value) {
        return value == null ? null : integer(bigint(value));
    }

    /** 1 for true, 0 for false. */
    public static @Nullable Integer integer(@Nullable Boolean value) {
        return value == null ? null : Integer.valueOf(value ? 1 : 0);
    }

    /** An integer as a long. */
    public static @Nullable Long bigint(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }

    /** A decimal as a long, half a unit rounded away from zero, if that can hold it. */
    public static @Nullable Long bigint(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    // Decimals

    /** An integer as a decimal. */
    public static @Nullable BigDecimal numeric(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /** A long as a decimal. */
    public static @Nullable BigDecimal numeric(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /** A whole number of any size as a decimal. */
    public static @Nullable BigDecimal numeric(@Nullable BigInteger value) {
        return value == null ? null : new BigDecimal(value);
    }

    /** A decimal as {@code numeric(precision, scale)}: half a unit is rounded away from zero, too many digits do not fit. */
    public static @Nullable BigDecimal numeric(@Nullable BigDecimal value, int precision, int scale) {
        if (value == null) {
            return null;
        }
        BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
        if (rounded.signum() != 0 && rounded.precision() > precision) {
            throw new ArithmeticException("numeric(" + precision + "," + scale + ") out of range: " + value);
        }
        return rounded;
    }

    /** A decimal without a fraction as a whole number. */
    public static @Nullable BigInteger toBigInteger(@Nullable BigDecimal value) {
        return value == null ? null : value.toBigIntegerExact();
    }

    /** {@code numeric + numeric}. */
    public static @Nullable BigDecimal add(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return left == null || right == null ? null : fitting(left.add(right));
    }

    /** {@code numeric - numeric}. */
    public static @Nullable BigDecimal subtract(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return left == null || right == null ? null : fitting(left.subtract(right));
    }

    /** {@code numeric * numeric}. */
    public static @Nullable BigDecimal multiply(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return left == null || right == null ? null : fitting(left.multiply(right));
    }

    /** {@code numeric % numeric}: has the sign of the left. */
    public static @Nullable BigDecimal remainder(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return left == null || right == null ? null : left.remainder(right);
    }

    /** {@code -numeric}. */
    public static @Nullable BigDecimal negate(@Nullable BigDecimal value) {
        return value == null ? null : value.negate();
    }

    /** The distance from zero. */
    public static @Nullable BigDecimal abs(@Nullable BigDecimal value) {
        return value == null ? null : value.abs();
    }

    /** -1, 0 or 1. */
    public static @Nullable BigDecimal sign(@Nullable BigDecimal value) {
        return value == null ? null : BigDecimal.valueOf(value.signum());
    }

    /** The nearest whole number not below. */
    public static @Nullable BigDecimal ceil(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(0, RoundingMode.CEILING);
    }

    /** The nearest whole number not above. */
    public static @Nullable BigDecimal floor(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(0, RoundingMode.FLOOR);
    }

    /** The nearest whole number, half a unit rounded away from zero. */
    public static @Nullable BigDecimal round(@Nullable BigDecimal value) {
        return round(value, 0);
    }

    /** The nearest number with so many digits behind the decimal point, half a unit rounded away from zero. */
    public static @Nullable BigDecimal round(@Nullable BigDecimal value, int digits) {
        return value == null ? null : value.setScale(digits, RoundingMode.HALF_UP);
    }

    /** The whole number towards zero. */
    public static @Nullable BigDecimal trunc(@Nullable BigDecimal value) {
        return trunc(value, 0);
    }

    /** Its digits up to this one behind the decimal point. */
    public static @Nullable BigDecimal trunc(@Nullable BigDecimal value, int digits) {
        return value == null ? null : value.setScale(digits, RoundingMode.DOWN);
    }

    private static BigDecimal fitting(BigDecimal value) {
        if (value.precision() - value.scale() > MOST_WHOLE_DIGITS || value.scale() > MOST_FRACTION_DIGITS) {
            throw new ArithmeticException("numeric out of range: " + value.precision() + " digits");
        }
        return value;
    }

    // Texts, counted in characters as PostgreSQL counts them, not in UTF-16 units

    /** {@code text || text}. */
    public static @Nullable String concat(@Nullable String left, @Nullable String right) {
        return left == null || right == null ? null : left + right;
    }

    /** How many characters it has. */
    public static @Nullable Integer length(@Nullable String value) {
        return value == null ? null : value.codePointCount(0, value.length());
    }

    /** Its first characters; with a negative count, all but so many of the last. */
    public static @Nullable String left(@Nullable String value, int count) {
        return value == null ? null : value.substring(0, offset(value, count));
    }

    /** Its last characters; with a negative count, all but so many of the first. */
    public static @Nullable String right(@Nullable String value, int count) {
        if (value == null) {
            return null;
        }
        // What comes last begins where what comes first ends, except that none from the end is not none from the start.
        return count == 0 ? "" : value.substring(offset(value, -count));
    }

    /** Where so many characters end, counted from the end if negative. */
    private static int offset(String value, int count) {
        int length = value.codePointCount(0, value.length());
        long characters = count >= 0 ? count : (long) length + count;
        return value.offsetByCodePoints(0, (int) Math.max(0, Math.min(length, characters)));
    }

    /** Without the spaces at both ends; other white space stays. */
    public static @Nullable String trim(@Nullable String value) {
        return trimLeft(trimRight(value));
    }

    /** Without the spaces in front; other white space stays. */
    public static @Nullable String trimLeft(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int start = 0;
        while (start < value.length() && value.charAt(start) == ' ') {
            start++;
        }
        return value.substring(start);
    }

    /** Without the spaces behind; other white space stays. */
    public static @Nullable String trimRight(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }

    /** Its characters from the last to the first. */
    public static @Nullable String reverse(@Nullable String value) {
        return value == null ? null : new StringBuilder(value).reverse().toString();
    }

    /** Whether it begins with the other. */
    public static @Nullable Boolean startsWith(@Nullable String value, @Nullable String prefix) {
        return (value == null || prefix == null) ? null : Boolean.valueOf(value.startsWith(prefix));
    }

    /** An integer in decimal digits. */
    public static @Nullable String text(@Nullable Integer value) {
        return value == null ? null : value.toString();
    }

    /** A long in decimal digits. */
    public static @Nullable String text(@Nullable Long value) {
        return value == null ? null : value.toString();
    }

    /** {@code true} or {@code false}. */
    public static @Nullable String text(@Nullable Boolean value) {
        return value == null ? null : value.toString();
    }

    /** In hexadecimal, with its dashes. */
    public static @Nullable String text(@Nullable UUID value) {
        return value == null ? null : value.toString();
    }

    /** A text cast to {@code varchar(length)}: what is too long is cut. */
    public static @Nullable String cut(@Nullable String value, int length) {
        return left(value, length);
    }

    /** A text as a column of type {@code varchar(length)} takes it: only spaces may be cut. */
    public static @Nullable String varchar(@Nullable String value, int length) {
        if (value == null) {
            return null;
        }
        int end = offset(value, length);
        if (!value.substring(end).chars().allMatch(c -> c == ' ')) {
            throw new ArithmeticException("varchar(" + length + ") cannot hold " + length(value) + " characters");
        }
        return value.substring(0, end);
    }

    // Dates

    /** The date so many days later. */
    public static @Nullable LocalDate add(@Nullable LocalDate date, @Nullable Integer days) {
        return date == null || days == null ? null : fitting(date.plusDays(days));
    }

    /** The date so many days earlier. */
    public static @Nullable LocalDate subtract(@Nullable LocalDate date, @Nullable Integer days) {
        return date == null || days == null ? null : fitting(date.minusDays(days));
    }

    /** How many days later the left is. */
    public static @Nullable Integer subtract(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null || right == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(right, left));
    }

    private static LocalDate fitting(LocalDate date) {
        if (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE)) {
            throw new ArithmeticException("date out of range: " + date);
        }
        return date;
    }
}
