package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.JsonScalar;
import dev.plectrum.processor.model.JsonValue;
import dev.plectrum.processor.model.TextForm;
import dev.plectrum.processor.model.TextScalar;
import dev.plectrum.processor.model.ValueRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether texts and single JSON values in annotations are of a type, and what is wrong with them if not. */
final class ExampleTexts {
    private static final String DECIMAL = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?";
    private static final String WHOLE = "-?(0|[1-9][0-9]*)";

    private ExampleTexts() {}

    /** What a text should have been, {@code an Integer}; empty if it is. */
    static Optional<String> flaw(TextForm form, String text) {
        if (form instanceof TextForm.Constants constants) {
            return constants.words().contains(text)
                    ? Optional.empty()
                    : Optional.of("one of " + String.join(", ", constants.words()));
        }
        if (form instanceof TextForm.Usual usual) {
            try {
                return reads(usual.scalar(), text) ? Optional.empty() : Optional.of(expected(usual.scalar()));
            } catch (NumberFormatException | DateTimeException e) {
                return Optional.of(expected(usual.scalar()));
            } catch (IllegalArgumentException e) {
                return Optional.of("a UUID");
            }
        }
        return Optional.empty();
    }

    private static String expected(TextScalar scalar) {
        return article(scalar.java().simpleName());
    }

    private static String article(String name) {
        return (name.matches("[AEIOaeio].*") ? "an " : "a ") + name;
    }

    /** Whether a text is of a type; some answer by throwing. */
    private static boolean reads(TextScalar scalar, String text) {
        Object value =
                switch (scalar) {
                    case STRING -> text;
                    case SHORT -> Short.valueOf(text);
                    case INT -> Integer.valueOf(text);
                    case LONG -> Long.valueOf(text);
                    case DOUBLE -> Double.valueOf(text);
                    case FLOAT -> Float.valueOf(text);
                    case BOOLEAN -> text.equals("true");
                    case DECIMAL -> new BigDecimal(text);
                    case BIG_INTEGER -> new BigInteger(text);
                    case UUID -> UUID.fromString(text);
                    case INSTANT, OFFSET_DATE_TIME -> OffsetDateTime.parse(text);
                    case LOCAL_DATE -> LocalDate.parse(text);
                    case LOCAL_TIME -> LocalTime.parse(text);
                    case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
                    case YEAR_MONTH -> YearMonth.parse(text);
                    case DURATION -> Duration.parse(text);
                };
        return switch (scalar) {
            case SHORT, INT, LONG -> value.toString().equals(text);
            case DOUBLE, FLOAT -> text.matches("-?[0-9]+(\\.[0-9]+)?");
            case BOOLEAN -> text.equals("true") || text.equals("false");
            default -> true;
        };
    }

    /** What keeps a JSON value from being this, {@code is not an int}; empty if nothing does. */
    static Optional<String> flaw(JsonForm.Simple form, JsonValue value) {
        String type = form.java().display();
        String kind = form.scalar().schemaType();
        if (value instanceof JsonValue.Numeral number && kind.equals("string")) {
            return Optional.of("is a number, but " + article(type) + " is a text in JSON: \"" + number.digits() + "\"");
        }
        try {
            return is(form.scalar(), value) ? Optional.empty() : Optional.of("is not " + article(type));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.of("is not " + article(type));
        }
    }

    /** Whether a value is of a type as the schema says; some answer by throwing. */
    private static boolean is(JsonScalar scalar, JsonValue value) {
        String digits = value instanceof JsonValue.Numeral number ? number.digits() : "";
        if (scalar.schemaType().equals("integer")) {
            return digits.matches(WHOLE) && fits(scalar, new BigInteger(digits));
        } else if (scalar.schemaType().equals("number")) {
            return !digits.isEmpty() && !Double.isInfinite(Double.parseDouble(digits));
        } else if (scalar == JsonScalar.BOOLEAN) {
            return value instanceof JsonValue.Truth;
        }
        return value instanceof JsonValue.Text text && is(scalar, text.value());
    }

    private static boolean fits(JsonScalar scalar, BigInteger number) {
        int bits = scalar == JsonScalar.SHORT ? Short.SIZE : scalar == JsonScalar.INT ? Integer.SIZE : Long.SIZE;
        return number.bitLength() < bits;
    }

    private static boolean is(JsonScalar scalar, String text) {
        return switch (scalar) {
            case DECIMAL -> text.matches(DECIMAL);
            case BIG_INTEGER -> text.matches(WHOLE);
            case UUID -> UUID.fromString(text).toString().equalsIgnoreCase(text);
            // Schemas want the seconds, which Java can do without.
            case INSTANT, OFFSET_DATE_TIME ->
                OffsetDateTime.parse(text) != null && text.charAt("2026-05-01T10:00".length()) == ':';
            case ZONED_DATE_TIME -> ZonedDateTime.parse(text) != null;
            case LOCAL_DATE -> LocalDate.parse(text) != null;
            case LOCAL_TIME -> LocalTime.parse(text) != null;
            case LOCAL_DATE_TIME -> LocalDateTime.parse(text) != null;
            case DURATION -> Duration.parse(text) != null;
            case PERIOD -> Period.parse(text) != null;
            case BYTES -> Base64.getDecoder().decode(text) != null;
            default -> true;
        };
    }

    /** What is wrong with a value of the right type, {@code is less than 1}; empty if it is allowed. */
    static Optional<String> broken(ValueRule rule, JsonValue value) {
        if (rule instanceof ValueRule.Size size) {
            int length = size(value);
            if (length >= 0 && (length < size.min() || length > size.max())) {
                String of = value instanceof JsonValue.Text ? "characters" : "elements";
                return Optional.of(
                        length < size.min()
                                ? "has fewer than " + size.min() + " " + of
                                : "has " + length + " " + of + ", but " + size.max() + " at most are allowed");
            }
        } else if (rule instanceof ValueRule.Bound bound) {
            return number(value).filter(number -> !holds(bound, number)).map(number -> "is not " + words(bound));
        } else if (rule instanceof ValueRule.Digits digits) {
            return number(value)
                    .map(BigDecimal::stripTrailingZeros)
                    .filter(number -> Math.max(0, number.scale()) > digits.fraction()
                            || number.precision() - number.scale() > digits.integer())
                    .map(number -> "has more than " + digits.integer() + " digits before the point or "
                            + digits.fraction() + " after it");
        } else if (rule instanceof ValueRule.Truth truth
                && value instanceof JsonValue.Truth is
                && is.value() != truth.value()) {
            return Optional.of("is not " + truth.value());
        } else if (value instanceof JsonValue.Text text) {
            return broken(rule, text.value());
        }
        return Optional.empty();
    }

    private static Optional<String> broken(ValueRule rule, String text) {
        if (rule instanceof ValueRule.NotBlank && text.isBlank()) {
            return Optional.of("is blank");
        } else if (rule instanceof ValueRule.Email && !text.matches("[^\\s@]+@[^\\s@]+")) {
            return Optional.of("is not an address for mail");
        } else if (rule instanceof ValueRule.Matches matches && !matches(matches, text)) {
            return Optional.of("does not match \"" + matches.regexp() + "\"");
        }
        return Optional.empty();
    }

    private static boolean matches(ValueRule.Matches rule, String text) {
        try {
            // With flags, what it matches is the run time's to know.
            return !rule.flags().isEmpty()
                    || Pattern.compile(rule.regexp()).matcher(text).matches();
        } catch (PatternSyntaxException e) {
            // Said where the pattern stands.
            return true;
        }
    }

    private static int size(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return text.value().codePointCount(0, text.value().length());
        } else if (value instanceof JsonValue.Items items) {
            return items.items().size();
        }
        return value instanceof JsonValue.Members object ? object.members().size() : -1;
    }

    private static Optional<BigDecimal> number(JsonValue value) {
        String digits = value instanceof JsonValue.Numeral number
                ? number.digits()
                : value instanceof JsonValue.Text text ? text.value() : "";
        return digits.matches(DECIMAL) ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private static boolean holds(ValueRule.Bound bound, BigDecimal number) {
        int side = number.compareTo(bound.value()) * (bound.least() ? 1 : -1);
        return bound.inclusive() ? side >= 0 : side > 0;
    }

    private static String words(ValueRule.Bound bound) {
        String value = bound.value().toPlainString();
        if (bound.inclusive()) {
            return value + " or " + (bound.least() ? "more" : "less");
        }
        return (bound.least() ? "more" : "less") + " than " + value;
    }
}
