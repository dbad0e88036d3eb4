package dev.plectrum.it.query;

import static dev.plectrum.orm.query.Functions.concat;
import static dev.plectrum.orm.query.Functions.greatest;
import static dev.plectrum.orm.query.Functions.jsonArray;
import static dev.plectrum.orm.query.Functions.jsonObject;
import static dev.plectrum.orm.query.Functions.least;
import static dev.plectrum.orm.query.Functions.pi;
import static dev.plectrum.orm.query.Functions.uuidV7;
import static dev.plectrum.orm.query.Functions.value;
import static dev.plectrum.orm.query.Functions.when;
import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plectrum.orm.error.InvalidValue;
import dev.plectrum.orm.error.OutOfRange;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.DateUnit;
import dev.plectrum.orm.query.Expression;
import dev.plectrum.orm.query.NumberExpression;
import dev.plectrum.orm.query.SearchQuery;
import dev.plectrum.orm.query.SearchVector;
import dev.plectrum.orm.query.SearchVector.Normalization;
import dev.plectrum.orm.query.SearchVector.Weight;
import dev.plectrum.orm.type.Range;
import dev.plectrum.orm.type.Types;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every function and lookup, of a row that has everything and of one that has nothing. */
@PlectrumTest(schema = FunctionsTest.Specimens.class, isolation = Isolation.ROLLBACK)
class FunctionsTest {
    /** Two rows: 1 with a value of every kind, 2 with none. */
    static final class Specimens implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            SpecimenQuerySet rows = new SpecimenQuerySet(db);
            return db.script("CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION pgcrypto")
                    .compose(extended -> db.createSchema(List.of(SpecimenMapping.INSTANCE)))
                    .compose(made -> rows.acreate(s -> s.text("Crème brûlée")
                            .brief(" abcabc ")
                            .number(7)
                            .small((short) 3)
                            .big(10L)
                            .ratio(0.5)
                            .single(1.5f)
                            .amount(new BigDecimal("2.345"))
                            .price(new BigDecimal("-1234.56"))
                            .flag(true)
                            .at(Instant.parse("2024-02-29T23:30:15.500Z"))
                            .local(LocalDateTime.parse("2024-02-29T10:20:30.750"))
                            .day(LocalDate.of(2024, 2, 29))
                            .time(LocalTime.of(10, 20, 30, 750_000_000))
                            .span(Duration.ofMinutes(90))
                            .uuid(new UUID(1, 2))
                            .data(
                                    new JsonObject(
                                            "{\"a\": {\"b\": [1, \"two\", null, 3.5]}, \"n\": null, \"t\": true, \"s\": \"12\"}"))
                            .tags(List.of("a", "b", "c"))
                            .numbers(List.of(3, 1, 2))
                            .range(Range.closedOpen(1, 5))
                            .stay(Range.closedOpen(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 1)))
                            .colour(Colour.GREEN)))
                    .compose(full -> rows.acreate(s -> s));
        }
    }

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private SpecimenQuerySet rows;

    @BeforeEach
    void set(Database db) {
        rows = new SpecimenQuerySet(db);
    }

    private <T> List<T> both(Function<SpecimenFields, ? extends Expression<T>> expression) {
        return await(rows.orderBy(s -> s.id).values(expression).alist());
    }

    /** What the full row has; the empty one has nothing. */
    private <T> void is(T expected, Function<SpecimenFields, ? extends Expression<T>> expression) {
        assertThat(both(expression)).isEqualTo(Arrays.asList(expected, null));
    }

    private void isAbout(double expected, Function<SpecimenFields, NumberExpression<Double>> expression) {
        List<Double> both = both(expression);
        assertThat(both.get(0)).isCloseTo(expected, within(1e-9));
        assertThat(both.get(1)).isNull();
    }

    /** Holds for the full row, is unknown for the empty one: so its negation finds that, and only that. */
    private void holds(Function<SpecimenFields, Condition> condition) {
        assertThat(await(rows.filter(condition).values(s -> s.id).alist())).containsExactly(1L);
        assertThat(await(rows.exclude(condition).values(s -> s.id).alist())).containsExactly(2L);
    }

    private void holdsNot(Function<SpecimenFields, Condition> condition) {
        assertThat(await(rows.filter(condition).acount())).isZero();
        assertThat(await(rows.exclude(condition).acount())).isEqualTo(2);
    }

    @Test
    void texts() {
        is("crème brûlée", s -> s.text.lower());
        is("CRÈME BRÛLÉE", s -> s.text.upper());
        is("abcabc", s -> s.brief.trim());
        is("abcabc ", s -> s.brief.trimStart());
        is(" abcabc", s -> s.brief.trimEnd());
        is(12, s -> s.text.length());
        is("Crè", s -> s.text.left(3));
        is("lée", s -> s.text.right(3));
        is("ème", s -> s.text.substring(2, 3));
        is(2, s -> s.text.indexOf("è"));
        is(-1, s -> s.text.indexOf("zz"));
        is(0, s -> s.text.indexOf(s.text.left(2)));
        is(" xcxc ", s -> s.brief.replace("ab", "x"));
        is(" cbacba ", s -> s.brief.reverse());
        is(" abcabc  abcabc ", s -> s.brief.repeat(2));
        is("..7", s -> s.number.asText().padStart(3, "."));
        is("7..", s -> s.number.asText().padEnd(3, "."));
        is("Creme brulee", s -> s.text.unaccent());
        is("Crème brûlée!", s -> s.text.plus("!"));
        is("Crème brûlée abcabc ", s -> s.text.plus(s.brief));
        is(67, s -> s.text.codePoint());
        is("\u0007", s -> s.number.character());
        assertThat(both(s -> concat(s.text, value("/"), s.brief))).containsExactly("Crème brûlée/ abcabc ", "/");
        assertThat(both(s -> s.text.orElse("none"))).containsExactly("Crème brûlée", "none");
        assertThat(both(s -> s.text.orElse(s.brief).orElse("none"))).containsExactly("Crème brûlée", "none");
        assertThat(both(s -> s.text.nullIf("Crème brûlée"))).containsExactly(null, null);
        assertThat(both(s -> s.text.nullIf(s.text.plus("")))).containsExactly(null, null);
        assertThat(both(s -> greatest(s.brief, s.text, value("A")).collate("C")))
                .hasSize(2);
    }

    @Test
    void hashes() {
        is("900150983cd24fb0d6963f7d28e17f72", s -> s.brief.substring(1, 3).md5());
        is(
                "a9993e364706816aba3e25717850c26c9cd0d89d",
                s -> s.brief.substring(1, 3).sha1());
        is(
                "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
                s -> s.brief.substring(1, 3).sha224());
        is(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                s -> s.brief.substring(1, 3).sha256());
        is(96, s -> s.text.sha384().length());
        is(128, s -> s.text.sha512().length());
    }

    @Test
    void castsOfTexts() {
        is(12, s -> s.data.path("s").text().toInt());
        is(12L, s -> s.data.path("s").text().toLong());
        is(12.0, s -> s.data.path("s").text().toDouble());
        is(new BigDecimal("12"), s -> s.data.path("s").text().toBigDecimal());
        is(LocalDate.of(2024, 2, 29), s -> s.day.asText().toDate());
        is(new UUID(1, 2), s -> s.uuid.asText().cast(Types.UUID));
        is(LocalTime.of(10, 20, 30, 750_000_000), s -> s.local.cast(Types.TIME));
        assertThatThrownBy(() -> await(rows.values(s -> s.text.toInt()).alist()))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void textLookups() {
        holds(s -> s.text.contains("brû"));
        holds(s -> s.text.icontains("BRÛ"));
        holds(s -> s.text.startsWith("Crè"));
        holds(s -> s.text.istartsWith("cRÈ"));
        holds(s -> s.text.endsWith("lée"));
        holds(s -> s.text.iendsWith("LÉE"));
        holds(s -> s.text.iexact("CRÈME BRÛLÉE"));
        holds(s -> s.text.iexact(s.text.upper()));
        holds(s -> s.text.like("Cr_me%"));
        holds(s -> s.text.regex("^C.*e$"));
        holds(s -> s.text.iregex(s.text.left(2).upper()));
        holds(s -> s.text.regex(s.text.left(2)));
        holds(s -> s.text.unaccent().trigramSimilar("creme brule"));
        holds(s -> s.text.unaccent().trigramWordSimilar("creme"));
        holds(s -> s.text.unaccent().trigramStrictWordSimilar("brulee"));
        holdsNot(s -> s.text.contains("Brû"));
        holdsNot(s -> s.text.trigramSimilar("xyz"));
        is(1f, s -> s.text.trigramSimilarity("Crème brûlée"));
        is(1f, s -> s.text.trigramWordSimilarity("brûlée"));
        is(1f, s -> s.text.trigramStrictWordSimilarity("brûlée"));
        holds(s -> s.price.asText().startsWith("-1234"));
    }

    @Test
    void fullText() {
        SearchQuery brulee = SearchQuery.plain("simple", "brûlée");
        SearchQuery cold = SearchQuery.plain("simple", "cold");
        holds(s -> SearchVector.of("simple", s.text).matches(brulee));
        holds(s -> SearchVector.of("simple", s.text, s.brief).matches(SearchQuery.plain("simple", "abcabc brûlée")));
        holds(s -> SearchVector.of("simple", s.text).matches(SearchQuery.phrase("simple", "crème brûlée")));
        holdsNot(s -> SearchVector.of("simple", s.text).matches(SearchQuery.phrase("simple", "brûlée crème")));
        holds(s -> SearchVector.of("simple", s.text).matches(SearchQuery.web("simple", "\"crème brûlée\" -cold")));
        holds(s -> SearchVector.of("simple", s.text).matches(SearchQuery.raw("simple", "crè:* & !cold")));
        holds(s ->
                SearchVector.of("simple", s.text).matches(brulee.and(cold.not()).or(cold)));
        holds(s -> s.text.search("brûlée"));
        holds(s -> s.text.search("simple", "brûlée"));
        holds(s -> SearchVector.of("simple", s.text).matches(SearchQuery.prefix("simple", "crè")));
        holdsNot(s -> SearchVector.of("simple", s.text).matches(SearchQuery.prefix("simple", "rème")));
        holdsNot(s -> SearchVector.of("simple", s.text).matches(SearchQuery.prefix("simple", "it's \\ :* & |")));
        holds(s -> SearchVector.of("simple", s.text)
                .matches(SearchQuery.prefix("simple", "crè").followedBy(brulee)));
        holdsNot(s ->
                SearchVector.of("simple", s.text).matches(brulee.followedBy(SearchQuery.plain("simple", "crème"))));
        is("Crème <b>brûlée</b>", s -> s.text.headline(brulee));
        is("Crème «brûlée»", s -> s.text.headline(brulee, "StartSel=«, StopSel=»"));
        assertThat(both(s -> SearchVector.of("simple", s.text).rank(brulee, Normalization.ITSELF))
                        .get(0))
                .isLessThan(both(s -> SearchVector.of("simple", s.text).rank(brulee))
                        .get(0));
        assertThat(both(s -> SearchVector.of("simple", s.text)
                                .rankByNearness(brulee, Normalization.LENGTH, Normalization.UNIQUE_WORDS))
                        .get(0))
                .isPositive();
        List<Float> ranks = both(s -> SearchVector.of("simple", s.text)
                .weight(Weight.A)
                .plus(SearchVector.of("simple", s.brief))
                .rank(brulee));
        List<Float> plain = both(s -> SearchVector.of("simple", s.text).rank(brulee));
        assertThat(ranks.get(0)).isGreaterThan(plain.get(0));
        assertThat(both(s -> SearchVector.of("simple", s.text).rankByNearness(brulee))
                        .get(1))
                .isZero();
        assertThatThrownBy(() -> await(rows.filter(
                                s -> SearchVector.of("simple", s.text).matches(SearchQuery.raw("simple", "a & & b")))
                        .alist()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void numbers() {
        is(12, s -> s.number.plus(5));
        is(10, s -> s.number.plus(s.small));
        is(17L, s -> s.big.plus(s.number));
        is(-3L, s -> s.number.toLong().minus(s.big));
        is(21, s -> s.number.times(s.small));
        is(3, s -> s.number.dividedBy(2));
        is(1, s -> s.number.mod(2));
        is(-7, s -> s.number.negated());
        is(new BigDecimal("1234.56"), s -> s.price.abs());
        is(-1, s -> s.price.sign());
        is(new BigDecimal("3"), s -> s.amount.ceil());
        is(new BigDecimal("2"), s -> s.amount.floor());
        is(new BigDecimal("2"), s -> s.amount.round());
        is(new BigDecimal("2.35"), s -> s.amount.round(2));
        is(new BigDecimal("-1200"), s -> s.price.round(-2));
        isAbout(Math.sqrt(7), s -> s.number.sqrt());
        isAbout(Math.exp(0.5), s -> s.ratio.exp());
        isAbout(Math.log(10), s -> s.big.ln());
        isAbout(1, s -> s.big.log10());
        isAbout(Math.log(7) / Math.log(2), s -> s.number.log(2).toDouble());
        isAbout(Math.sin(0.5), s -> s.ratio.sin());
        isAbout(Math.cos(0.5), s -> s.ratio.cos());
        isAbout(Math.tan(0.5), s -> s.ratio.tan());
        isAbout(1 / Math.tan(0.5), s -> s.ratio.cot());
        isAbout(Math.asin(0.5), s -> s.ratio.asin());
        isAbout(Math.acos(0.5), s -> s.ratio.acos());
        isAbout(Math.atan(0.5), s -> s.ratio.atan());
        isAbout(Math.atan2(7, 10), s -> s.number.atan2(s.big));
        isAbout(Math.toDegrees(0.5), s -> s.ratio.degrees());
        isAbout(Math.toRadians(0.5), s -> s.ratio.radians());
        isAbout(49, s -> s.number.power(2));
        isAbout(343, s -> s.number.power(s.small));
        isAbout(Math.PI * 0.5, s -> s.ratio.times(pi()));
        is(3, s -> s.number.bitAnd(3));
        is(15, s -> s.number.bitOr(8));
        is(4, s -> s.number.bitXor(s.small));
        is(3, s -> s.number.bitAnd(s.small));
        is(14, s -> s.number.shiftLeft(1));
        is(3, s -> s.number.shiftRight(1));
        is(7.0, s -> s.number.toDouble());
        is(2L, s -> s.amount.toLong());
        is(1.5, s -> s.single.toDouble());
        assertThat(both(s -> s.number.orElse(1))).containsExactly(7, 1);
        assertThat(both(s -> s.number.nullIf(7))).containsExactly(null, null);
        assertThat(both(s -> s.number.nullIf(s.number.plus(0)))).containsExactly(null, null);
        assertThat(both(s -> greatest(s.number, value(9)))).containsExactly(9, 9);
        assertThat(both(s -> least(s.number, value(9)))).containsExactly(7, 9);
        holds(s ->
                s.number.eq(7).and(s.number.ne(8)).and(s.number.between(7, 7)).and(s.number.in(7, 8)));
        holds(s -> s.number
                .gt(s.small.toInt())
                .and(s.big.gte(s.number.toLong()))
                .and(s.ratio.lt(1).and(s.price.lte(0))));
        assertThatThrownBy(() ->
                        await(rows.values(s -> s.number.times(1_000_000_000)).alist()))
                .isInstanceOf(OutOfRange.class);
    }

    @Test
    void datesAndMoments() {
        is(2024, s -> s.at.year());
        is(2024, s -> s.day.isoYear());
        is(1, s -> s.at.quarter());
        is(2, s -> s.at.month());
        is(9, s -> s.at.week());
        is(29, s -> s.at.day());
        is(60, s -> s.day.dayOfYear());
        is(5, s -> s.day.weekDay());
        is(4, s -> s.day.isoWeekDay());
        is(23, s -> s.at.hour());
        is(30, s -> s.at.minute());
        is(15, s -> s.at.second());
        is(30, s -> s.local.second());
        is(LocalDate.of(2024, 3, 1), s -> s.at.in(TOKYO).date());
        is(LocalTime.of(8, 30, 15, 500_000_000), s -> s.at.in(TOKYO).time());
        is(6, s -> s.at.in(TOKYO).weekDay());
        is(Instant.parse("2024-02-29T15:00:00Z"), s -> s.at.in(TOKYO).truncatedTo(DateUnit.DAY));
        is(Instant.parse("2024-02-29T23:30:00Z"), s -> s.at.truncatedTo(DateUnit.MINUTE));
        is(LocalDate.of(2024, 1, 1), s -> s.day.truncatedTo(DateUnit.QUARTER));
        is(LocalDate.of(2024, 2, 26), s -> s.day.truncatedTo(DateUnit.WEEK));
        is(LocalTime.of(10, 20), s -> s.time.truncatedTo(DateUnit.MINUTE));
        is(Instant.parse("2024-03-01T01:00:15.500Z"), s -> s.at.plus(s.span));
        is(Instant.parse("2024-02-29T22:30:15.500Z"), s -> s.at.minus(Duration.ofHours(1)));
        is(LocalDateTime.parse("2024-03-29T00:00"), s -> s.day.plus(Period.ofMonths(1)));
        is(LocalDate.of(2024, 3, 1), s -> s.day.plusDays(1));
        is(59, s -> s.day.daysSince(LocalDate.of(2024, 1, 1)));
        is(Duration.ofHours(1), s -> s.at.since(Instant.parse("2024-02-29T22:30:15.500Z")));
        is(5400.0, s -> s.span.seconds());
        is(Duration.ofHours(3), s -> s.span.times(2));
        is(Duration.ofHours(2), s -> s.span.plus(Duration.ofMinutes(30)));
        is(Duration.ofHours(1), s -> s.span.minus(Duration.ofMinutes(30)));
        is(Duration.ofMinutes(20), s -> s.time.truncatedTo(DateUnit.MINUTE).since(LocalTime.of(10, 0)));
        is(Duration.ZERO, s -> s.time.since(s.local.time()));
        is(LocalTime.of(23, 0), s -> greatest(s.time, s.time.nullIf(LocalTime.of(10, 20, 30, 750_000_000)))
                .nullIf(LocalTime.MIDNIGHT)
                .orElse(s.time)
                .nullIf(LocalTime.of(10, 20, 30, 750_000_000))
                .orElse(s.at.time().truncatedTo(DateUnit.HOUR)));
        assertThat(both(s -> least(s.span, s.span.plus(s.span)).orElse(Duration.ZERO)))
                .containsExactly(Duration.ofMinutes(90), Duration.ZERO);
        assertThat(both(s -> s.span.nullIf(Duration.ofMinutes(90)).orElse(s.at.since(s.at))))
                .containsExactly(Duration.ZERO, null);
        assertThat(both(s -> s.day.nullIf(s.day).orElse(s.at.date()))).containsExactly(LocalDate.of(2024, 2, 29), null);
        assertThat(both(s -> s.at.nullIf(s.at))).containsExactly(null, null);
        assertThat(both(s -> when(s.day.isNull(), value(LocalDate.EPOCH)).orElse(s.day)))
                .containsExactly(LocalDate.of(2024, 2, 29), LocalDate.EPOCH);
        assertThat(both(s -> when(s.at.isNull(), s.at).orElse(Instant.EPOCH))).containsExactly(Instant.EPOCH, null);
        holds(s -> s.time.gt(LocalTime.of(10, 20)).and(s.time.hour().eq(10)));
        holds(s -> s.day.between(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29)));
        holds(s -> s.at.year()
                .eq(2024)
                .and(s.at.year().between(2020, 2024))
                .and(s.day.year().in(2023, 2024)));
        assertThat(both(s -> s.day.orElse(LocalDate.EPOCH)).get(1)).isEqualTo(LocalDate.EPOCH);
        assertThatThrownBy(() -> rows.values(s -> s.time.truncatedTo(DateUnit.DAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void json() {
        is(1, s -> s.data.path("a", "b", 0).text().toInt());
        is("two", s -> s.data.path("a", "b", 1).text());
        is(new BigDecimal("3.5"), s -> s.data.path("a", "b", -1).decimal());
        is(true, s -> s.data.path("t").bool());
        is(12L, s -> s.data.path("s").number());
        holds(s -> s.data.path("a", "b", 1).eq("two"));
        holds(s -> s.data.path("a", "b").eq(new JsonArray("[1, \"two\", null, 3.5]")));
        holds(s -> s.data.path("n").isJsonNull());
        holds(s -> s.data.path("a", "b", 2).isJsonNull());
        holds(s -> s.data.contains(new JsonObject("{\"a\": {\"b\": [\"two\"]}}")));
        holds(s -> s.data.path("t").containedBy(true));
        holds(s -> s.data.hasKey("n"));
        holds(s -> s.data.hasKeys(List.of("a", "n")));
        holds(s -> s.data.hasAnyKey(List.of("zz", "n")));
        holds(s -> s.data.matches("$.a.b[0] == 1"));
        holds(s -> s.data.path("s").text().icontains("2"));
        holdsNot(s -> s.data.hasKeys(List.of("a", "zz")));
        assertThat(await(rows.filter(s -> s.data.path("zz").isNull()).acount())).isEqualTo(2);
        assertThat(await(rows.filter(s -> s.data.path("n").text().isNull()).acount()))
                .isEqualTo(2);
        Map<String, Expression<?>> parts = new LinkedHashMap<>();
        assertThat(both(s -> {
                    parts.put("it's", s.text);
                    parts.put("n", s.number.plus(1));
                    return jsonObject(parts);
                }))
                .containsExactly(
                        new JsonObject().put("it's", "Crème brûlée").put("n", 8),
                        new JsonObject().putNull("it's").putNull("n"));
        assertThat(both(s -> jsonArray(s.number, s.flag)))
                .containsExactly(
                        new JsonArray().add(7).add(true),
                        new JsonArray().addNull().addNull());
    }

    @Test
    void arraysAndRanges() {
        is(3, s -> s.tags.length());
        is("b", s -> s.tags.get(1));
        is(List.of("a", "b"), s -> s.tags.slice(0, 2));
        is("a,b,c", s -> s.tags.join(","));
        assertThat(both(s -> s.tags.get(7))).containsExactly(null, null);
        holds(s -> s.tags.has("b"));
        holds(s -> s.tags.contains(List.of("c", "a")));
        holds(s -> s.tags.containedBy(List.of("a", "b", "c", "d")));
        holds(s -> s.tags.overlaps(List.of("x", "a")));
        holds(s -> s.tags.contains(s.tags.slice(1, 3)).and(s.tags.slice(1, 3).containedBy(s.tags)));
        holds(s -> s.numbers
                .has(2)
                .and(s.numbers.eq(List.of(3, 1, 2)))
                .and(s.numbers.get(0).gt(2)));
        holdsNot(s -> s.numbers.eq(List.of(1, 2, 3)));
        holdsNot(s -> s.tags.has("ab"));

        is(1, s -> s.range.lower());
        is(5, s -> s.range.upper());
        holds(s -> s.range.has(4).and(s.range.has(s.small.toInt())));
        holds(s -> s.range.contains(Range.closedOpen(2, 4)));
        holds(s -> s.range.containedBy(Range.closedOpen(0, 9)).and(s.range.containedBy(s.range)));
        holds(s -> s.range.overlaps(Range.closedOpen(4, 9)));
        holds(s -> s.range.fullyLt(Range.closedOpen(5, 9)).and(s.range.adjacentTo(Range.closedOpen(5, 9))));
        holds(s -> s.range.fullyGt(Range.closedOpen(-3, 0)));
        holds(s -> s.range.notLt(Range.closedOpen(1, 2)).and(s.range.notGt(Range.closedOpen(0, 5))));
        holds(s -> s.range.lowerIncluded().and(s.range.upperIncluded().not()));
        holds(s -> s.stay.has(LocalDate.of(2024, 2, 29)).and(s.stay.upper().gt(LocalDate.of(2024, 2, 1))));
        holdsNot(s -> s.range.isEmpty().or(s.range.lowerUnbounded()).or(s.range.upperUnbounded()));
        holdsNot(s -> s.range.has(5));
    }

    @Test
    void otherValues() {
        holds(s -> s.flag.isTrue());
        holds(s -> s.flag.eq(true));
        holdsNot(s -> s.flag.isFalse());
        assertThat(both(s -> s.flag.orElse(false))).containsExactly(true, false);
        holds(s -> s.colour.eq(Colour.GREEN).and(s.colour.in(Colour.RED, Colour.GREEN)));
        holds(s -> s.uuid.eq(new UUID(1, 2)).and(s.uuid.lt(new UUID(9, 9))));
        assertThat(both(s -> s.colour.orElse(Colour.BLUE))).containsExactly(Colour.GREEN, Colour.BLUE);
        assertThat(both(s -> when(s.number.gt(5), s.colour).orElse(Colour.RED)))
                .containsExactly(Colour.GREEN, Colour.RED);
        assertThat(both(s -> when(s.number.gt(5), "many")
                        .when(s.number.isNull(), "none")
                        .orNull()))
                .containsExactly("many", "none");
        assertThat(both(s -> when(s.number.gt(5), 1).orElse(s.big))).containsExactly(1L, null);
        assertThat(both(s -> when(s.number.gt(5), s.flag).orElse(value(false)))).containsExactly(true, false);
        assertThat(both(s -> s.uuid.orElse(value(Types.UUID, new UUID(3, 4)))))
                .containsExactly(new UUID(1, 2), new UUID(3, 4));
        assertThat(both(s -> uuidV7())).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id.version())
                .isEqualTo(7));
    }
}
