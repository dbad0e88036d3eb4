package dev.plectrum.web.input;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text types of the usual Java types. */
public final class TextTypes {
    /** What is wrong with a text that {@link #isStorable} refuses. */
    public static final String NOT_STORABLE = "must not contain NUL or half of a surrogate pair";

    /** Any text that a database can store. */
    public static final TextType<String> STRING = text -> {
        if (!isStorable(text)) {
            throw new UnreadableException("invalid-characters", NOT_STORABLE, Map.of());
        }
        return text;
    };

    /** A 16-bit integer. */
    public static final TextType<Short> SHORT =
            new Scalar<>(text -> (short) integer(text, Short.MIN_VALUE, Short.MAX_VALUE), (short) 0);

    /** A 32-bit integer. */
    public static final TextType<Integer> INT =
            new Scalar<>(text -> (int) integer(text, Integer.MIN_VALUE, Integer.MAX_VALUE), 0);

    /** A 64-bit integer. */
    public static final TextType<Long> LONG = new Scalar<>(text -> integer(text, Long.MIN_VALUE, Long.MAX_VALUE), 0L);

    /** A finite floating-point number. */
    public static final TextType<Double> DOUBLE = new Scalar<>(TextTypes::floating, 0.0);

    /** A finite floating-point number of single precision. */
    public static final TextType<Float> FLOAT = new Scalar<>(
            text -> {
                float value = floating(text).floatValue();
                if (Float.isInfinite(value)) {
                    throw UnreadableException.expected("a number of single precision");
                }
                return value;
            },
            0f);

    /** {@code true} or {@code false}; {@code 1}, {@code on} and {@code 0}, {@code off}, as forms send them. */
    public static final TextType<Boolean> BOOLEAN = new Scalar<>(
            text -> switch (text) {
                case "true", "1", "on" -> true;
                case "false", "0", "off" -> false;
                default -> throw UnreadableException.expected("true or false");
            },
            false);

    /** A decimal with up to a thousand places. */
    public static final TextType<BigDecimal> DECIMAL = text -> {
        if (text.length() <= 400) {
            try {
                var value = new BigDecimal(text);
                if (Math.abs((long) value.scale()) <= 1000) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw UnreadableException.expected("a decimal number");
            }
        }
        throw new UnreadableException("out-of-range", "has too many digits", Map.of());
    };

    /** An integer of any size. */
    public static final TextType<BigInteger> BIG_INTEGER = text -> {
        try {
            if (text.length() <= 400) {
                return new BigInteger(text);
            }
        } catch (NumberFormatException e) {
            throw UnreadableException.expected("an integer");
        }
        throw new UnreadableException("out-of-range", "has too many digits", Map.of());
    };

    /** A UUID in its usual 36 characters. */
    public static final TextType<java.util.UUID> UUID = text -> {
        // The JDK reads "1-1-1-1-1" too.
        if (text.length() == 36) {
            try {
                return java.util.UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw UnreadableException.expected("a UUID");
            }
        }
        throw UnreadableException.expected("a UUID");
    };

    /** A point in time: {@code 2025-01-01T00:00:00Z}, or with another offset. */
    public static final TextType<Instant> INSTANT =
            time(text -> OffsetDateTime.parse(text).toInstant(), "a time such as 2025-01-31T09:30:00Z");

    /** A point in time with an offset. */
    public static final TextType<OffsetDateTime> OFFSET_DATE_TIME =
            time(OffsetDateTime::parse, "a time such as 2025-01-31T09:30:00+01:00");

    /** A date. */
    public static final TextType<LocalDate> LOCAL_DATE = time(LocalDate::parse, "a date such as 2025-01-31");

    /** A time of day. */
    public static final TextType<LocalTime> LOCAL_TIME = time(LocalTime::parse, "a time of day such as 09:30");

    /** A date and a time of day without a zone. */
    public static final TextType<LocalDateTime> LOCAL_DATE_TIME =
            time(LocalDateTime::parse, "a date and time such as 2025-01-31T09:30");

    /** A month of a year. */
    public static final TextType<YearMonth> YEAR_MONTH = time(YearMonth::parse, "a month such as 2025-01");

    /** A length of time: {@code PT1H30M}. */
    public static final TextType<Duration> DURATION = time(
            text -> {
                try {
                    return Duration.parse(text);
                } catch (ArithmeticException e) {
                    throw UnreadableException.expected("a shorter duration");
                }
            },
            "a duration such as PT1H30M");

    private TextTypes() {}

    /** One of an enum's constants, by name. */
    public static <E extends Enum<E>> TextType<E> constant(Class<E> type) {
        return choice(Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    /** One of a few values, by their words. */
    public static <E> TextType<E> choice(List<E> choices, Function<E, String> word) {
        List<String> words = choices.stream().map(word).toList();
        return new TextType<>() {
            @Override
            public E read(String text) {
                int index = words.indexOf(text);
                if (index < 0) {
                    throw new UnreadableException(
                            "choice", "must be one of " + String.join(", ", words), Map.of("choices", words));
                }
                return choices.get(index);
            }

            @Override
            public String write(E value) {
                return word.apply(value);
            }
        };
    }

    /** A type made of another: {@code mapped(LONG, ProductId::new, ProductId::value)}. */
    public static <S, T> TextType<T> mapped(TextType<S> source, Function<S, T> read, Function<T, S> write) {
        return new TextType<>() {
            @Override
            public T read(String text) {
                try {
                    return read.apply(source.read(text));
                } catch (IllegalArgumentException e) {
                    throw new UnreadableException(
                            "invalid", e.getMessage() == null ? "is not valid" : e.getMessage(), Map.of());
                }
            }

            @Override
            public String write(T value) {
                return source.write(write.apply(value));
            }
        };
    }

    /** Whether a text has a UTF-8 form and no NUL, which PostgreSQL cannot hold. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(++i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long integer(String text, long least, long most) {
        // The JDK reads other scripts' digits and a plus sign, which are not what a URL says.
        int digits = text.startsWith("-") ? 1 : 0;
        boolean plain = text.length() > digits;
        for (int i = digits; i < text.length(); i++) {
            plain &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!plain) {
            throw UnreadableException.expected("an integer");
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // beyond 64 bits: the same answer as beyond the type's own limits
        }
        throw new UnreadableException(
                "out-of-range", "must be between " + least + " and " + most, Map.of("min", least, "max", most));
    }

    private static Double floating(String text) {
        try {
            double value = Double.parseDouble(text);
            // "1d" and "0x1p3" are Java, not numbers that a form means.
            char last = text.charAt(text.length() - 1);
            if (Double.isFinite(value)
                    && last >= '0'
                    && last <= '9'
                    && text.indexOf('x') < 0
                    && text.indexOf('X') < 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw UnreadableException.expected("a number");
        }
        throw UnreadableException.expected("a number");
    }

    private static <T> TextType<T> time(Function<String, T> parse, String expected) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeParseException e) {
                throw UnreadableException.expected(expected);
            }
        };
    }

    /** A type with a zero. */
    private record Scalar<T>(Function<String, T> parse, T zero) implements TextType<T> {
        @Override
        public T read(String text) {
            return parse.apply(text);
        }

        @Override
        public @Nullable T blank() {
            return zero;
        }
    }
}
