package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function or operator that PostgreSQL has, with the types it takes.
 *
 * @param name in lower case, or the operator's symbol
 * @param parameters what it takes; {@link #ANY_ELEMENT} and its like stand for one type throughout
 * @param result what comes out
 * @param strict whether NULL in means NULL out
 * @param sometimesNull whether NULL can come out without NULL going in
 * @param immutable whether the same values always give the same answer; if not, the expression is refused
 */
record Signature(
        String name,
        List<SqlType> parameters,
        SqlType result,
        boolean strict,
        boolean sometimesNull,
        boolean immutable) {
    static final SqlType ANY_ELEMENT = SqlType.other("anyelement");
    static final SqlType ANY_ARRAY = SqlType.arrayOf(ANY_ELEMENT);
    static final SqlType ANY_RANGE = SqlType.rangeOf("anyrange", ANY_ELEMENT);

    private static final Pattern FUNCTION = Pattern.compile(
            "(?<mark>[*!]?)(?<name>\\w+)\\((?<parameters>.*)\\) (?<result>[a-z0-9 \\[\\]]+)(?<null>\\??)");
    private static final Pattern OPERATOR =
            Pattern.compile("(?<mark>!?)(?<left>[a-z0-9 \\[\\]]+) (?<name>\\S+) (?<right>[a-z0-9 \\[\\]]+) -> "
                    + "(?<result>[a-z0-9 \\[\\]]+)(?<null>\\??)");

    /**
     * A function from its line in the table: {@code strpos(text, text) integer}. In front, {@code *} says that it takes NULL for
     * an argument like any other, {@code !} that it is not immutable; a {@code ?} behind, that NULL can come out of other values.
     */
    static Signature function(String line) {
        Matcher parts = matched(FUNCTION, line);
        List<SqlType> parameters = new ArrayList<>();
        for (String parameter : parts.group("parameters").split(", ", -1)) {
            if (!parameter.isEmpty()) {
                parameters.add(type(parameter));
            }
        }
        return new Signature(
                parts.group("name"),
                List.copyOf(parameters),
                type(parts.group("result")),
                !parts.group("mark").equals("*"),
                !parts.group("null").isEmpty(),
                !parts.group("mark").equals("!"));
    }

    /** An operator from its line in the table: {@code date + integer -> date}, with the marks of {@link #function}. */
    static Signature operator(String line) {
        Matcher parts = matched(OPERATOR, line);
        return new Signature(
                parts.group("name"),
                List.of(type(parts.group("left")), type(parts.group("right"))),
                type(parts.group("result")),
                true,
                !parts.group("null").isEmpty(),
                parts.group("mark").isEmpty());
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a signature: " + line);
        }
        return matcher;
    }

    private static SqlType type(String name) {
        return switch (name) {
            case "anyelement" -> ANY_ELEMENT;
            case "anyarray" -> ANY_ARRAY;
            case "anyrange" -> ANY_RANGE;
            default -> ColumnType.parse(name).map(ColumnType::type).orElseGet(() -> SqlType.other(name));
        };
    }

    /** This signature for these arguments, its type variables replaced; empty if they cannot be passed. */
    Optional<Signature> applyTo(List<SqlType> arguments) {
        if (arguments.size() != parameters.size()) {
            return Optional.empty();
        }
        @Nullable SqlType element = null;
        @Nullable SqlType range = null;
        for (int i = 0; i < arguments.size(); i++) {
            SqlType argument = arguments.get(i);
            SqlType parameter = parameters.get(i);
            if (argument.isUnknown() || !isVariable(parameter)) {
                continue;
            }
            if (parameter.kind() != SqlType.Kind.OTHER && parameter.kind() != argument.kind()) {
                return Optional.empty();
            }
            SqlType bound = parameter.equals(ANY_ELEMENT) ? argument : argument.elementType();
            range = parameter.equals(ANY_RANGE) ? argument : range;
            if (element == null || (Casts.implicit(element, bound) && parameter.kind() != SqlType.Kind.OTHER)) {
                element = bound;
            } else if (!Casts.implicit(bound, element)) {
                return Optional.empty();
            }
        }
        if (element == null && parameters.stream().anyMatch(Signature::isVariable)) {
            return Optional.empty();
        }
        List<SqlType> bound = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            SqlType parameter = bind(parameters.get(i), element, range);
            if (!arguments.get(i).isUnknown() && !Casts.implicit(arguments.get(i), parameter)) {
                return Optional.empty();
            }
            bound.add(parameter);
        }
        return Optional.of(new Signature(name, bound, bind(result, element, range), strict, sometimesNull, immutable));
    }

    private static boolean isVariable(SqlType type) {
        return type.equals(ANY_ELEMENT) || ANY_ELEMENT.equals(type.element());
    }

    private static SqlType bind(SqlType type, @Nullable SqlType element, @Nullable SqlType range) {
        if (!isVariable(type)) {
            return type;
        }
        SqlType known = Objects.requireNonNull(element);
        return switch (type.kind()) {
            case ARRAY -> SqlType.arrayOf(known);
            case RANGE -> Objects.requireNonNull(range);
            default -> known;
        };
    }

    /** As documentation writes it: {@code round(numeric, integer)}. */
    @Override
    public String toString() {
        return name + "("
                + String.join(", ", parameters.stream().map(SqlType::name).toList()) + ")";
    }
}
