package dev.plectrum.processor.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operators between two operands, beyond {@code AND} and {@code OR}. */
final class Operators {
    /** The marks are explained at {@link Signature#operator}. Arithmetic between numbers and comparisons follow rules instead. */
    private static final String TABLE = """
            text || text -> text
            bytea || bytea -> bytea
            jsonb || jsonb -> jsonb
            anyarray || anyarray -> anyarray
            anyarray || anyelement -> anyarray
            anyelement || anyarray -> anyarray
            numeric ^ numeric -> numeric
            double precision ^ double precision -> double precision
            date + integer -> date
            integer + date -> date
            date - integer -> date
            date - date -> integer
            date + interval -> timestamp
            date - interval -> timestamp
            interval + date -> timestamp
            date + time -> timestamp
            time + date -> timestamp
            timestamp + interval -> timestamp
            interval + timestamp -> timestamp
            timestamp - interval -> timestamp
            timestamp - timestamp -> interval
            !timestamptz + interval -> timestamptz
            !interval + timestamptz -> timestamptz
            !timestamptz - interval -> timestamptz
            timestamptz - timestamptz -> interval
            time + interval -> time
            interval + time -> time
            time - interval -> time
            time - time -> interval
            interval + interval -> interval
            interval - interval -> interval
            interval * double precision -> interval
            double precision * interval -> interval
            interval / double precision -> interval
            jsonb -> text -> jsonb?
            jsonb -> integer -> jsonb?
            jsonb ->> text -> text?
            jsonb ->> integer -> text?
            jsonb #> text[] -> jsonb?
            jsonb #>> text[] -> text?
            jsonb - text -> jsonb
            jsonb - integer -> jsonb
            jsonb @> jsonb -> boolean
            jsonb <@ jsonb -> boolean
            jsonb ? text -> boolean
            jsonb ?| text[] -> boolean
            jsonb ?& text[] -> boolean
            anyarray @> anyarray -> boolean
            anyarray <@ anyarray -> boolean
            anyarray && anyarray -> boolean
            anyrange @> anyrange -> boolean
            anyrange @> anyelement -> boolean
            anyrange <@ anyrange -> boolean
            anyelement <@ anyrange -> boolean
            anyrange && anyrange -> boolean
            anyrange << anyrange -> boolean
            anyrange >> anyrange -> boolean
            anyrange -|- anyrange -> boolean
            anyrange + anyrange -> anyrange
            anyrange * anyrange -> anyrange
            anyrange - anyrange -> anyrange
            inet << inet -> boolean
            inet >> inet -> boolean
            inet && inet -> boolean
            text ~ text -> boolean
            text ~* text -> boolean
            text !~ text -> boolean
            text !~* text -> boolean
            """;

    private static final Map<String, List<Signature>> BY_SYMBOL =
            TABLE.lines().map(Signature::operator).collect(Collectors.groupingBy(Signature::name));

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

    private Operators() {}

    static boolean isComparison(String symbol) {
        return COMPARISONS.contains(symbol);
    }

    static boolean isArithmetic(String symbol) {
        return ARITHMETIC.contains(symbol);
    }

    /** Every signature in the table. */
    static List<Signature> all() {
        return BY_SYMBOL.values().stream().flatMap(List::stream).toList();
    }

    /** What PostgreSQL would call for these operands; empty if nothing fits. */
    static Optional<Signature> choose(String symbol, SqlType left, SqlType right) {
        if (isComparison(symbol)) {
            return comparison(symbol, left, right);
        }
        if (isArithmetic(symbol) && left.isNumber() && right.isNumber()) {
            return arithmetic(symbol, left, right);
        }
        // A quoted literal beside an operand is of that operand's type, if there is such an operator.
        List<Signature> candidates = BY_SYMBOL.getOrDefault(symbol, List.of());
        if (left.isUnknown() != right.isUnknown()) {
            SqlType known = left.isUnknown() ? right : left;
            SqlType same = known.isTextEnum() ? SqlType.TEXT : known;
            List<Signature> twins = candidates.stream()
                    .flatMap(candidate -> candidate.applyTo(List.of(same, same)).stream())
                    .filter(candidate -> candidate.parameters().equals(List.of(same, same)))
                    .toList();
            if (!twins.isEmpty()) {
                return Optional.of(twins.get(0));
            }
        }
        return Overloads.choose(candidates, List.of(left, right));
    }

    private static Optional<Signature> comparison(String symbol, SqlType left, SqlType right) {
        return Optional.ofNullable(Casts.common(List.of(left, right)))
                .map(common -> common.isUnknown() ? SqlType.TEXT : common)
                .filter(common -> isComparable(symbol, common))
                .filter(common -> !mixesCase(left, right))
                .map(common -> new Signature(
                        symbol,
                        List.of(common, common),
                        SqlType.BOOLEAN,
                        true,
                        false,
                        !Casts.implicitIsStable(left, common) && !Casts.implicitIsStable(right, common)));
    }

    /**
     * As what {@code =} sees its left operand where PostgreSQL compares two types as they are, without making one the other first; empty
     * where both become the same. NULLIF is of that type.
     */
    static Optional<SqlType> leftOfEquals(SqlType left, SqlType right) {
        if (left.isFloating() || right.isFloating()) {
            return Optional.of(left.isFloating() ? left : SqlType.DOUBLE).filter(type -> left.isNumber());
        }
        boolean asTheyAre = (left.isIntegral() && right.isIntegral())
                || (left.is(SqlType.Kind.DATE, SqlType.Kind.TIMESTAMP)
                        && right.is(SqlType.Kind.DATE, SqlType.Kind.TIMESTAMP));
        return asTheyAre ? Optional.of(left) : Optional.empty();
    }

    /** {@code citext = text} would silently compare as text. */
    private static boolean mixesCase(SqlType left, SqlType right) {
        return (left.kind() == SqlType.Kind.CITEXT) != (right.kind() == SqlType.Kind.CITEXT)
                && !left.isUnknown()
                && !right.isUnknown();
    }

    private static boolean isComparable(String symbol, SqlType type) {
        return switch (type.kind()) {
            case JSON, OTHER -> false;
            case ENUM -> symbol.equals("=") || symbol.equals("<>");
            default -> true;
        };
    }

    /** Integers give the wider integer; with a fraction comes numeric; with floating point, floating point. */
    private static Optional<Signature> arithmetic(String symbol, SqlType left, SqlType right) {
        SqlType result;
        if (left.equals(right)) {
            result = left;
        } else if (left.isFloating() || right.isFloating()) {
            result = SqlType.DOUBLE;
        } else {
            result = Casts.implicit(left, right) ? right : left;
        }
        if (symbol.equals("%") && result.isFloating()) {
            return Optional.empty();
        }
        return Optional.of(new Signature(symbol, List.of(result, result), result, true, false, true));
    }
}
