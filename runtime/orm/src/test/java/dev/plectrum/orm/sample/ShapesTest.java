package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.Functions.when;
import static dev.plectrum.orm.query.TestDatabase.DB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Orderable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The same question about other values is the same text, so that PostgreSQL knows the statement: but for the number in LIMIT. */
class ShapesTest {
    private static final OddityQuerySet ODDITIES = new OddityQuerySet(DB);

    /** A condition whose values are yet to be thought of. */
    interface Shape extends BiFunction<OddityFields, Random, Condition> {}

    /** What a query is made of, but for its values. */
    record Question(List<Shape> filters, List<Integer> keys, boolean distinct, boolean first, boolean later) {
        OddityQuerySet ask(Random values) {
            OddityQuerySet asked = ODDITIES;
            for (Shape filter : filters) {
                asked = asked.filter(o -> filter.apply(o, values));
            }
            for (int key : keys) {
                asked = asked.orderBy(o -> key(o, key, values));
            }
            if (distinct) {
                asked = asked.distinct();
            }
            if (later) {
                int from = 1 + values.nextInt(1_000);
                asked = asked.slice(from, from + 1 + values.nextInt(50));
            } else if (first) {
                asked = asked.limit(1 + values.nextInt(50));
            }
            return asked;
        }

        private static Orderable key(OddityFields o, int key, Random values) {
            return switch (key) {
                case 0 -> o.number.desc().nullsLast();
                case 1 -> o.text.plus(text(values)).asc();
                case 2 -> when(o.big.gt(number(values)), number(values)).orElse(number(values));
                default -> o.number.plus(number(values)).mod(7);
            };
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void otherValuesAreTheSameText(@ForAll("questions") Question question, @ForAll long one, @ForAll long other) {
        String text = question.ask(new Random(one)).toString();
        assertThat(withoutLimit(question.ask(new Random(other)).toString())).isEqualTo(withoutLimit(text));
    }

    private static String withoutLimit(String text) {
        return text.replaceAll("\nLIMIT \\d+", "\nLIMIT …");
    }

    private static String text(Random values) {
        StringBuilder text = new StringBuilder();
        for (int i = values.nextInt(30); i > 0; i--) {
            text.append("ab%_\\'\"$1?;- 😀".charAt(values.nextInt(12)));
        }
        return text.toString();
    }

    private static int number(Random values) {
        return values.nextInt();
    }

    private static Instant instant(Random values) {
        return Instant.ofEpochSecond(values.nextInt(), values.nextInt(1_000_000) * 1_000L);
    }

    private static LocalDate date(Random values) {
        return LocalDate.ofEpochDay(values.nextInt(100_000));
    }

    private static <T> List<T> some(Random values, Function<Random, T> each) {
        List<T> list = new ArrayList<>();
        for (int i = values.nextInt(200); i >= 0; i--) {
            list.add(each.apply(values));
        }
        return list;
    }

    private static Arbitrary<Shape> leaf() {
        return Arbitraries.of(
                (o, v) -> o.text.eq(text(v)),
                (o, v) -> o.text.ne(text(v)),
                (o, v) -> o.text.in(some(v, ShapesTest::text)),
                (o, v) -> o.text.notIn(some(v, ShapesTest::text)),
                (o, v) -> o.text.contains(text(v)),
                (o, v) -> o.text.istartsWith(text(v)),
                (o, v) -> o.text.iexact(text(v)),
                (o, v) -> o.text.regex(text(v)),
                (o, v) -> o.text.search(text(v)),
                (o, v) -> o.text.replace(text(v), text(v)).contains(o.other),
                (o, v) -> o.text.substring(v.nextInt(9), v.nextInt(9)).eq(o.other),
                (o, v) -> o.number.eq(number(v)),
                (o, v) -> o.number.between(number(v), number(v)),
                (o, v) -> o.number.in(number(v), number(v), number(v)),
                (o, v) -> o.number.plus(number(v)).times(number(v)).lt(number(v)),
                (o, v) -> o.big.gt(v.nextLong()),
                (o, v) -> o.big.in(some(v, Random::nextLong)),
                (o, v) -> o.amount.gte(BigDecimal.valueOf(v.nextLong(), v.nextInt(20))),
                (o, v) -> o.amount.lte(v.nextLong()),
                (o, v) -> o.ratio.lt(v.nextDouble()),
                (o, v) -> o.flag.eq(v.nextBoolean()),
                (o, v) -> o.at.gt(instant(v)),
                (o, v) -> o.at.year().eq(1_000 + v.nextInt(2_000)),
                (o, v) -> o.at.month().eq(v.nextInt(12)),
                (o, v) -> o.day.lte(date(v)),
                (o, v) -> o.day.plusDays(v.nextInt(1_000)).year().gt(1_000 + v.nextInt(1_000)),
                (o, v) -> o.number.in(
                        ODDITIES.filter(q -> q.text.eq(text(v))).limit(5).values(q -> q.number)),
                (o, v) -> ODDITIES.filter(q -> q.big.gt(o.big).and(q.number.lt(number(v))))
                        .exists());
    }

    private static Arbitrary<Shape> nested(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Arbitrary<Shape> inner = nested(depth - 1);
        Arbitrary<Shape> pairs = Arbitraries.integers()
                .between(0, 2)
                .flatMap(word -> inner.flatMap(left -> inner.map(right -> (Shape) (o, v) -> {
                    Condition first = left.apply(o, v);
                    Condition second = right.apply(o, v);
                    return word == 0 ? first.and(second) : word == 1 ? first.or(second) : first.xor(second);
                })));
        Arbitrary<Shape> negated =
                inner.map(shape -> (o, v) -> shape.apply(o, v).not());
        return Arbitraries.frequencyOf(Tuple.of(3, leaf()), Tuple.of(4, pairs), Tuple.of(1, negated));
    }

    @Provide
    Arbitrary<Question> questions() {
        return nested(3).list().ofMaxSize(3).flatMap(filters -> Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofMaxSize(2)
                .flatMap(keys -> Arbitraries.of(true, false)
                        .list()
                        .ofSize(3)
                        .map(flags -> new Question(filters, keys, flags.get(0), flags.get(1), flags.get(2)))));
    }
}
