package dev.plectrum.orm.sample;

import static dev.plectrum.orm.query.Functions.concat;
import static dev.plectrum.orm.query.Functions.greatest;
import static dev.plectrum.orm.query.Functions.when;

import dev.plectrum.orm.query.DateExpression;
import dev.plectrum.orm.query.DateUnit;
import dev.plectrum.orm.query.NumberExpression;
import dev.plectrum.orm.query.TextExpression;
import dev.plectrum.orm.query.TimestampExpression;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Values that rows have or that follow from them, and pools of values that are likely to meet them. */
final class Terms {
    /** With everything that LIKE, quotes and patterns could trip over; case is told apart for the letters of ASCII only. */
    static final List<String> TEXTS = List.of(
            "", "a", "A", "b", "ab", "aB", "AB", "a b", " ", "%", "_", "\\", "a%b", "a_b", "a\\b", "\\%", "'", "\"",
            "a'b", "$1", "?", "--", "/*", "; DROP", "\n", "\t", "😀", "a😀", "e\u0301", "\u0301", "\uFF61", "中", "null",
            "NULL", "0", "[", "(", ".*");

    static final List<Integer> INTS = List.of(Integer.MIN_VALUE, -7, -2, -1, 0, 1, 2, 3, 7, Integer.MAX_VALUE);
    static final List<Long> LONGS =
            List.of(Long.MIN_VALUE, -5_000_000_000L, -7L, -1L, 0L, 1L, 2L, 7L, 2_147_483_648L, Long.MAX_VALUE);
    static final List<BigDecimal> DECIMALS = List.of(
            new BigDecimal("-1.5"),
            new BigDecimal("0"),
            new BigDecimal("0.00"),
            new BigDecimal("1"),
            new BigDecimal("1.0"),
            new BigDecimal("1E-10"),
            new BigDecimal("2.5"),
            new BigDecimal("9223372036854775808"),
            new BigDecimal("-99999999999999999999999.999"));
    static final List<Double> DOUBLES = List.of(
            Double.NEGATIVE_INFINITY,
            -1.5,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            1.0,
            1.5,
            9.007199254740992E15,
            1e308,
            Double.NaN);
    static final List<Instant> INSTANTS = List.of(
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.EPOCH,
            Instant.parse("2008-02-29T12:00:00Z"),
            Instant.parse("2008-12-31T23:59:59.999999Z"),
            Instant.parse("2009-01-01T00:00:00Z"),
            Instant.parse("2009-01-01T04:59:59.500Z"),
            Instant.parse("2009-01-01T05:00:00Z"),
            Instant.parse("2024-03-10T06:59:59Z"),
            Instant.parse("2024-03-10T07:00:00Z"));
    static final List<LocalDate> DATES = List.of(
            LocalDate.of(-4712, 1, 1),
            LocalDate.of(0, 12, 31),
            LocalDate.of(1, 1, 1),
            LocalDate.of(1969, 12, 31),
            LocalDate.of(2008, 2, 29),
            LocalDate.of(2008, 12, 31),
            LocalDate.of(2009, 1, 1),
            LocalDate.of(2020, 12, 31),
            LocalDate.of(5_874_897, 12, 31));
    static final List<Long> YEARS = List.of(
            Long.MIN_VALUE,
            -4714L,
            -4713L,
            -2L,
            -1L,
            0L,
            1L,
            1969L,
            2008L,
            2009L,
            294_276L,
            5_874_897L,
            5_874_898L,
            Long.MAX_VALUE);

    /** By code point, as PostgreSQL's collation "C" does in UTF-8. */
    static final Comparator<String> BY_CODE_POINT =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    /** NaN is equal to itself and greater than all others; the zeros are equal. */
    private static final Comparator<Double> BY_SIZE = (a, b) -> Double.compare(a + 0.0, b + 0.0);

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId EAST = ZoneOffset.ofHoursMinutes(5, 30);

    static final Term<String, TextExpression> TEXT = new Term<>("text", o -> o.text, row -> row.text, BY_CODE_POINT);
    private static final Term<String, TextExpression> OTHER =
            new Term<>("other", o -> o.other, row -> row.other, BY_CODE_POINT);
    private static final Term<Integer, NumberExpression<Integer>> NUMBER =
            new Term<>("number", o -> o.number, row -> row.number, Comparator.<Integer>naturalOrder());
    private static final Term<Long, NumberExpression<Long>> BIG =
            new Term<>("big", o -> o.big, row -> row.big, Comparator.<Long>naturalOrder());
    private static final Term<BigDecimal, NumberExpression<BigDecimal>> AMOUNT =
            new Term<>("amount", o -> o.amount, row -> row.amount, Comparator.<BigDecimal>naturalOrder());
    private static final Term<Double, NumberExpression<Double>> RATIO =
            new Term<>("ratio", o -> o.ratio, row -> row.ratio, BY_SIZE);
    private static final Term<Instant, TimestampExpression<Instant>> AT =
            new Term<>("at", o -> o.at, row -> row.at, Comparator.<Instant>naturalOrder());
    private static final Term<LocalDate, DateExpression> DAY =
            new Term<>("day", o -> o.day, row -> row.day, Comparator.<LocalDate>naturalOrder());

    /** The year of everything that has one, in several zones. */
    static final List<Term<Integer, ? extends NumberExpression<Integer>>> YEAR_TERMS = List.of(
            DAY.then("year()", DateExpression::year, Terms::year, naturally()),
            AT.then(
                    "year()",
                    TimestampExpression::year,
                    at -> at.atOffset(ZoneOffset.UTC).getYear(),
                    naturally()),
            AT.then(
                    "in(NEW_YORK).year()",
                    at -> at.in(NEW_YORK).year(),
                    at -> at.atZone(NEW_YORK).getYear(),
                    naturally()),
            AT.then(
                    "in(+05:30).year()",
                    at -> at.in(EAST).year(),
                    at -> at.atZone(EAST).getYear(),
                    naturally()));

    private Terms() {}

    static Arbitrary<Term<String, TextExpression>> texts() {
        Term<String, TextExpression> joined = new Term<>(
                "text.plus(other)",
                o -> o.text.plus(o.other),
                row -> row.text == null || row.other == null ? null : row.text + row.other,
                BY_CODE_POINT);
        Term<String, TextExpression> concatenated = new Term<>(
                "concat(text, other)",
                o -> concat(o.text, o.other),
                row -> Objects.requireNonNullElse(row.text, "") + Objects.requireNonNullElse(row.other, ""),
                BY_CODE_POINT);
        Term<String, TextExpression> chosen = new Term<>(
                "when(number.gt(0), text).when(flag.isTrue(), other).orElse(\"none\")",
                o -> when(o.number.gt(0), o.text).when(o.flag.isTrue(), o.other).orElse("none"),
                row -> row.number != null && row.number > 0
                        ? row.text
                        : Boolean.TRUE.equals(row.flag) ? row.other : "none",
                BY_CODE_POINT);
        return Arbitraries.of(
                TEXT,
                OTHER,
                joined,
                concatenated,
                chosen,
                TEXT.same("upper()", TextExpression::upper, Terms::upper),
                TEXT.same("lower()", TextExpression::lower, text -> map(text, c -> c >= 'A' && c <= 'Z' ? c + 32 : c)),
                TEXT.same("replace(a, 😀)", text -> text.replace("a", "😀"), text -> text.replace("a", "😀")),
                TEXT.same("left(1)", text -> text.left(1), Terms::first),
                TEXT.orElse("a", text -> text.orElse("a")),
                new Term<>(
                        "text.nullIf(a)",
                        o -> o.text.nullIf("a"),
                        row -> "a".equals(row.text) ? null : row.text,
                        BY_CODE_POINT));
    }

    static String upper(String text) {
        return map(text, c -> c >= 'a' && c <= 'z' ? c - 32 : c);
    }

    private static String map(String text, IntUnaryOperator each) {
        return text.codePoints()
                .map(each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }

    static Arbitrary<Term<Integer, NumberExpression<Integer>>> ints() {
        return Arbitraries.of(
                NUMBER,
                NUMBER.orElse(-1, number -> number.orElse(-1)),
                TEXT.then(
                        "length()", TextExpression::length, text -> text.codePointCount(0, text.length()), naturally()),
                TEXT.then(
                        "indexOf(a)",
                        text -> text.indexOf("a"),
                        text -> text.indexOf("a") < 0 ? -1 : text.codePointCount(0, text.indexOf("a")),
                        naturally()),
                DAY.then("month()", DateExpression::month, LocalDate::getMonthValue, naturally()),
                DAY.then("day()", DateExpression::day, LocalDate::getDayOfMonth, naturally()),
                DAY.then("quarter()", DateExpression::quarter, day -> day.get(IsoFields.QUARTER_OF_YEAR), naturally()),
                DAY.then(
                        "week()", DateExpression::week, day -> day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), naturally()),
                DAY.then(
                        "weekDay()",
                        DateExpression::weekDay,
                        day -> day.getDayOfWeek().getValue() % 7 + 1,
                        naturally()),
                AT.then(
                        "hour()",
                        TimestampExpression::hour,
                        at -> at.atOffset(ZoneOffset.UTC).getHour(),
                        naturally()),
                AT.then(
                        "second()",
                        TimestampExpression::second,
                        at -> at.atOffset(ZoneOffset.UTC).getSecond(),
                        naturally()),
                AT.then(
                        "in(NEW_YORK).hour()",
                        at -> at.in(NEW_YORK).hour(),
                        at -> at.atZone(NEW_YORK).getHour(),
                        naturally()),
                AT.then(
                        "in(+05:30).hour()",
                        at -> at.in(EAST).hour(),
                        at -> at.atZone(EAST).getHour(),
                        naturally()));
    }

    static Arbitrary<Term<Long, NumberExpression<Long>>> longs() {
        Term<Long, NumberExpression<Long>> widened =
                NUMBER.then("toLong()", NumberExpression::toLong, Integer::longValue, Comparator.<Long>naturalOrder());
        return Arbitraries.of(
                BIG,
                widened,
                widened.same("plus(5)", n -> n.plus(5), n -> n + 5),
                widened.same("times(3).minus(1)", n -> n.times(3).minus(1), n -> n * 3 - 1),
                widened.same("minus(1).times(3)", n -> n.minus(1).times(3), n -> (n - 1) * 3),
                widened.same("dividedBy(2)", n -> n.dividedBy(2), n -> n / 2),
                widened.same("mod(3)", n -> n.mod(3), n -> n % 3),
                widened.same("negated()", NumberExpression::negated, n -> -n),
                widened.same("abs()", NumberExpression::abs, Math::abs),
                widened.same("bitAnd(6)", n -> n.bitAnd(6), n -> n & 6),
                widened.same("shiftLeft(1)", n -> n.shiftLeft(1), n -> n << 1),
                new Term<>(
                        "number.toLong().minus(number.toLong().minus(1))",
                        o -> o.number.toLong().minus(o.number.toLong().minus(1)),
                        row -> row.number == null ? null : 1L,
                        Comparator.<Long>naturalOrder()),
                new Term<>(
                        "greatest(number.toLong(), big)",
                        o -> greatest(o.number.toLong(), o.big),
                        row -> row.number == null
                                ? row.big
                                : row.big == null
                                        ? Long.valueOf(row.number)
                                        : Long.valueOf(Math.max(row.number, row.big)),
                        Comparator.<Long>naturalOrder()));
    }

    static Arbitrary<Term<BigDecimal, NumberExpression<BigDecimal>>> decimals() {
        return Arbitraries.of(
                AMOUNT,
                AMOUNT.same("plus(0.5)", n -> n.plus(new BigDecimal("0.5")), n -> n.add(new BigDecimal("0.5"))),
                AMOUNT.same("times(3)", n -> n.times(3), n -> n.multiply(BigDecimal.valueOf(3))),
                BIG.then(
                        "toBigDecimal().plus(1)",
                        n -> n.toBigDecimal().plus(1),
                        n -> BigDecimal.valueOf(n).add(BigDecimal.ONE),
                        Comparator.<BigDecimal>naturalOrder()),
                new Term<>(
                        "amount.minus(number)",
                        o -> o.amount.minus(o.number),
                        row -> row.amount == null || row.number == null
                                ? null
                                : row.amount.subtract(BigDecimal.valueOf(row.number)),
                        Comparator.<BigDecimal>naturalOrder()));
    }

    static Arbitrary<Term<Double, NumberExpression<Double>>> doubles() {
        return Arbitraries.of(
                RATIO,
                RATIO.orElse(Double.NaN, ratio -> ratio.orElse(Double.NaN)),
                RATIO.same("negated()", NumberExpression::negated, n -> -n));
    }

    static Arbitrary<Term<Instant, TimestampExpression<Instant>>> instants() {
        return Arbitraries.of(
                AT,
                AT.orElse(Instant.EPOCH, at -> at.orElse(Instant.EPOCH)),
                AT.same("plus(1 h)", at -> at.plus(Duration.ofHours(1)), at -> at.plus(1, ChronoUnit.HOURS)),
                AT.same("truncatedTo(DAY)", at -> at.truncatedTo(DateUnit.DAY), at -> at.truncatedTo(ChronoUnit.DAYS)));
    }

    static Arbitrary<Term<LocalDate, DateExpression>> dates() {
        return Arbitraries.of(
                DAY,
                AT.then("date()", TimestampExpression::date, at -> LocalDate.ofInstant(at, ZoneOffset.UTC), days()),
                AT.then(
                        "in(NEW_YORK).date()",
                        at -> at.in(NEW_YORK).date(),
                        at -> LocalDate.ofInstant(at, NEW_YORK),
                        days()),
                AT.then("in(+05:30).date()", at -> at.in(EAST).date(), at -> LocalDate.ofInstant(at, EAST), days()));
    }

    static Arbitrary<Term<Integer, ? extends NumberExpression<Integer>>> years() {
        return Arbitraries.of(YEAR_TERMS);
    }

    /** As PostgreSQL counts, without a year 0. */
    private static int year(LocalDate day) {
        return day.getYear() <= 0 ? day.getYear() - 1 : day.getYear();
    }

    private static Comparator<Integer> naturally() {
        return Comparator.naturalOrder();
    }

    private static Comparator<LocalDate> days() {
        return Comparator.comparing(day -> day);
    }

    /** Rows that together have every value, and none. */
    static List<Oddity> everything() {
        List<Oddity> rows = new ArrayList<>();
        for (int i = 0; i <= TEXTS.size(); i++) {
            Oddity row = new Oddity();
            row.text = at(TEXTS, i);
            row.other = at(TEXTS, 3 * i + 1);
            row.number = at(INTS, i);
            row.big = at(LONGS, i);
            row.amount = at(DECIMALS, i);
            row.ratio = at(DOUBLES, i);
            row.flag = at(List.of(true, false), i);
            row.at = at(INSTANTS, i);
            row.day = at(DATES, i);
            rows.add(row);
        }
        return rows;
    }

    /** The value at a position, counted round and round with a missing one at the end. */
    private static <T> @Nullable T at(List<T> values, int position) {
        int place = position % (values.size() + 1);
        return place == values.size() ? null : values.get(place);
    }

    /** A row; of every type the missing value is the most likely one. */
    static Arbitrary<Oddity> rows() {
        Arbitrary<@Nullable Object[]> values = Arbitraries.of(TEXTS)
                .injectNull(0.2)
                .list()
                .ofSize(2)
                .flatMap(texts -> Arbitraries.of(INTS).injectNull(0.25).flatMap(number -> Arbitraries.of(LONGS)
                        .injectNull(0.25)
                        .map(big -> new @Nullable Object[] {texts.get(0), texts.get(1), number, big})));
        Arbitrary<@Nullable Object[]> more = Arbitraries.of(DECIMALS)
                .injectNull(0.25)
                .flatMap(amount -> Arbitraries.of(DOUBLES).injectNull(0.25).flatMap(ratio -> Arbitraries.of(true, false)
                        .injectNull(0.3)
                        .map(flag -> new @Nullable Object[] {amount, ratio, flag})));
        Arbitrary<@Nullable Object[]> times = Arbitraries.of(INSTANTS)
                .injectNull(0.25)
                .flatMap(at -> Arbitraries.of(DATES).injectNull(0.25).map(day -> new @Nullable Object[] {at, day}));
        return Combinators.combine(values, more, times).as((a, b, c) -> {
            Oddity row = new Oddity();
            row.text = (String) a[0];
            row.other = (String) a[1];
            row.number = (Integer) a[2];
            row.big = (Long) a[3];
            row.amount = (BigDecimal) b[0];
            row.ratio = (Double) b[1];
            row.flag = (Boolean) b[2];
            row.at = (Instant) c[0];
            row.day = (LocalDate) c[1];
            return row;
        });
    }
}
