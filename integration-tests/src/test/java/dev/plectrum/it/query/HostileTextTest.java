package dev.plectrum.it.query;

import static dev.plectrum.orm.query.Functions.concat;
import static dev.plectrum.orm.query.Functions.raw;
import static dev.plectrum.orm.query.Functions.value;
import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.InvalidValue;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.SearchQuery;
import dev.plectrum.orm.query.SearchVector;
import dev.plectrum.orm.query.TextExpression;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.Queries;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text, names and numbers that were made to break statements: each does what any other does, or is refused by the field's name. */
@PlectrumTest(schema = HostileTextTest.Schema.class, isolation = Isolation.ROLLBACK)
class HostileTextTest {
    /** One table, called {@code select}. */
    static final class Schema implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(SpecimenMapping.INSTANCE));
        }
    }

    private static final List<String> TEXTS = List.of(
            "'; DROP TABLE \"select\"; --",
            "' OR '1'='1",
            "\" OR 1=1 --",
            "'); DELETE FROM \"select\" WHERE ('' = '",
            "\\'; SELECT pg_sleep(1); --",
            "1; COMMIT",
            "%",
            "_",
            "\\",
            "\\\\%",
            "100% a_b\\c",
            "$1",
            "$2::text",
            "$$",
            "$tag$ text $tag$",
            "?",
            "??",
            "?|",
            ":name",
            "@name",
            "%s %d",
            "${env} #{x} {0}",
            "/* comment */",
            "-- comment\n",
            "E'\\n'",
            "U&'\\0041'",
            "\n\r\t\b\u0001\u007f",
            "NULL",
            "null",
            "{a,b}",
            "{\"a\": 1}",
            "[1,2)",
            "(,)",
            "",
            " ",
            "  both ends  ",
            "\u00a0\u200b\ufeff",
            "e\u0301 and \u00e9",
            "ß ſ ﬀ İ ı",
            "العربية \u202e עברית",
            "😀👩‍👩‍👧",
            "\ud800\udc00 \udbff\udfff",
            "\uffff\ufffe",
            "中文 日本語",
            "x".repeat(100_000) + "'");

    private SpecimenQuerySet rows;
    private Database db;

    @BeforeEach
    void set(Database db) {
        this.db = db;
        this.rows = new SpecimenQuerySet(db);
    }

    private static Specimen specimen(String text) {
        Specimen row = new Specimen();
        row.text = text;
        return row;
    }

    private static List<String> texts(SpecimenQuerySet found) {
        return await(found.orderBy(s -> s.id).alist()).stream().map(s -> s.text).toList();
    }

    private List<Specimen> stored() {
        return await(
                rows.abulkCreate(TEXTS.stream().map(HostileTextTest::specimen).toList()));
    }

    @Test
    void everyTextComesBackAsItWentWhateverWayItTook() {
        for (String text : TEXTS) {
            Specimen row = await(rows.acreate(s -> s.text(text)
                    .tags(List.of(text, "other", text))
                    .data(new JsonObject().put("a", text).put(text, 1))));
            Specimen read = await(rows.aget(row.id));
            assertThat(read.text).isEqualTo(text);
            assertThat(read.tags).containsExactly(text, "other", text);
            assertThat(read.data).isEqualTo(new JsonObject().put("a", text).put(text, 1));

            read.text = text + text;
            await(rows.asave(read));
            assertThat(await(rows.aget(e -> e.text.eq(text + text))).id).isEqualTo(row.id);
            read.text = text;
            await(rows.asave(read, s -> s.text));
            assertThat(await(rows.filter(s -> s.id.eq(row.id)).aupdateReturning(s -> s.text.set(text + "'"))))
                    .extracting(s -> s.text)
                    .containsExactly(text + "'");
            await(rows.filter(s -> s.id.eq(row.id)).aupdate(s -> s.text.set(s.text.left(-1))));
            assertThat(await(rows.arefresh(read)).text).isEqualTo(text);
            assertThat(await(rows.agetOrCreate(s -> s.text.eq(text), s -> s)).created())
                    .isFalse();
            assertThat(await(rows.aupdateOrCreate(s -> s.text.eq(text), s -> s.brief("seen")))
                            .created())
                    .isFalse();
        }
        assertThat(texts(rows)).isEqualTo(TEXTS);
        assertThat(await(rows.filter(s -> s.brief.eq("seen")).acount())).isEqualTo(TEXTS.size());
    }

    @Test
    void bulkStatementsTakeEveryText() {
        List<Specimen> stored = stored();
        assertThat(stored).extracting(s -> s.text).isEqualTo(TEXTS);
        assertThat(texts(rows)).isEqualTo(TEXTS);
        for (Specimen row : stored) {
            row.text = "'" + row.text;
            row.tags = List.of(row.text);
            row.data = new JsonObject().put("\"'", row.text);
        }
        assertThat(await(rows.abulkUpdate(stored, s -> s.text, s -> s.tags, s -> s.data)))
                .isEqualTo(TEXTS.size());
        List<Specimen> read = await(rows.orderBy(s -> s.id).alist());
        assertThat(read)
                .extracting(s -> s.text)
                .isEqualTo(TEXTS.stream().map(t -> "'" + t).toList());
        assertThat(read).allSatisfy(row -> {
            assertThat(row.tags).containsExactly(row.text);
            assertThat(row.data).isEqualTo(new JsonObject().put("\"'", row.text));
        });
        for (Specimen row : stored) {
            row.text = row.text.substring(1);
        }
        assertThat(await(rows.abulkCreateOrUpdate(stored, s -> List.of(s.id), s -> List.of(s.text))))
                .isEqualTo(TEXTS.size());
        assertThat(texts(rows)).isEqualTo(TEXTS);
        assertThat(await(rows.ainBulk(s -> s.text, TEXTS))).containsOnlyKeys(TEXTS.toArray(String[]::new));
    }

    private void finds(Function<SpecimenFields, Condition> condition, String text, BiPredicate<String, String> holds) {
        assertThat(texts(rows.filter(condition)))
                .as("%.40s", text)
                .isEqualTo(TEXTS.stream().filter(t -> holds.test(t, text)).toList());
    }

    @Test
    void everyLookupTakesEveryTextLiterally() {
        stored();
        for (String text : TEXTS) {
            finds(s -> s.text.eq(text), text, String::equals);
            finds(s -> s.text.ne(text).not(), text, String::equals);
            finds(s -> s.text.in(text, "no such text"), text, String::equals);
            finds(s -> s.text.contains(text), text, String::contains);
            finds(s -> s.text.startsWith(text), text, String::startsWith);
            finds(s -> s.text.endsWith(text), text, String::endsWith);
            finds(s -> s.text.contains(value(text)), text, String::contains);
            finds(s -> s.text.indexOf(text).gte(0), text, String::contains);
            finds(s -> s.text.replace(text, "").ne(s.text), text, (t, part) -> !part.isEmpty() && t.contains(part));
            finds(s -> s.text.between(text, text), text, String::equals);
            finds(s -> s.text.collate("C").gte(text).and(s.text.collate("C").lte(text)), text, String::equals);
            finds(s -> raw("? = ?", s.text, value(text)).condition(), text, String::equals);
            finds(s -> rows.filter(q -> q.text.eq(text).and(q.id.eq(s.id))).exists(), text, String::equals);
        }
    }

    @Test
    void jsonPathsAndArraysTakeEveryText() {
        for (String text : TEXTS.subList(0, TEXTS.size() - 1)) {
            Specimen row = await(rows.acreate(
                    s -> s.tags(List.of(text)).data(new JsonObject().put(text, new JsonObject().put("b", text)))));
            for (Function<SpecimenFields, Condition> condition : List.<Function<SpecimenFields, Condition>>of(
                    s -> s.data.path(text, "b").text().eq(text),
                    s -> s.data.path(text, "b").eq(text),
                    s -> s.data.hasKey(text),
                    s -> s.data.hasKeys(List.of(text)),
                    s -> s.data.hasAnyKey(List.of(text, "no such key")),
                    s -> s.data.contains(new JsonObject().put(text, new JsonObject().put("b", text))),
                    s -> s.tags.has(text),
                    s -> s.tags.contains(List.of(text)),
                    s -> s.tags.overlaps(List.of(text, "no such tag")),
                    s -> s.tags.get(0).eq(text),
                    s -> s.tags.eq(List.of(text)))) {
                assertThat(await(rows.filter(s -> s.id.eq(row.id))
                                .filter(condition)
                                .aexists()))
                        .as("%s", text)
                        .isTrue();
            }
        }
    }

    @Test
    void whatUsersTypeIntoASearchIsNeverAnError() {
        stored();
        for (String text : TEXTS) {
            await(rows.filter(s -> s.text.search(text)).acount());
            await(rows.filter(s -> s.text.search("english", text)).acount());
            await(rows.filter(s -> SearchVector.of("simple", s.text)
                            .matches(SearchQuery.prefix("simple", text).followedBy(SearchQuery.plain("simple", text))))
                    .acount());
            await(rows.filter(s -> SearchVector.of("simple", s.text, s.brief)
                            .matches(SearchQuery.phrase("simple", text)
                                    .or(SearchQuery.plain("simple", text))
                                    .not()))
                    .orderBy(s -> s.text.searchRank("simple", text).desc())
                    .alist());
        }
        assertThat(await(rows.filter(s -> s.text.search("simple", "comment")).acount()))
                .isEqualTo(2);
    }

    @Test
    void pagesByKeyGoThroughEveryText() {
        stored();
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var page = await(rows.orderBy(s -> s.text.desc()).akeyPage(next, 4));
            page.items().forEach(row -> seen.add(row.text));
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSameSizeAs(TEXTS).containsExactlyInAnyOrderElementsOf(TEXTS);
        for (String text : TEXTS) {
            assertThatThrownBy(() -> await(rows.orderBy(s -> s.text).akeyPage(text, 4)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Not a page of this list: ");
        }
    }

    // ---- what PostgreSQL cannot hold

    private static void refused(String place, Supplier<Future<?>> code) {
        assertThatThrownBy(() -> assertQueries(0, () -> code.get().mapEmpty()))
                .isInstanceOf(UnstorableValueException.class)
                .hasMessageStartingWith(place + ": ");
    }

    @Test
    void nulAndHalfCharactersAreRefusedByTheNameOfTheField() {
        for (String text : List.of("a\0b", "\0", "a\ud800", "\udc00b")) {
            refused("text", () -> rows.filter(s -> s.text.eq(text)).alist());
            refused("text", () -> rows.exclude(s -> s.text.contains(text)).alist());
            refused("text[1]", () -> rows.filter(s -> s.text.in("a", text)).alist());
            refused("upper(text)", () -> rows.filter(s -> s.text.upper().startsWith(text))
                    .alist());
            refused("text", () -> rows.filter(s -> s.text.regex(text)).alist());
            refused("text", () -> rows.filter(s -> s.text.search(text)).alist());
            refused("text", () -> rows.acreate(s -> s.text(text)));
            refused("text", () -> rows.acreate(specimen(text)));
            refused("text", () -> rows.aupdate(s -> s.text.set(text)));
            refused("text of row 1", () -> rows.abulkCreate(List.of(specimen("a"), specimen(text))));
            refused("data", () -> rows.acreate(s -> s.data(new JsonObject().put("a", text))));
            refused("data", () -> rows.acreate(s -> s.data(new JsonObject().put(text, 1))));
            refused("data", () -> rows.filter(s -> s.data.hasKey(text)).alist());
            refused("data[0]", () -> rows.filter(s -> s.data.hasKeys(List.of(text)))
                    .alist());
            refused("data[1]", () -> rows.filter(s -> s.data.path("a", text).isNull())
                    .alist());
            refused("data", () -> rows.filter(s -> s.data.contains(new JsonObject().put("a", text)))
                    .alist());
            refused("data", () -> rows.filter(s -> s.data.matches(text)).alist());
            refused("tags[1]", () -> rows.acreate(s -> s.tags(List.of("a", text))));
            refused("tags[0]", () -> rows.filter(s -> s.tags.contains(List.of(text)))
                    .alist());
        }
        assertThat(await(rows.acount())).isZero();
    }

    @Test
    void valuesThatAColumnCannotHoldAreRefusedByTheNameOfTheField() {
        refused("brief", () -> rows.acreate(s -> s.brief("x".repeat(21))));
        refused("brief", () -> rows.aupdate(s -> s.brief.set("x".repeat(21))));
        refused("price", () -> rows.acreate(s -> s.price(new BigDecimal("10000"))));
        refused("price", () -> rows.acreate(s -> s.price(new BigDecimal("0.001"))));
        refused("at", () -> rows.acreate(s -> s.at(Instant.MAX)));
        refused("at", () -> rows.filter(s -> s.at.lt(Instant.MIN)).alist());
        refused("day", () -> rows.acreate(s -> s.day(LocalDate.MAX)));
        refused("local", () -> rows.acreate(s -> s.local(LocalDateTime.MAX)));
        refused("span", () -> rows.acreate(s -> s.span(Duration.ofSeconds(Long.MAX_VALUE))));
        Specimen row = new Specimen();
        row.brief = "x".repeat(21);
        refused("brief of row 0", () -> rows.abulkCreate(List.of(row)));
        row.id = 1L;
        refused("brief of row 0", () -> rows.abulkUpdate(List.of(row), s -> s.brief));
        refused("brief", () -> rows.asave(row));
        refused("brief", () -> rows.asave(row, s -> s.brief));
        assertThat(await(rows.acount())).isZero();
    }

    @Test
    void whatAColumnCannotHoldMayBeLookedForAndIsNotThere() {
        await(rows.acreate(s -> s.brief("x".repeat(20))
                .price(new BigDecimal("9999.99"))
                .number(1)
                .small((short) 1)));
        assertThat(await(rows.filter(s -> s.brief.eq("x".repeat(21))).acount())).isZero();
        assertThat(await(rows.filter(s -> s.brief.in("x".repeat(21), "x".repeat(20)))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(rows.filter(s -> s.price.lt(new BigDecimal("1e300"))).acount()))
                .isEqualTo(1);
        assertThat(await(rows.filter(s -> s.price.eq(new BigDecimal("9999.990000001")))
                        .acount()))
                .isZero();
        assertThat(await(rows.filter(s -> s.number.lt(Long.MAX_VALUE).and(s.small.gt(Long.MIN_VALUE)))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(rows.filter(s -> s.day.year().lt(Long.MAX_VALUE)).acount()))
                .isZero();
    }

    // ---- names

    @Test
    void everyStatementWritesNamesThatNeedQuotes() {
        Specimen row = await(
                rows.acreate(s -> s.brief("b").number(1).amount(BigDecimal.ONE).flag(true)));
        row.number = 2;
        await(rows.asave(row));
        row.brief = "c";
        await(rows.asave(row, s -> s.brief));
        await(rows.aupdate(s -> s.number.set(s.number.plus(1)), s -> s.day.set(LocalDate.EPOCH)));
        assertThat(await(rows.abulkUpdate(List.of(row), s -> s.brief, s -> s.at)))
                .isEqualTo(1);
        SpecimenQuerySet all = rows.filter(
                        s -> s.brief.eq("c").and(s.flag.isTrue()).and(s.amount.eq(1)))
                .orderBy(s -> s.brief, s -> s.day, s -> s.at);
        assertThat(await(all.distinct().alist())).hasSize(1);
        assertThat(await(all.distinctOn(s -> s.brief).alist())).hasSize(1);
        assertThat(await(all.only(s -> s.brief, s -> s.number).alist())).hasSize(1);
        assertThat(await(all.akeyPage(null, 1)).next()).isNull();
        assertThat(await(all.astream(s -> Future.succeededFuture()))).isEqualTo(1);
        assertThat(await(rows.raw("SELECT * FROM \"select\"").alist())).hasSize(1);
        assertThat(await(all.aexplain())).contains("\"Wei\"\"rd; --\"");
        assertThat(await(rows.filter(s -> s.number.in(all.values(q -> q.number)))
                                .adelete())
                        .total())
                .isEqualTo(1);
    }

    // ---- sizes

    @Test
    void listsOfAnyLengthAreOneValueAndOneText() {
        stored();
        List<Long> many = LongStream.range(-50_000, 50_000).boxed().toList();
        assertThat(await(rows.filter(s -> s.id.in(many)).acount())).isEqualTo(TEXTS.size());
        assertThat(await(rows.filter(s -> s.id.notIn(many)).acount())).isZero();
        assertThat(rows.filter(s -> s.id.in(many)).toString())
                .isEqualTo(rows.filter(s -> s.id.in(List.of(1L))).toString());
        assertThat(await(rows.ainBulk(many))).hasSize(TEXTS.size());
        assertThat(await(rows.filter(s -> s.id.in(List.of())).alist())).isEmpty();
        assertThat(await(rows.filter(s -> s.id.notIn(List.of())).acount())).isEqualTo(TEXTS.size());
        List<String> long100 = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            long100.add("'\\" + i);
        }
        assertThat(await(rows.filter(s -> s.text.in(long100)).acount())).isZero();
        List<Specimen> more = new ArrayList<>();
        for (int i = 0; i < 20_001; i++) {
            more.add(specimen("'" + i));
        }
        List<Specimen> made = await(rows.abulkCreate(more), Duration.ofMinutes(1));
        assertThat(made.get(20_000).text).isEqualTo("'20000");
        assertThat(await(rows.filter(s -> s.text.eq("'20000")).aget()).id).isEqualTo(made.get(20_000).id);
    }

    @Test
    void moreValuesThanAStatementTakesAreRefusedBeforeAnythingIsSent() {
        TextExpression[] many = new TextExpression[70_000];
        Arrays.fill(many, value("x"));
        assertThatThrownBy(() -> assertQueries(
                        0, () -> rows.filter(s -> concat(s.text, many).eq("x")).alist()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "One statement takes 65535 values, and this one has more. A list of any length is one value:"
                                + " in(list)");
        TextExpression[] most = Arrays.copyOf(many, 90);
        assertThat(await(rows.filter(s -> concat(s.text, most).eq("x")).acount()))
                .isZero();
    }

    @Test
    void conditionsOfAnyLengthAreWritten() {
        stored();
        Condition[] any = new Condition[1];
        SpecimenQuerySet found = rows.filter(s -> {
            any[0] = Condition.FALSE;
            for (int i = 0; i < 2_000; i++) {
                any[0] = any[0].or(s.text.eq(TEXTS.get(i % 6) + i));
            }
            return any[0].or(s.text.eq("%"));
        });
        assertThat(texts(found)).containsExactly("%");
        SpecimenQuerySet deep = rows.filter(s -> {
            Condition nested = s.text.eq("%");
            for (int i = 0; i < 300; i++) {
                nested =
                        i % 2 == 0 ? nested.not().and(s.id.gt(0)) : nested.not().or(s.id.lt(0));
            }
            return nested;
        });
        assertThat(await(deep.acount())).isEqualTo(1);
        SpecimenQuerySet tooDeep = rows.filter(s -> {
            Condition nested = s.text.eq("%");
            for (int i = 0; i < 100_000; i++) {
                nested = nested.xor(s.id.gt(0));
            }
            return nested;
        });
        for (Supplier<Future<?>> asked : List.<Supplier<Future<?>>>of(
                tooDeep::alist, tooDeep::acount, tooDeep::aexists, tooDeep::aget, tooDeep::afirst, tooDeep::adelete)) {
            Future<?> failed = asked.get();
            assertThatThrownBy(() -> await(failed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The query's conditions or values are nested too deeply");
        }
    }

    // ---- the doors that take SQL

    @Test
    void fragmentsCannotReachBeyondTheirParentheses() {
        for (String broken : List.of(
                "1 = 1) OR (1 = 1",
                "(1 = 1",
                "'open",
                "\"open",
                "$$open",
                "$a$ open $b$",
                "/* open",
                "/* /* */",
                "E'open\\'",
                "1 = 1\0")) {
            assertThatThrownBy(() -> rows.filter(s -> raw(broken).condition()))
                    .as(broken)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> rows.filter(s -> raw("? = 1").condition()))
                .hasMessage("The SQL has 1 question marks for 0 expressions: ? = 1");
        assertThatThrownBy(() -> alone(
                        rows.filter(s -> raw("true; DELETE FROM \"select\"").condition())))
                .isInstanceOf(StatementFailed.class);
        stored();
        assertThat(await(rows.filter(s -> raw("true -- OR false").condition()).acount()))
                .isEqualTo(TEXTS.size());
        assertThat(await(rows.filter(
                                s -> raw("? LIKE '%?%' AND '$1' = '$1'", s.text).condition())
                        .acount()))
                .isEqualTo(TEXTS.stream().filter(t -> t.contains("?")).count());
        assertThat(await(rows.filter(s -> raw("? ?? ?", s.data, value("a")).condition())
                        .acount()))
                .isZero();
    }

    @Test
    void hintsAndSettingsCannotEndTheirStatement() {
        assertThatThrownBy(() -> rows.hint("SeqScan(t0) */ DROP TABLE x; /*"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alone(rows.hint("enable_seqscan = off; DROP TABLE \"select\"; --", "off")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alone(rows.hint("work_mem", "'; DROP TABLE \"select\"; --")))
                .isInstanceOf(InvalidValue.class);
        assertThat(await(rows.hint("enable_seqscan", "off").hint("SeqScan(t0)").alist()))
                .isEmpty();
    }

    @Test
    void namesGivenAtRunTimeAreNamesAndNothingElse() {
        assertThatThrownBy(() -> alone(rows.orderBy(s -> s.text.collate("C\" DESC; DROP TABLE \"select\"; --"))))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> alone(rows.filter(s -> s.text.search("no' such", "x"))))
                .isInstanceOf(StatementFailed.class);
        assertThatThrownBy(() -> alone(rows.filter(s -> s.text.regex("(")))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> alone(rows.filter(s -> s.data.matches("$.a ; DROP"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(await(rows.acount())).isZero();
    }

    /** In a savepoint, which the statement may break without harm to the test's own transaction. */
    private List<Specimen> alone(SpecimenQuerySet found) {
        return await(db.atomic(found::alist));
    }

    /** Names that we give ourselves to what is computed, taken by columns of the table. */
    @Test
    void namesOfOurOwnGiveWayToThoseOfColumns() {
        stored();
        SpecimenQuerySet sorted = rows.orderBy(s -> s.text.length(), s -> s.id).distinct();
        assertThat(sorted.toString()).contains("length(t0.\"from\") AS sort_1_").endsWith("\nORDER BY sort_1_, t0.id");
        assertThat(await(sorted.alist())).hasSize(TEXTS.size());
        assertThat(await(sorted.slice(1, 3).acount())).isEqualTo(2);
        assertThat(await(rows.filter(s -> s.id.in(sorted.slice(1, 3).values(q -> q.id)))
                        .acount()))
                .isEqualTo(2);
    }

    @Test
    void valuesAreInNoTextThatIsSentOrLogged() {
        String secret = "s3cr3t'";
        SpecimenQuerySet found = rows.filter(s -> s.text.icontains(secret).or(s.brief.in(secret)))
                .orderBy(s -> s.text.replace(secret, "x"));
        assertQueries(1, found::alist);
        assertThat(found.toString() + Queries.captured()).doesNotContain("s3cr3t");
        assertThatThrownBy(() -> alone(rows.filter(s -> s.text.toInt().eq(1).or(s.text.regex("(" + secret)))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageNotContaining("s3cr3t");
        assertThat(Map.of("a", db.toString()).toString()).doesNotContain("s3cr3t");
    }
}
