package dev.plectrum.orm.sample;

import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Expression;
import dev.plectrum.orm.query.NumberExpression;
import dev.plectrum.orm.query.OrderedExpression;
import dev.plectrum.orm.query.TextExpression;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random conditions: every lookup of every type of {@link Oddity}, and what and, or, xor and not make of them. */
final class Claims {
    /** How two values compare. */
    private enum Comparison {
        EQ,
        NE,
        GT,
        GTE,
        LT,
        LTE;

        boolean holds(int compared) {
            return switch (this) {
                case EQ -> compared == 0;
                case NE -> compared != 0;
                case GT -> compared > 0;
                case GTE -> compared >= 0;
                case LT -> compared < 0;
                case LTE -> compared <= 0;
            };
        }

        /** Unknown where a value is missing, but for NE, which is the complement of EQ. */
        <T> @Nullable Boolean of(@Nullable T left, @Nullable T right, Comparator<T> order) {
            if (left == null || right == null) {
                return this == NE ? Boolean.TRUE : null;
            }
            return holds(order.compare(left, right));
        }

        <T> Condition asked(OrderedExpression<T> left, T right) {
            return switch (this) {
                case EQ -> left.eq(right);
                case NE -> left.ne(right);
                case GT -> left.gt(right);
                case GTE -> left.gte(right);
                case LT -> left.lt(right);
                case LTE -> left.lte(right);
            };
        }

        <T> Condition asked(OrderedExpression<T> left, Expression<T> right) {
            return switch (this) {
                case EQ -> left.eq(right);
                case NE -> left.ne(right);
                case GT -> left.gt(right);
                case GTE -> left.gte(right);
                case LT -> left.lt(right);
                case LTE -> left.lte(right);
            };
        }

        Condition asked(NumberExpression<?> left, long right) {
            return switch (this) {
                case EQ -> left.eq(right);
                case NE -> left.ne(right);
                case GT -> left.gt(right);
                case GTE -> left.gte(right);
                case LT -> left.lt(right);
                case LTE -> left.lte(right);
            };
        }
    }

    /** A lookup of text by text. */
    private record Lookup(
            String name,
            BiFunction<TextExpression, String, Condition> byValue,
            BiFunction<TextExpression, Expression<String>, Condition> byExpression,
            BiPredicate<String, String> holds) {
        @Override
        public String toString() {
            return name;
        }

        private static BiPredicate<String, String> ignoringCase(BiPredicate<String, String> lookup) {
            return (text, part) -> lookup.test(Terms.upper(text), Terms.upper(part));
        }
    }

    private static final List<Lookup> LOOKUPS = List.of(
            new Lookup("CONTAINS", TextExpression::contains, TextExpression::contains, String::contains),
            new Lookup("STARTS_WITH", TextExpression::startsWith, TextExpression::startsWith, String::startsWith),
            new Lookup("ENDS_WITH", TextExpression::endsWith, TextExpression::endsWith, String::endsWith),
            new Lookup(
                    "ICONTAINS",
                    TextExpression::icontains,
                    TextExpression::icontains,
                    Lookup.ignoringCase(String::contains)),
            new Lookup(
                    "ISTARTS_WITH",
                    TextExpression::istartsWith,
                    TextExpression::istartsWith,
                    Lookup.ignoringCase(String::startsWith)),
            new Lookup(
                    "IENDS_WITH",
                    TextExpression::iendsWith,
                    TextExpression::iendsWith,
                    Lookup.ignoringCase(String::endsWith)),
            new Lookup("IEXACT", TextExpression::iexact, TextExpression::iexact, Lookup.ignoringCase(String::equals)));

    private Claims() {}

    /** Conditions of any shape. */
    static Arbitrary<Claim> any(OddityQuerySet rows) {
        return nested(leaf(), rows, 3);
    }

    private static Arbitrary<Claim> nested(Arbitrary<Claim> leaf, OddityQuerySet rows, int depth) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Claim> inner = nested(leaf, rows, depth - 1);
        Arbitrary<Claim> pairs = Combinators.combine(Arbitraries.integers().between(0, 2), inner, inner)
                .as((word, left, right) -> word == 0 ? left.and(right) : word == 1 ? left.or(right) : left.xor(right));
        Arbitrary<Claim> subqueries = inner.flatMap(claim -> Arbitraries.of(exists(rows, claim), among(rows, claim)));
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaf), Tuple.of(5, pairs), Tuple.of(2, inner.map(Claim::negated)), Tuple.of(1, subqueries));
    }

    /** That another row, of which a condition holds, has a greater number. */
    private static Claim exists(OddityQuerySet rows, Claim claim) {
        return new Claim(
                "exists(q: q.number > number AND " + claim + ")",
                o -> rows.filter(q -> q.number.gt(o.number).and(claim.asked().apply(q)))
                        .exists(),
                (row, all) -> all.stream()
                        .anyMatch(q -> q.number != null
                                && row.number != null
                                && q.number > row.number
                                && claim.holds(q, all)));
    }

    /** That the row's number is one of those of the rows for which a condition holds. */
    private static Claim among(OddityQuerySet rows, Claim claim) {
        return new Claim(
                "number in (number of " + claim + ")",
                o -> o.number.in(rows.filter(claim.asked()).values(q -> q.number)),
                (row, all) -> {
                    List<@Nullable Integer> numbers = new ArrayList<>();
                    all.stream().filter(q -> claim.holds(q, all)).forEach(q -> numbers.add(q.number));
                    if (numbers.isEmpty()) {
                        return false;
                    }
                    if (row.number == null) {
                        return null;
                    }
                    return numbers.contains(row.number) ? Boolean.TRUE : numbers.contains(null) ? null : Boolean.FALSE;
                });
    }

    private static Arbitrary<Claim> leaf() {
        return Arbitraries.oneOf(List.of(
                compared(Terms.ints(), Arbitraries.of(Terms.INTS)),
                compared(Terms.longs(), Arbitraries.of(Terms.LONGS)),
                compared(Terms.decimals(), Arbitraries.of(Terms.DECIMALS)),
                compared(Terms.doubles(), Arbitraries.of(Terms.DOUBLES)),
                compared(Terms.instants(), Arbitraries.of(Terms.INSTANTS)),
                compared(Terms.dates(), Arbitraries.of(Terms.DATES)),
                compared(
                        Terms.texts().map(text -> text.same("collate(C)", t -> t.collate("C"), t -> t)),
                        Arbitraries.of(Terms.TEXTS)),
                numbers(),
                years(),
                texts(),
                flags(),
                constants()));
    }

    private static <T, E extends OrderedExpression<T>> Arbitrary<Claim> compared(
            Arbitrary<Term<T, E>> terms, Arbitrary<T> values) {
        Arbitrary<Claim> withValue = Combinators.combine(Arbitraries.of(Comparison.values()), terms, values)
                .as((comparison, term, value) -> new Claim(
                        term + " " + comparison + " " + value,
                        o -> comparison.asked(term.asked().apply(o), value),
                        (row, all) -> comparison.of(term.meaning().apply(row), value, term.order())));
        Arbitrary<Claim> withTerm = Combinators.combine(Arbitraries.of(Comparison.values()), terms, terms)
                .as((comparison, left, right) -> new Claim(
                        left + " " + comparison + " " + right,
                        o -> comparison.asked(left.asked().apply(o), (Expression<T>)
                                right.asked().apply(o)),
                        (row, all) -> comparison.of(
                                left.meaning().apply(row), right.meaning().apply(row), left.order())));
        Arbitrary<Claim> between = Combinators.combine(terms, values, values)
                .as((term, low, high) -> new Claim(
                        term + " BETWEEN " + low + " AND " + high,
                        o -> term.asked().apply(o).between(low, high),
                        (row, all) -> {
                            T value = term.meaning().apply(row);
                            return value == null
                                    ? null
                                    : Boolean.valueOf(term.order().compare(value, low) >= 0
                                            && term.order().compare(value, high) <= 0);
                        }));
        Arbitrary<Claim> in = Combinators.combine(
                        terms, values.injectNull(0.2).list().ofMaxSize(4), Arbitraries.of(true, false))
                .as((term, list, positive) -> in(term, list, positive));
        Arbitrary<Claim> missing = Combinators.combine(terms, Arbitraries.of(true, false))
                .as((term, isNull) -> new Claim(
                        term + (isNull ? " IS NULL" : " IS NOT NULL"),
                        o -> isNull
                                ? term.asked().apply(o).isNull()
                                : term.asked().apply(o).isNotNull(),
                        (row, all) -> isNull == (term.meaning().apply(row) == null)));
        return Arbitraries.oneOf(withValue, withTerm, between, in, missing);
    }

    private static <T, E extends OrderedExpression<T>> Claim in(
            Term<T, E> term, List<@Nullable T> list, boolean positive) {
        return new Claim(
                term + (positive ? " IN " : " NOT IN ") + list,
                o -> positive
                        ? term.asked().apply(o).in(list)
                        : term.asked().apply(o).notIn(list),
                (row, all) -> {
                    T value = term.meaning().apply(row);
                    List<T> present = list.stream().filter(Objects::nonNull).toList();
                    boolean found = value != null
                            && present.stream().anyMatch(one -> term.order().compare(value, one) == 0);
                    if (!positive) {
                        return !found;
                    }
                    return (value == null && !present.isEmpty()) ? null : Boolean.valueOf(found);
                });
    }

    /** Numbers of every type against whole numbers, also those that the type cannot hold. */
    private static Arbitrary<Claim> numbers() {
        Arbitrary<Whole> terms = Arbitraries.of(
                new Whole("number", o -> o.number, row -> row.number == null ? null : BigDecimal.valueOf(row.number)),
                new Whole("big", o -> o.big, row -> row.big == null ? null : BigDecimal.valueOf(row.big)),
                new Whole("amount", o -> o.amount, row -> row.amount));
        return Combinators.combine(Arbitraries.of(Comparison.values()), terms, Arbitraries.of(Terms.LONGS))
                .as((comparison, term, value) -> new Claim(
                        term + " " + comparison + " long " + value,
                        o -> comparison.asked(term.asked().apply(o), value),
                        (row, all) -> comparison.of(
                                term.meaning().apply(row),
                                BigDecimal.valueOf(value),
                                Comparator.<BigDecimal>naturalOrder())));
    }

    /** A number of any type, of which only the comparisons with a long are asked. */
    private record Whole(
            String text,
            Function<OddityFields, NumberExpression<?>> asked,
            Function<Oddity, @Nullable BigDecimal> meaning) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static Arbitrary<Claim> years() {
        Arbitrary<Claim> compared = Combinators.combine(
                        Arbitraries.of(Comparison.values()), Terms.years(), Arbitraries.of(Terms.YEARS))
                .as(Claims::year);
        Arbitrary<Claim> between = Combinators.combine(
                        Terms.years(), Arbitraries.of(Terms.YEARS), Arbitraries.of(Terms.YEARS))
                .as((term, low, high) -> new Claim(
                        term + " BETWEEN " + low + " AND " + high,
                        o -> term.asked().apply(o).between(low, high),
                        (row, all) -> {
                            Integer own = term.meaning().apply(row);
                            return own == null ? null : Boolean.valueOf(low <= own && own <= high);
                        }));
        return Arbitraries.oneOf(compared, between);
    }

    private static Arbitrary<Claim> texts() {
        Arbitrary<Claim> byValue = Combinators.combine(
                        Arbitraries.of(LOOKUPS), Terms.texts(), Arbitraries.of(Terms.TEXTS))
                .as(Claims::lookup);
        Arbitrary<Claim> byTerm = Combinators.combine(Arbitraries.of(LOOKUPS), Terms.texts(), Terms.texts())
                .as((lookup, left, right) -> new Claim(
                        left + " " + lookup + " " + right,
                        o -> lookup.byExpression.apply(
                                left.asked().apply(o), right.asked().apply(o)),
                        (row, all) -> {
                            String text = left.meaning().apply(row);
                            String part = right.meaning().apply(row);
                            return (text == null || part == null)
                                    ? null
                                    : Boolean.valueOf(lookup.holds.test(text, part));
                        }));
        Arbitrary<Claim> equal = Combinators.combine(
                        Terms.texts(),
                        Arbitraries.of(Terms.TEXTS).injectNull(0.2).list().ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as(Claims::in);
        return Arbitraries.oneOf(byValue, byTerm, equal);
    }

    private static Claim lookup(Lookup lookup, Term<String, TextExpression> term, String value) {
        return new Claim(
                term + " " + lookup + " '" + value + "'",
                o -> lookup.byValue.apply(term.asked().apply(o), value),
                (row, all) -> {
                    String text = term.meaning().apply(row);
                    return text == null ? null : Boolean.valueOf(lookup.holds.test(text, value));
                });
    }

    private static Claim year(
            Comparison comparison, Term<Integer, ? extends NumberExpression<Integer>> term, long year) {
        return new Claim(
                term + " " + comparison + " " + year,
                o -> comparison.asked(term.asked().apply(o), year),
                (row, all) -> {
                    Integer own = term.meaning().apply(row);
                    return comparison.of(own == null ? null : Long.valueOf(own), year, Comparator.naturalOrder());
                });
    }

    /** Every lookup of text with every text that rows may have. */
    static List<Claim> everyLookup() {
        List<Claim> all = new ArrayList<>();
        for (Lookup lookup : LOOKUPS) {
            for (String value : Terms.TEXTS) {
                all.add(lookup(lookup, Terms.TEXT, value));
            }
        }
        return all;
    }

    /** Every comparison of years, in every zone, with every year that could be a limit. */
    static List<Claim> everyYear() {
        List<Claim> all = new ArrayList<>();
        for (Comparison comparison : Comparison.values()) {
            for (Term<Integer, ? extends NumberExpression<Integer>> term : Terms.YEAR_TERMS) {
                for (long year : Terms.YEARS) {
                    all.add(year(comparison, term, year));
                }
            }
        }
        return all;
    }

    private static Arbitrary<Claim> flags() {
        return Arbitraries.of(
                new Claim("flag IS TRUE", o -> o.flag.isTrue(), (row, all) -> row.flag),
                new Claim("flag IS FALSE", o -> o.flag.isFalse(), (row, all) -> row.flag == null ? null : !row.flag),
                new Claim("flag EQ true", o -> o.flag.eq(true), (row, all) -> row.flag),
                new Claim("flag NE true", o -> o.flag.ne(true), (row, all) -> !Boolean.TRUE.equals(row.flag)),
                new Claim(
                        "flag.orElse(true)",
                        o -> o.flag.orElse(true).isTrue(),
                        (row, all) -> row.flag == null || row.flag),
                new Claim("flag IS NULL", o -> o.flag.isNull(), (row, all) -> row.flag == null),
                new Claim(
                        "(number > 0) EQ true",
                        o -> o.number.gt(0).eq(true),
                        (row, all) -> row.number == null ? null : row.number > 0),
                new Claim("(number > 0) IS NULL", o -> o.number.gt(0).isNull(), (row, all) -> row.number == null));
    }

    private static Arbitrary<Claim> constants() {
        return Arbitraries.of(
                new Claim("TRUE", o -> Condition.TRUE, (row, all) -> true),
                new Claim("FALSE", o -> Condition.FALSE, (row, all) -> false),
                new Claim("day IN []", o -> o.day.in(List.<LocalDate>of()), (row, all) -> false));
    }
}
