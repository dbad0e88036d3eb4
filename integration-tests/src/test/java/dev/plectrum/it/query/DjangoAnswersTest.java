package dev.plectrum.it.query;

import static dev.plectrum.orm.query.Functions.greatest;
import static dev.plectrum.orm.query.Functions.value;
import static dev.plectrum.orm.query.Functions.when;
import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.InvalidValue;
import dev.plectrum.orm.error.OutOfRange;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.DateUnit;
import dev.plectrum.orm.query.Expression;
import dev.plectrum.orm.query.Orderable;
import dev.plectrum.orm.type.Range;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lookups and functions of every kind of value, over rows that were made to tell right answers from nearly right ones. What is expected was
 * answered by Django on the same rows; where we differ on purpose, the test says so and
 * {@code docs/decisions/differences-from-django.md} says why.
 */
@PlectrumTest(schema = DjangoAnswersTest.Specimens.class, isolation = Isolation.ROLLBACK)
class DjangoAnswersTest {
    /** No rows yet. */
    static final class Specimens implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(SpecimenMapping.INSTANCE));
        }
    }

    private SpecimenQuerySet rows;
    private Database db;

    @BeforeEach
    void set(Database db) {
        this.db = db;
        rows = new SpecimenQuerySet(db);
    }

    /** Rows with these values in a column, numbered from 0. */
    private void rows(String column, String type, @Nullable String... values) {
        for (int i = 0; i < values.length; i++) {
            String value = values[i] == null ? "NULL" : "'" + values[i].replace("'", "''") + "'::" + type;
            await(db.script(
                    "INSERT INTO \"select\" (\"order\", \"" + column + "\") VALUES (" + i + ", " + value + ")"));
        }
    }

    private void found(Function<SpecimenFields, Condition> condition, Integer... numbers) {
        assertThat(numbers(rows.filter(condition)))
                .as("%s", rows.filter(condition))
                .containsExactly(numbers);
    }

    /** What is left is everything else, which is where we differ from Django if it says so. */
    private void left(Function<SpecimenFields, Condition> condition, Integer... numbers) {
        assertThat(numbers(rows.exclude(condition)))
                .as("%s", rows.exclude(condition))
                .containsExactly(numbers);
    }

    private void sorted(Function<SpecimenFields, ? extends Orderable> key, Integer... numbers) {
        assertThat(await(rows.orderBy(key, s -> s.number).values(s -> s.number).alist()))
                .containsExactly(numbers);
    }

    private static List<@Nullable Integer> numbers(SpecimenQuerySet found) {
        return await(found.orderBy(s -> s.number).values(s -> s.number).alist());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private <T> void values(Function<SpecimenFields, ? extends Expression<T>> expression, @Nullable T... expected) {
        assertThat(await(rows.orderBy(s -> s.number).values(expression).alist()))
                .isEqualTo(Arrays.asList(expected));
    }

    @Test
    void json() {
        rows(
                "a b",
                "jsonb",
                null,
                "{}",
                "{\"a\": null}",
                "{\"a\": 1}",
                "{\"a\": \"1\"}",
                "{\"a\": {\"b\": [1, \"two\", null, 3.5]}}",
                "{\"a\": [1, 2, 3]}",
                "{\"a\": true}",
                "{\"a\": \"x\", \"b\": 2}",
                "[1, 2]",
                "[{\"a\": 1}]",
                "{\"0\": \"zero\"}",
                "{\"a\": {\"b\": null}}",
                "\"str\"",
                "5",
                "true",
                "null");
        found(s -> s.data.path("a").eq(1), 3);
        found(s -> s.data.path("a").eq("1"), 4);
        found(s -> s.data.path("a").isJsonNull(), 2);
        found(s -> s.data.path("a").isNull(), 0, 1, 9, 10, 11, 13, 14, 15, 16);
        left(s -> s.data.path("a").isNull(), 2, 3, 4, 5, 6, 7, 8, 12);
        found(s -> s.data.isNull(), 0);
        found(s -> s.data.isJsonNull(), 16);
        found(s -> s.data.eq(new JsonObject()), 1);
        found(s -> s.data.path("a").eq(new JsonObject("{\"b\": [1, \"two\", null, 3.5]}")), 5);
        found(s -> s.data.path("a", "b", 0).eq(1), 5);
        found(s -> s.data.path("a", "b", 3).eq(3.5), 5);
        found(s -> s.data.path("a", "b").isNull(), 0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16);
        found(s -> s.data.path("a", "b").isJsonNull(), 12);
        found(s -> s.data.path("a").gt(0), 3, 5, 6, 7, 12);
        found(s -> s.data.path("a").gte(1), 3, 5, 6, 7, 12);
        found(s -> s.data.path("a").lt(5), 2, 3, 4, 8);
        found(s -> s.data.path("a").lt("2"), 2, 4);
        found(s -> s.data.path("a").gt("0"), 3, 4, 5, 6, 7, 8, 12);
        found(s -> s.data.path("a").in(List.of(1, "x")), 3, 8);
        found(s -> s.data.path("a").in(Arrays.asList(1, null)), 3);
        found(s -> s.data.path(0).eq(1), 9);
        found(s -> s.data.path(0, "a").eq(1), 10);
        found(s -> s.data.contains(new JsonObject("{\"a\": 1}")), 3);
        found(s -> s.data.contains(new JsonObject("{\"a\": null}")), 2);
        found(s -> s.data.contains(new JsonObject("{\"a\": {\"b\": [\"two\"]}}")), 5);
        found(s -> s.data.contains(new JsonArray("[1]")), 9);
        found(s -> s.data.contains(new JsonObject()), 1, 2, 3, 4, 5, 6, 7, 8, 11, 12);
        found(s -> s.data.contains(5), 14);
        left(s -> s.data.contains(new JsonObject("{\"a\": 1}")), 0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        found(s -> s.data.containedBy(new JsonObject("{\"a\": 1, \"b\": 2}")), 1, 3);
        found(s -> s.data.containedBy(new JsonObject("{\"a\": {\"b\": [1, \"two\", null, 3.5]}, \"z\": 1}")), 1, 5);
        found(s -> s.data.containedBy(new JsonArray("[1, 2, 5]")), 9, 14);
        found(s -> s.data.path("a").contains(new JsonArray("[1]")), 6);
        found(s -> s.data.path("a").contains("x"), 8);
        found(s -> s.data.path("a").contains(new JsonObject("{\"b\": null}")), 12);
        found(s -> s.data.path("a").containedBy(new JsonArray("[1, 2, 3, 4]")), 3, 6);
        found(s -> s.data.contains(s.data), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        found(s -> s.data.hasKey("a"), 2, 3, 4, 5, 6, 7, 8, 12);
        left(s -> s.data.hasKey("a"), 0, 1, 9, 10, 11, 13, 14, 15, 16);
        found(s -> s.data.hasKey("0"), 11);
        found(s -> s.data.path("a").hasKey("b"), 5, 12);
        found(s -> s.data.hasKeys(List.of("a", "b")), 8);
        found(s -> s.data.hasAnyKey(List.of("b", "0")), 8, 11);
        found(s -> s.data.hasKeys(List.of()), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        found(s -> s.data.hasAnyKey(List.of()));
        found(s -> s.data.path("a").text().icontains("X"), 8);
        found(s -> s.data.path("a").text().startsWith("tw"));
        found(s -> s.data.path("a").text().iexact("X"), 8);
        found(s -> s.data.path("a").text().regex("^[x1]"), 3, 4, 8);
        found(s -> s.data.path("a").eq(s.data.path("b")));
        found(s -> s.data.path("a", "b", 1).text().iendsWith("WO"), 5);
        sorted(s -> s.data.path("a"), 2, 4, 8, 3, 7, 6, 12, 5, 0, 1, 9, 10, 11, 13, 14, 15, 16);
        sorted(s -> s.data, 16, 13, 14, 15, 10, 9, 1, 11, 2, 4, 3, 7, 6, 12, 5, 8, 0);
        sorted(s -> s.data.path("a").desc(), 0, 1, 9, 10, 11, 13, 14, 15, 16, 5, 12, 6, 7, 3, 8, 4, 2);

        // Differs: the complement is complete. Django leaves out rows in whose document there is no such key.
        left(s -> s.data.path("a").eq(1), 0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        // Differs: a key is asked for as text, a position as a number, and "0" is no position.
        found(s -> s.data.path("0").eq("zero"), 11);
        assertThatThrownBy(() -> rows.filter(s -> s.data.path("a").eq(s.text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Compare like with like");
    }

    @Test
    void arrays() {
        rows(
                "tags",
                "text[]",
                null,
                "{}",
                "{a}",
                "{a,b}",
                "{b,a}",
                "{b,a,a}",
                "{A}",
                "{NULL}",
                "{a,NULL}",
                "{\"it's {x},\\\"y\\\"\",\"\\\\\"}",
                "{c,d,e}");
        found(s -> s.tags.eq(List.of("a", "b")), 3);
        found(s -> s.tags.eq(List.of()), 1);
        found(s -> s.tags.contains(List.of("a")), 2, 3, 4, 5, 8);
        found(s -> s.tags.contains(List.of("a", "b")), 3, 4, 5);
        found(s -> s.tags.contains(List.of()), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        left(s -> s.tags.contains(List.of("a")), 0, 1, 6, 7, 9, 10);
        found(s -> s.tags.containedBy(List.of("a", "b")), 1, 2, 3, 4, 5);
        found(s -> s.tags.containedBy(List.of()), 1);
        found(s -> s.tags.overlaps(List.of("a", "c")), 2, 3, 4, 5, 8, 10);
        found(s -> s.tags.overlaps(List.of()));
        left(s -> s.tags.overlaps(List.of("a", "c")), 0, 1, 6, 7, 9);
        found(s -> s.tags.length().eq(0), 1);
        found(s -> s.tags.length().eq(2), 3, 4, 8, 9);
        found(s -> s.tags.length().gte(2), 3, 4, 5, 8, 9, 10);
        left(s -> s.tags.length().eq(0), 0, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        found(s -> s.tags.get(0).eq("a"), 2, 3, 8);
        found(s -> s.tags.get(1).eq("a"), 4, 5);
        found(s -> s.tags.get(0).asText().iexact("a"), 2, 3, 6, 8);
        found(s -> s.tags.get(0).isNull(), 0, 1, 7);
        found(s -> s.tags.get(9).isNull(), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        found(s -> s.tags.slice(0, 2).eq(List.of("a", "b")), 3);
        found(s -> s.tags.slice(1, 2).eq(List.of("a")), 4, 5);
        found(s -> s.tags.slice(1, 9).eq(List.of("b")), 3);
        found(s -> s.tags.slice(0, 1).contains(List.of("b")), 4, 5);
        found(s -> s.tags.in(List.of(List.of("a"), List.of())), 1, 2);
        found(s -> s.tags.contains(List.of("it's {x},\"y\"")), 9);
        found(s -> s.tags.contains(List.of("\\")), 9);
        found(s -> s.tags.has("a"), 2, 3, 4, 5, 8);
        sorted(s -> s.tags.asc(), 1, 6, 2, 3, 8, 4, 5, 10, 9, 7, 0);

        // Differs: the complement is complete. Django leaves out arrays without a first element.
        left(s -> s.tags.get(0).eq("a"), 0, 1, 4, 5, 6, 7, 9, 10);
        assertThatThrownBy(() -> rows.filter(s -> s.tags.get(-1).eq("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rows.filter(s -> s.tags.slice(2, 1).isNull()))
                .isInstanceOf(IllegalArgumentException.class);
        found(s -> s.tags.get(Integer.MAX_VALUE).isNotNull());
        found(s -> s.tags.slice(Integer.MAX_VALUE, Integer.MAX_VALUE).length().gt(0));
    }

    @Test
    void ranges() {
        rows("range", "int4range", null, "[1,5)", "[5,9)", "[2,3)", "empty", "(,5)", "[5,)", "(,)", "[1,5]", "[0,10)");
        found(s -> s.range.eq(Range.closedOpen(1, 5)), 1);
        found(s -> s.range.eq(Range.closed(1, 4)), 1);
        found(s -> s.range.has(4), 1, 5, 7, 8, 9);
        found(s -> s.range.has(5), 2, 6, 7, 8, 9);
        found(s -> s.range.contains(Range.closedOpen(2, 3)), 1, 3, 5, 7, 8, 9);
        found(s -> s.range.contains(Range.empty()), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        left(s -> s.range.has(4), 0, 2, 3, 4, 6);
        found(s -> s.range.containedBy(Range.closedOpen(0, 6)), 1, 3, 4, 8);
        found(s -> s.range.containedBy(Range.all()), 1, 2, 3, 4, 5, 6, 7, 8, 9);
        found(s -> s.range.overlaps(Range.closedOpen(4, 6)), 1, 2, 5, 6, 7, 8, 9);
        found(s -> s.range.overlaps(Range.empty()));
        found(s -> s.range.fullyLt(Range.closedOpen(5, 9)), 1, 3, 5);
        found(s -> s.range.fullyGt(Range.closedOpen(0, 5)), 2, 6);
        found(s -> s.range.notLt(Range.closedOpen(2, 9)), 2, 3, 6);
        found(s -> s.range.notGt(Range.closedOpen(0, 5)), 1, 3, 5);
        found(s -> s.range.adjacentTo(Range.closedOpen(5, 9)), 1, 5);
        found(s -> s.range.lower().eq(1), 1, 8);
        found(s -> s.range.lower().gt(1), 2, 3, 6);
        found(s -> s.range.lower().isNull(), 0, 4, 5, 7);
        found(s -> s.range.upper().eq(5), 1, 5);
        found(s -> s.range.upper().isNull(), 0, 4, 6, 7);
        found(s -> s.range.isEmpty(), 4);
        left(s -> s.range.isEmpty(), 0, 1, 2, 3, 5, 6, 7, 8, 9);
        found(s -> s.range.lowerIncluded(), 1, 2, 3, 6, 8, 9);
        found(s -> s.range.lowerUnbounded(), 5, 7);
        found(s -> s.range.upperIncluded());
        found(s -> s.range.upperUnbounded(), 6, 7);
        found(s -> s.number.in(Range.closedOpen(2, 5)), 2, 3, 4);
        found(s -> s.number.in(Range.openClosed(2, 5)), 3, 4, 5);
        found(s -> s.number.in(Range.lessThan(3)), 0, 1, 2);
        found(s -> s.number.in(Range.atLeast(7)), 7, 8, 9);
        found(s -> s.number.in(Range.all()), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        found(s -> s.number.in(Range.empty()));
        left(s -> s.number.in(Range.closedOpen(2, 5)), 0, 1, 5, 6, 7, 8, 9);
        found(s -> s.range.has(s.number), 1, 6, 7, 9);
        found(s -> s.range.gt(Range.closedOpen(1, 5)), 2, 3, 6, 8);
        sorted(s -> s.range, 4, 5, 7, 9, 1, 8, 3, 2, 6, 0);
        assertThat(rows.filter(s -> s.day.in(Range.closed(LocalDate.EPOCH, LocalDate.EPOCH)))
                        .toString())
                .endsWith("\nWHERE t0.\"?\" >= $1::date AND t0.\"?\" < $2::date");
        assertThat(rows.exclude(s -> s.amount.in(Range.open(BigDecimal.ONE, BigDecimal.TEN)))
                        .toString())
                .endsWith("\nWHERE (t0.\"größe\" > $1::numeric AND t0.\"größe\" < $2::numeric) IS NOT TRUE");
    }

    @Test
    void texts() {
        rows(
                "from",
                "text",
                null,
                "",
                "abc",
                "ABC",
                "Ábc",
                "straße",
                "STRASSE",
                "ſ",
                "İ",
                "ı",
                "i",
                "I",
                "%",
                "_",
                "\\",
                "a%b",
                "a_b",
                "a\\b",
                "100%",
                "ﬀ",
                "é",
                "e\u0301",
                " pad ",
                "tab\t",
                "line\nbreak",
                "😀",
                "Σ",
                "ς",
                "σ");
        found(s -> s.text.iexact("abc"), 2, 3);
        found(s -> s.text.iexact("STRASSE"), 6);
        found(s -> s.text.iexact("i"), 9, 10, 11);
        found(s -> s.text.iexact(""), 1);
        found(s -> s.text.iexact("σ"), 26, 27, 28);
        found(s -> s.text.icontains("B"), 2, 3, 4, 15, 16, 17, 23, 24);
        found(s -> s.text.icontains("ß"), 5);
        found(s -> s.text.icontains("ss"), 6);
        found(s -> s.text.icontains("Á"), 4);
        found(s -> s.text.icontains("Σ"), 26, 27, 28);
        found(s -> s.text.icontains("_"), 13, 16);
        found(s -> s.text.icontains("\\"), 14, 17);
        found(s -> s.text.istartsWith("A%"), 15);
        found(s -> s.text.iendsWith("%"), 12, 18);
        found(s -> s.text.contains("\n"), 24);
        found(s -> s.text.startsWith(" "), 22);
        found(s -> s.text.regex("^.$"), 7, 8, 9, 10, 11, 12, 13, 14, 19, 20, 25, 26, 27, 28);
        found(s -> s.text.regex("\\s$"), 22, 23);
        found(s -> s.text.iregex("^[a-z]+$"), 2, 3, 6, 10, 11);
        left(s -> s.text.regex(""), 0);
        found(s -> s.text.in(Arrays.asList("abc", null, "")), 1, 2);
        assertThat(numbers(rows.exclude(s -> s.text.in("abc", ""))))
                .hasSize(27)
                .contains(0)
                .doesNotContain(1, 2);
        assertThat(numbers(rows.exclude(s -> s.text.eq("")))).hasSize(28).contains(0);
        assertThat(numbers(rows.exclude(s -> s.text.contains("")))).containsExactly(0);
        assertThat(await(
                        rows.orderBy(s -> s.number).values(s -> s.text.length()).alist()))
                .containsExactly(
                        null, 0, 3, 3, 3, 6, 7, 1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3, 4, 1, 1, 2, 5, 4, 10, 1, 1, 1, 1);
        assertThat(await(rows.orderBy(s -> s.number)
                        .values(s -> s.text.padStart(5, "xy"))
                        .alist()))
                .startsWith(null, "xyxyx", "xyabc", "xyABC", "xyÁbc", "straß", "STRAS", "xyxyſ");
        assertThat(await(rows.filter(s -> s.number.in(5, 15, 21, 25))
                        .orderBy(s -> s.number)
                        .values(s -> s.text.substring(1, 2))
                        .alist()))
                .containsExactly("tr", "%b", "\u0301", "");
        assertThat(await(rows.filter(s -> s.number.in(2, 15, 24))
                        .orderBy(s -> s.number)
                        .values(s -> s.text.indexOf("b").plus(1))
                        .alist()))
                .containsExactly(2, 3, 6);
        assertThat(await(rows.filter(s -> s.number.in(0, 1, 25))
                        .orderBy(s -> s.number)
                        .values(s -> s.text.codePoint())
                        .alist()))
                .containsExactly(null, 0, 128512);
        assertThat(await(rows.filter(s -> s.number.in(22, 23))
                        .orderBy(s -> s.number)
                        .values(s -> s.text.trim())
                        .alist()))
                .containsExactly("pad", "tab\t");
        assertThat(await(rows.filter(s -> s.number.in(0, 3))
                        .orderBy(s -> s.number)
                        .values(s -> greatest(s.text, value("B")))
                        .alist()))
                .hasSize(2)
                .startsWith("B");
    }

    private void numbers() {
        rows("größe", "numeric", null, "0", "2.5", "-2.5", "9999999.999", "0.001", "-0.5", "1.5", "-1.5");
        await(db.script("""
                UPDATE "select" SET sort_1 = (ARRAY[NULL, 0, 7, -7, 2147483647, 1, 2, 3, 4])["order" + 1],
                  ratio = (ARRAY[NULL, 0, 2.5, -2.5, 1e300, 'NaN', 'Infinity', '-Infinity', '-0']::float8[])["order" + 1]"""));
    }

    @Test
    void numbersInComparisons() {
        numbers();
        found(s -> s.ratio.eq(Double.NaN), 5);
        found(s -> s.ratio.gt(Double.POSITIVE_INFINITY), 5);
        found(s -> s.ratio.lt(0), 3, 7);
        found(s -> s.ratio.eq(0), 1, 8);
        found(s -> s.ratio.eq(-0.0), 1, 8);
        found(s -> s.ratio.gte(1e300), 4, 5, 6);
        left(s -> s.ratio.lt(0), 0, 1, 2, 4, 5, 6, 8);
        found(s -> s.ratio.in(List.of(Double.NaN, 0.0)), 1, 5, 8);
        sorted(s -> s.ratio, 7, 3, 1, 8, 2, 4, 6, 5, 0);
        found(s -> s.big.toDouble().lt(2.5), 1, 3, 5, 6);
        found(s -> s.amount.eq(new BigDecimal("1.50")), 7);
        found(s -> s.amount.in(Arrays.asList(new BigDecimal("2.500"), null)), 2);
        found(s -> s.amount.between(0, 2), 1, 5, 7);
        found(s -> s.amount.between(2, 0));
    }

    @Test
    void numbersInArithmetic() {
        numbers();
        values(s -> s.big.dividedBy(2), null, 0L, 3L, -3L, 1073741823L, 0L, 1L, 1L, 2L);
        values(s -> s.big.mod(3), null, 0L, 1L, -1L, 1L, 1L, 2L, 0L, 1L);
        values(s -> s.amount.sign(), null, 0, 1, -1, 1, 1, -1, 1, -1);
        values(s -> s.amount.round().toInt(), null, 0, 3, -3, 10000000, 0, -1, 2, -2);
        values(s -> s.amount.ceil().toInt(), null, 0, 3, -2, 10000000, 1, 0, 2, -1);
        values(s -> s.amount.floor().toInt(), null, 0, 2, -3, 9999999, 0, -1, 1, -2);
        values(s -> s.amount.toInt(), null, 0, 3, -3, 10000000, 0, -1, 2, -2);
        values(s -> s.amount.mod(2).asText(), null, "0", "0.5", "-0.5", "1.999", "0.001", "-0.5", "1.5", "-1.5");
        assertThat(await(rows.filter(s -> s.number.lt(4))
                        .orderBy(s -> s.number)
                        .values(s -> s.ratio.round())
                        .alist()))
                .containsExactly(null, 0.0, 2.0, -2.0);
        assertThat(await(rows.filter(s -> s.number.lt(4))
                        .orderBy(s -> s.number)
                        .values(s -> s.big.bitAnd(3).plus(s.big.shiftLeft(1)).plus(s.big.shiftRight(1)))
                        .alist()))
                .containsExactly(null, 0L, 3L + 14 + 3, 1L - 14 - 4);
        assertThatThrownBy(() -> await(
                        db.atomic(() -> rows.values(s -> s.big.toInt().plus(1)).alist())))
                .isInstanceOf(OutOfRange.class);
        assertThatThrownBy(() -> await(db.atomic(
                        () -> rows.values(s -> s.number.dividedBy(s.big)).alist())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> await(db.atomic(() ->
                        rows.values(s -> s.big.dividedBy(s.number.minus(1))).alist())))
                .isInstanceOf(InvalidValue.class);
        values(
                s -> when(s.big.gt(2), "many").when(s.big.isNull(), "none").orElse("few"),
                "none",
                "few",
                "many",
                "few",
                "many",
                "few",
                "few",
                "many",
                "many");
        values(s -> when(s.big.gt(2), "many").orNull(), null, null, "many", null, "many", null, null, "many", "many");
    }

    private void days() {
        rows(
                "?",
                "date",
                null,
                "2004-12-31",
                "2005-01-01",
                "2008-12-28",
                "2008-12-29",
                "2009-01-01",
                "2009-12-31",
                "2010-01-03",
                "2010-01-04",
                "2024-02-29",
                "2024-12-30",
                "0001-01-01",
                "9999-12-31",
                "2020-03-29",
                "2020-06-30");
        await(db.script("""
                UPDATE "select" SET "$1" = (("?" + time '23:59:59.999999')::text || 'Z')::timestamptz,
                  time = make_time("order", 59, 59.999999)"""));
    }

    @Test
    void partsOfDates() {
        days();
        values(s -> s.day.week(), null, 53, 53, 52, 1, 1, 53, 53, 1, 9, 1, 1, 52, 13, 27);
        values(s -> s.day.quarter(), null, 4, 1, 4, 4, 1, 4, 1, 1, 1, 4, 1, 4, 1, 2);
        values(s -> s.day.weekDay(), null, 6, 7, 1, 2, 5, 5, 1, 2, 5, 2, 2, 6, 1, 3);
        values(s -> s.day.isoWeekDay(), null, 5, 6, 7, 1, 4, 4, 7, 1, 4, 1, 1, 5, 7, 2);
        values(
                s -> s.day.isoYear(),
                null,
                2004,
                2004,
                2008,
                2009,
                2009,
                2009,
                2009,
                2010,
                2024,
                2025,
                1,
                9999,
                2020,
                2020);
        values(
                s -> s.day.year(),
                null,
                2004,
                2005,
                2008,
                2008,
                2009,
                2009,
                2010,
                2010,
                2024,
                2024,
                1,
                9999,
                2020,
                2020);
        assertThat(await(rows.filter(s -> s.number.between(1, 4))
                        .orderBy(s -> s.number)
                        .values(s -> s.day.truncatedTo(DateUnit.WEEK))
                        .alist()))
                .extracting(LocalDate::toString)
                .containsExactly("2004-12-27", "2004-12-27", "2008-12-22", "2008-12-29");
        assertThat(await(rows.filter(s -> s.number.in(2, 13))
                        .orderBy(s -> s.number)
                        .values(s -> s.at.in(ZoneId.of("Europe/Berlin"))
                                .truncatedTo(DateUnit.DAY)
                                .asText())
                        .alist()))
                .hasSize(2);
        assertThat(await(rows.filter(s -> s.number.in(2, 13))
                        .orderBy(s -> s.number)
                        .values(s -> s.at.in(ZoneId.of("Europe/Berlin")).hour())
                        .alist()))
                .containsExactly(0, 1);
        assertThat(await(rows.filter(s -> s.number.in(2, 13))
                        .orderBy(s -> s.number)
                        .values(s -> s.at.in(ZoneId.of("Asia/Tokyo")).date())
                        .alist()))
                .containsExactly(LocalDate.of(2005, 1, 2), LocalDate.of(2020, 3, 30));
        assertThat(await(rows.values(s -> s.day.truncatedTo(DateUnit.YEAR))
                        .distinct()
                        .alist()))
                .hasSize(10);
    }

    @Test
    void datesInLookups() {
        days();
        found(s -> s.day.week().eq(53), 1, 2, 6, 7);
        found(s -> s.day.week().eq(1), 4, 5, 8, 10, 11);
        // The year that the week belongs to; Django before 4.0 asked for the calendar's.
        found(s -> s.day.isoYear().eq(2009), 4, 5, 6, 7);
        found(s -> s.day.year().eq(1), 11);
        found(s -> s.day.year().eq(9999), 12);
        found(s -> s.day.year().gt(9998), 12);
        found(s -> s.day.year().lt(2005), 1, 11);
        found(s -> s.day.year().gte(2010), 7, 8, 9, 10, 12, 13, 14);
        found(s -> s.day.year().in(List.of(1, 2005)), 2, 11);
        left(s -> s.day.year().lte(2009), 0, 7, 8, 9, 10, 12, 13, 14);
        found(s -> s.at.date().eq(LocalDate.of(2009, 12, 31)), 6);
        found(s -> s.at.year().eq(2009), 5, 6);
        found(s -> s.at.second().eq(59), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        found(s -> s.time.hour().eq(3), 3);
        found(s -> s.time.gt(LocalTime.NOON), 12, 13, 14);
        found(s -> s.time.between(LocalTime.of(2, 0), LocalTime.of(4, 0)), 2, 3);
        found(s -> s.at.time().gt(s.time), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        left(s -> s.day.weekDay().eq(7), 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        found(s -> s.day.day().eq(31).and(s.day.month().eq(12)), 1, 6, 12);
        found(s -> s.at.date().eq(s.day), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        assertThat(await(rows.filter(s -> s.number.lt(4))
                        .orderBy(s -> s.number)
                        .values(s -> s.day.daysSince(LocalDate.of(2004, 12, 31)))
                        .alist()))
                .containsExactly(null, 0, 1, 1458);
    }
}
