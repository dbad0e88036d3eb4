package dev.plectrum.it.query;

import static dev.plectrum.orm.query.Functions.concat;
import static dev.plectrum.orm.query.Functions.greatest;
import static dev.plectrum.orm.query.Functions.value;
import static dev.plectrum.orm.query.Functions.when;
import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.GetOrCreated;
import dev.plectrum.orm.Partial;
import dev.plectrum.orm.error.MultipleResultsException;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.error.TransactionMisuse;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.DateUnit;
import dev.plectrum.orm.query.Query.Lock;
import dev.plectrum.orm.query.Query.Locked;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.Queries;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Django does on these rows, row for row as its documentation and tests pin it, and here too. The rows are those of its
 * documentation; where we differ on purpose, the test says so and {@code docs/decisions/differences-from-django.md} says why.
 */
@PlectrumTest(schema = DjangoSemanticsTest.Fixture.class, isolation = Isolation.ROLLBACK)
class DjangoSemanticsTest {
    /** Django's blogs: two of them with four entries that have everything and one that has little. */
    static final class Fixture implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(BlogMapping.INSTANCE, WriterMapping.INSTANCE, EntryMapping.INSTANCE))
                    .compose(made -> db.script("""
                            INSERT INTO blog (id, name) VALUES (1, 'Beatles Blog'), (2, 'Pop');
                            INSERT INTO writer (id, name, age) VALUES (1, 'Ann', 30), (2, 'Bob', NULL);
                            INSERT INTO entry (id, blog_id, editor_id, headline, pub, at, rating, n) VALUES
                              (1, 1, NULL, 'New Lennon Biography', '2008-06-01', '2008-06-01 12:00Z', 5, 1),
                              (2, 1, 1, 'New Lennon Paperback', '2009-06-01', '2009-06-01 12:00Z', 5, 2),
                              (3, 2, NULL, 'Best Albums of 2008', '2008-12-15', '2008-12-31 23:30Z', 3, 3),
                              (4, 2, NULL, 'Lennon 100% hip_hop\\x', '2020-04-01', '2020-01-01 04:30Z', 1, 4),
                              (5, 2, NULL, NULL, NULL, NULL, 5, 5);
                            SELECT setval('blog_id_seq', 100), setval('writer_id_seq', 100), setval('entry_id_seq', 100)"""));
        }
    }

    private BlogQuerySet blogs;
    private EntryQuerySet entries;
    private WriterQuerySet writers;
    private Database db;

    @BeforeEach
    void sets(Database db) {
        this.db = db;
        blogs = new BlogQuerySet(db);
        entries = new EntryQuerySet(db);
        writers = new WriterQuerySet(db);
    }

    /** The numbers of the entries found, in order. */
    private static List<@Nullable Integer> ns(EntryQuerySet found) {
        return await(found.orderBy(e -> e.id).values(e -> e.n).alist());
    }

    private List<@Nullable Integer> filter(Function<EntryFields, Condition> condition) {
        return ns(entries.filter(condition));
    }

    private List<@Nullable Integer> exclude(Function<EntryFields, Condition> condition) {
        return ns(entries.exclude(condition));
    }

    private static List<String> names(BlogQuerySet found) {
        return await(found.orderBy(b -> b.id).alist()).stream().map(b -> b.name).toList();
    }

    private static String lastSent() {
        List<String> sent = Queries.captured();
        return sent.get(sent.size() - 1);
    }

    private static String where(Object query) {
        String text = query.toString();
        return text.substring(text.indexOf("\nWHERE ") + 7);
    }

    private static String from(Object query) {
        String text = query.toString();
        return text.substring(text.indexOf("\nFROM ") + 6);
    }

    // ---- filtering across relations

    @Test
    void row1OneFilterSpeaksOfOneRelatedRowAndTwoFiltersOfTwo() {
        assertThat(names(blogs.filter(b -> b.entries()
                        .headline
                        .contains("Lennon")
                        .and(b.entries().pub.year().eq(2008)))))
                .containsExactly("Beatles Blog");
        assertThat(names(blogs.filter(b -> b.entries().headline.contains("Lennon"))
                        .filter(b -> b.entries().pub.year().eq(2008))))
                .containsExactly("Beatles Blog", "Beatles Blog", "Pop");
    }

    @Test
    void row2AJoinToOneRowIsSharedByFiltersAndASortKeyReusesTheJoinOfAFilter() {
        assertThat(from(entries.filter(e -> e.blog().name.eq("Pop"))
                        .filter(e -> e.blog().tagline.isNull())))
                .isEqualTo("""
                        entry t0
                        JOIN blog t1 ON t1.id = t0.blog_id
                        WHERE t1.name = $1::text AND t1.tagline IS NULL""");
        assertThat(await(blogs.filter(b -> b.entries().rating.eq(5))
                        .orderBy(b -> b.entries().n)
                        .values(b -> b.entries().n)
                        .alist()))
                .containsExactly(1, 2, 5);
    }

    @Test
    void row3ExcludeOfTwoThingsOverManyRowsAsksOfEachByItself() {
        // Some entry of 2008 and some entry about Lennon are enough, also in different entries.
        assertThat(names(blogs.exclude(b -> b.entries()
                        .headline
                        .contains("Lennon")
                        .and(b.entries().pub.year().eq(2008)))))
                .isEmpty();
        // One question about each entry is asked with any.
        assertThat(names(blogs.exclude(b -> b.entries()
                        .any(e -> e.headline.contains("Lennon").and(e.pub.year().eq(2008))))))
                .containsExactly("Pop");
    }

    @Test
    void row4ExcludeOverManyRowsIsASubqueryAndNeverAJoin() {
        assertThat(from(entries.exclude(e -> e.authors().name.eq("Ann")))).isEqualTo("""
                entry t0
                WHERE NOT EXISTS (SELECT 1
                FROM entry_authors t1
                JOIN writer t2 ON t2.id = t1.writer_id
                WHERE t1.entry_id = t0.id AND t2.name = $1::text)""");
    }

    @Test
    void row5FilteringOverManyRowsRepeatsRowsUnlessTheyAreDistinct() {
        Entry first = await(entries.aget(1));
        await(first.authors.aadd(await(writers.alist())));
        assertThat(filter(e -> e.authors().id.gte(1))).containsExactly(1, 1);
        assertThat(ns(entries.filter(e -> e.authors().id.gte(1)).distinct())).containsExactly(1);
    }

    @Test
    void row6JoinsAreInnerWhereAMissingRowCouldNotBeFoundAnyway() {
        assertThat(from(entries.filter(e -> e.editor().name.eq("Ann")))).contains("\nJOIN writer");
        assertThat(from(entries.filter(e -> e.editor().name.eq("Ann").or(e.rating.eq(1)))))
                .contains("LEFT JOIN writer");
        assertThat(from(entries.filter(
                        e -> e.editor().name.eq("Ann").or(e.editor().age.eq(1)))))
                .contains("\nJOIN writer");
        assertThat(from(entries.filter(e -> e.editor().name.eq("Ann").or(e.rating.eq(1)))
                        .filter(e -> e.editor().age.gt(1))))
                .contains("\nJOIN writer");
        assertThat(from(entries.filter(e -> e.editor().name.isNull()))).contains("LEFT JOIN writer");
        assertThat(from(entries.exclude(e -> e.editor().name.eq("Ann")))).contains("LEFT JOIN writer");
    }

    @Test
    void row7AKeyAtTheOtherEndIsReadFromTheRowItself() {
        Blog pop = await(blogs.aget(2));
        for (EntryQuerySet found : List.of(
                entries.filter(e -> e.blog().id.eq(2)),
                entries.filter(e -> e.blog.key().eq(2L)),
                entries.filter(e -> e.blog.eq(pop)))) {
            assertThat(from(found)).isEqualTo("entry t0\nWHERE t0.blog_id = $1::int8");
            assertThat(ns(found)).containsExactly(3, 4, 5);
        }
        assertThat(from(blogs.filter(b -> b.entries().id.isNull()))).isEqualTo("""
                blog t0
                LEFT JOIN entry t1 ON t1.blog_id = t0.id
                WHERE t1.id IS NULL""");
    }

    // ---- values that are missing

    @Test
    void row8ExcludeKeepsRowsWithoutAValue() {
        assertThat(exclude(e -> e.headline.eq("Best Albums of 2008"))).containsExactly(1, 2, 4, 5);
        assertThat(filter(e -> e.headline.ne("Best Albums of 2008"))).containsExactly(1, 2, 4, 5);
    }

    @Test
    void row9ExcludeOfTwoColumnsThatAreEqualKeepsRowsInWhichEitherIsMissing() {
        await(entries.filter(e -> e.id.eq(1)).aupdate(e -> e.rating.set(1)));
        // n = rating holds for 1 and 3; neither column is missing there.
        assertThat(filter(e -> e.n.eq(e.rating))).containsExactly(1, 3, 5);
        await(entries.filter(e -> e.id.eq(5)).aupdate(e -> e.n.setNull()));
        assertThat(exclude(e -> e.n.eq(e.rating))).containsExactly(2, 4, null);
    }

    @Test
    void row10DiffersExcludeIsACompleteComplementAlsoOverAJoinToOneRow() {
        // Django loses 1, 3 and 4, which have a headline and no editor.
        assertThat(exclude(e -> e.headline.eq(e.editor().name))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void row11DiffersANullAmongExcludedValuesChangesNothing() {
        await(entries.filter(e -> e.id.eq(5)).aupdate(e -> e.n.setNull()));
        assertThat(exclude(e -> e.n.in(Arrays.asList(1, null)))).containsExactly(2, 3, 4, null);
        assertThat(filter(e -> e.n.notIn(Arrays.asList(1, null)))).containsExactly(2, 3, 4, null);
    }

    @Test
    void row12NullsAmongValuesArePassedOverAndNothingElseIsNotAsked() {
        assertThat(filter(e -> e.n.in(Arrays.asList(1, null)))).containsExactly(1);
        List<Integer> onlyNull = Arrays.asList((Integer) null);
        assertThat(assertQueries(0, () -> entries.filter(e -> e.n.in(onlyNull)).alist()))
                .isEmpty();
    }

    @Test
    void row13DiffersANullValueIsAMistakeThatSaysWhatToUse() {
        String none = null;
        assertThatThrownBy(() -> entries.filter(e -> e.headline.eq(none)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "headline.eq(null) would find nothing, because nothing is equal to null. Use headline.isNull(),"
                                + " or .isNotNull()");
        assertThatThrownBy(() -> entries.filter(e -> e.headline.lower().iexact(none)))
                .hasMessageContaining("lower(headline).iexact(null)");
        assertThatThrownBy(() -> entries.filter(e -> e.headline.contains(none))).hasMessageContaining("contains(null)");
        assertThat(filter(e -> e.headline.isNull())).containsExactly(5);
    }

    @Test
    void row15AnEmptyListIsKnownToHaveNothing() {
        List<Integer> none = List.of();
        assertThat(assertQueries(0, () -> entries.filter(e -> e.n.in(none)).alist()))
                .isEmpty();
        assertThat(assertQueries(0, () -> entries.filter(e -> e.n.in(none)).acount()))
                .isZero();
        assertThat(assertQueries(0, () -> entries.filter(e -> e.n.in(none)).aexists()))
                .isFalse();
        assertThat(assertQueries(0, () -> entries.filter(e -> e.n.in(none)).aupdate(e -> e.rating.set(0))))
                .isZero();
        assertThat(assertQueries(0, () -> entries.filter(e -> e.n.in(none)).adelete())
                        .total())
                .isZero();
        assertThat(entries.exclude(e -> e.n.in(none)).toString()).isEqualTo(entries.toString());
        assertThat(where(entries.filter(e -> e.n.in(none).or(e.n.eq(1))))).isEqualTo("t0.n = $1::int4");
        assertThat(entries.values(e -> when(e.n.in(none), "none")
                                .when(e.n.eq(1), "one")
                                .orElse("other"))
                        .toString())
                .startsWith("SELECT CASE WHEN t0.n = $1::int4 THEN $2::text ELSE $3::text END\n");
    }

    @Test
    void row16AConditionThatSaysNothingChangesNothing() {
        assertThat(entries.filter(e -> Condition.TRUE).toString()).isEqualTo(entries.toString());
        assertThat(where(entries.filter(e -> Condition.TRUE.and(e.n.eq(1))))).isEqualTo("t0.n = $1::int4");
        assertThat(entries.exclude(e -> Condition.FALSE).toString()).isEqualTo(entries.toString());
    }

    @Test
    void row17OfNoRowsNoneExists() {
        assertThat(filter(e -> blogs.none().exists().not())).hasSize(5);
        assertThat(assertQueries(
                        0, () -> entries.filter(e -> blogs.none().exists()).alist()))
                .isEmpty();
    }

    @Test
    void row18MissingValuesComeLastAscendingAndFirstDescendingUnlessSaidOtherwise() {
        assertThat(await(entries.alatest(e -> e.pub)).n).isEqualTo(5);
        assertThat(await(entries.aearliest(e -> e.pub)).n).isEqualTo(1);
        assertThat(await(entries.orderBy(e -> e.pub).values(e -> e.n).alist())).containsExactly(1, 3, 2, 4, 5);
        assertThat(await(entries.orderBy(e -> e.pub.desc()).values(e -> e.n).alist()))
                .containsExactly(5, 4, 2, 3, 1);
        EntryQuerySet last = entries.orderBy(e -> e.pub.desc().nullsLast());
        assertThat(await(last.values(e -> e.n).alist())).containsExactly(4, 2, 3, 1, 5);
        assertThat(last.reverse().toString()).endsWith("ORDER BY t0.pub NULLS FIRST");
    }

    @Test
    void row19ConcatTakesWhatIsMissingForEmptyAndPlusDoesNot() {
        assertThat(await(entries.filter(e -> e.id.eq(5))
                        .values(e -> concat(e.headline, value("!")))
                        .alist()))
                .containsExactly("!");
        assertThat(await(entries.filter(e -> e.id.eq(5))
                        .values(e -> e.headline.plus("!"))
                        .alist()))
                .containsExactly((String) null);
        assertThat(await(entries.filter(e -> e.id.in(1, 5))
                        .orderBy(e -> e.id)
                        .values(e -> greatest(e.n, e.n.nullIf(5)))
                        .alist()))
                .containsExactly(1, 5);
    }

    private void data(long id, @Nullable String json) {
        await(entries.filter(e -> e.id.eq(id))
                .aupdate(e -> json == null ? e.data.setNull() : e.data.set(new JsonObject(json))));
    }

    @Test
    void row20ANullInJsonIsNotAKeyThatIsMissing() {
        data(1, "{\"a\": null}");
        data(2, "{\"a\": 1}");
        data(3, "{}");
        assertThat(filter(e -> e.data.path("a").isJsonNull())).containsExactly(1);
        assertThat(filter(e -> e.data.path("a").isNull())).containsExactly(3, 4, 5);
        assertThat(filter(e -> e.data.path("a").isNotNull())).containsExactly(1, 2);
        assertThat(filter(e -> e.data.hasKey("a"))).containsExactly(1, 2);
    }

    @Test
    void row21DiffersFilterAndExcludeOfAJsonKeyTogetherAreAllRows() {
        data(2, "{\"a\": 1}");
        data(3, "{}");
        assertThat(filter(e -> e.data.path("a").eq(1))).containsExactly(2);
        assertThat(exclude(e -> e.data.path("a").eq(1))).containsExactly(1, 3, 4, 5);
    }

    @Test
    void row22ADocumentThatIsMissingIsNoJsonNull() {
        await(entries.filter(e -> e.id.eq(1))
                .values(e -> e.id)
                .alist()
                .compose(id -> db.script("UPDATE entry SET data = 'null' WHERE id = 1")));
        assertThat(filter(e -> e.data.isJsonNull())).containsExactly(1);
        assertThat(filter(e -> e.data.isNull())).containsExactly(2, 3, 4, 5);
    }

    @Test
    void rows8To15ExcludeAndItsKindOverMissingValuesAndEmptyLists() {
        List<Integer> none = List.of();
        assertThat(exclude(e -> e.n.in(none).or(e.n.eq(1)))).containsExactly(2, 3, 4, 5);
        assertThat(exclude(e -> e.n.in(none).and(e.n.eq(1)))).containsExactly(1, 2, 3, 4, 5);
        assertThat(filter(e -> e.n.notIn(none).xor(e.n.eq(1)))).containsExactly(2, 3, 4, 5);
        assertThat(exclude(e -> e.pub.between(LocalDate.of(2008, 12, 15), LocalDate.of(2009, 6, 1))))
                .containsExactly(1, 4, 5);
        assertThat(filter(e -> e.n.between(4, 2))).isEmpty();
        assertThat(exclude(e -> e.pub.month().eq(6))).containsExactly(3, 4, 5);
        assertThat(exclude(e -> e.pub.year().lte(2008))).containsExactly(2, 4, 5);
        assertThat(exclude(e -> e.pub.isNotNull())).containsExactly(5);
        assertThat(filter(e -> e.headline.eq("x").not().and(e.n.eq(1).not()))).containsExactly(2, 3, 4, 5);
        assertThat(exclude(e -> e.headline.contains("Lennon").or(e.rating.eq(3))))
                .containsExactly(5);
        assertThat(exclude(e -> e.headline.contains("Lennon").and(e.rating.eq(5))))
                .containsExactly(3, 4, 5);
        assertThat(ns(entries.exclude(e -> e.headline.contains("Lennon")).exclude(e -> e.rating.eq(5))))
                .containsExactly(3);
        assertThat(exclude(e -> e.pub.lt(e.at.date()))).containsExactly(1, 2, 4, 5);
        assertThat(exclude(e -> e.headline.eq(e.headline))).containsExactly(5);
        assertThat(exclude(e -> e.n.in(entries.filter(q -> q.rating.eq(5)).values(q -> q.n))))
                .containsExactly(3, 4);
        assertThat(exclude(e -> e.pub.in(entries.values(q -> q.pub)))).containsExactly(5);
        assertThat(exclude(e -> e.pub.in(entries.filter(q -> q.n.lt(3)).values(q -> q.pub))))
                .containsExactly(3, 4, 5);
        assertThat(filter(e -> e.rating.gt(e.n.times(2).minus(1)))).containsExactly(1, 2);
        // Differs: a list with a missing value in it says nothing of rows that are not in it. Django finds none of
        // them.
        assertThat(exclude(e -> e.headline.in(entries.filter(q -> q.n.gt(3)).values(q -> q.headline))))
                .containsExactly(1, 2, 3, 5);
    }

    // ---- text

    @Test
    void row23WildcardsInTextStandForThemselvesAlsoFromAColumn() {
        assertThat(filter(e -> e.headline.contains("100%"))).containsExactly(4);
        assertThat(filter(e -> e.headline.contains("p_h"))).containsExactly(4);
        assertThat(filter(e -> e.headline.endsWith("\\x"))).containsExactly(4);
        assertThat(filter(e -> e.headline.startsWith("%"))).isEmpty();
        await(blogs.filter(b -> b.id.eq(2)).aupdate(b -> b.tagline.set("_%")));
        assertThat(filter(e -> e.headline.contains(e.blog().tagline))).isEmpty();
        await(blogs.filter(b -> b.id.eq(2)).aupdate(b -> b.tagline.set("% HIP_")));
        assertThat(filter(e -> e.headline.icontains(e.blog().tagline))).containsExactly(4);
    }

    @Test
    void row24UpperAndLowerCaseAreFoldedOnBothSidesByTheDatabase() {
        assertThat(where(entries.filter(e -> e.headline.icontains("x"))))
                .isEqualTo("upper(t0.headline) LIKE upper($1::text)");
        assertThat(where(entries.filter(e -> e.headline.iexact("x"))))
                .isEqualTo("upper(t0.headline) = upper($1::text)");
        assertThat(filter(e -> e.headline.istartsWith("new lennon"))).containsExactly(1, 2);
    }

    @Test
    void row25NumbersAreSearchedAsTextWhereThatIsSaid() {
        assertThat(filter(e -> e.rating.asText().contains("5"))).containsExactly(1, 2, 5);
    }

    @Test
    void row26RegularExpressionsArePostgresqls() {
        assertThat(filter(e -> e.headline.regex("^(New|Best).*[0-9y]$"))).containsExactly(1, 3);
        assertThat(filter(e -> e.headline.iregex("^new"))).containsExactly(1, 2);
        assertThat(exclude(e -> e.headline.regex("^New"))).containsExactly(3, 4, 5);
    }

    @Test
    void row27NumbersThatAColumnCannotHoldAreComparedAllTheSame() {
        assertThat(filter(e -> e.n.eq(5_000_000_000L))).isEmpty();
        assertThat(filter(e -> e.n.lt(5_000_000_000L))).containsExactly(1, 2, 3, 4, 5);
        assertThat(filter(e -> e.n.in(1, 5_000_000_000L))).containsExactly(1);
        assertThat(filter(e -> e.n.toDouble().lt(2.5))).containsExactly(1, 2);
        assertThat(filter(e -> e.n.toDouble().gte(2.5))).containsExactly(3, 4, 5);
    }

    // ---- laziness, slices, single rows

    @Test
    void row28AQuerySetChangesNothingOfTheOneItCameFrom() {
        String before = entries.toString();
        assertQueries(0, () -> {
            entries.filter(e -> e.n.eq(1)).orderBy(e -> e.n.desc()).distinct().slice(1, 2);
            return Future.succeededFuture();
        });
        assertThat(entries.toString()).isEqualTo(before);
    }

    @Test
    void row29DiffersEveryTerminalAsks() {
        EntryQuerySet found = entries.filter(e -> e.n.eq(1));
        assertQueries(3, () -> found.alist().compose(a -> found.alist()).compose(b -> found.aexists()));
    }

    @Test
    void row30SlicesOfSlicesComposeAndNothingElseFollowsThem() {
        EntryQuerySet sorted = entries.orderBy(e -> e.n);
        assertThat(sorted.slice(1, 4).slice(1, 2).toString()).endsWith("\nLIMIT 1\nOFFSET $1::int8");
        assertThat(await(sorted.slice(1, 4).slice(1, 2).values(e -> e.n).alist()))
                .containsExactly(3);
        assertThatThrownBy(() -> entries.slice(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entries.slice(0, -2)).isInstanceOf(IllegalArgumentException.class);
        EntryQuerySet slice = sorted.slice(0, 2);
        assertThatThrownBy(() -> slice.filter(e -> e.n.eq(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> slice.exclude(e -> e.n.eq(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> slice.orderBy(e -> e.n)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(slice::reverse).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(slice::distinct).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(slice.alast())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(slice.aget(e -> e.n.eq(1)))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(slice.aupdate(e -> e.rating.set(1)))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(slice.adelete())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void row31AGetFindsExactlyOneRow() {
        assertThat(await(entries.aget(e -> e.n.eq(3))).headline).isEqualTo("Best Albums of 2008");
        assertThatThrownBy(() -> await(entries.aget(e -> e.n.eq(77)))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> await(entries.aget(77))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> await(entries.aget(e -> e.rating.eq(5))))
                .isInstanceOf(MultipleResultsException.class)
                .hasMessage("More than one Entry matches");
        assertQueries(1, () -> entries.orderBy(e -> e.headline).aget(e -> e.n.eq(3)));
        assertThat(lastSent()).doesNotContain("ORDER BY").endsWith("LIMIT 2");
        assertThat(await(entries.orderBy(e -> e.n.desc()).slice(0, 1).aget()).n).isEqualTo(5);
    }

    @Test
    void row30WhatASliceHasIsAskedOfItsRows() {
        EntryQuerySet sorted = entries.orderBy(e -> e.n);
        assertThat(await(sorted.slice(1, 3).afirst()).n).isEqualTo(2);
        assertThat(await(sorted.slice(4, 100).aexists())).isTrue();
        assertThat(await(sorted.slice(5, 100).aexists())).isFalse();
        assertThat(await(sorted.slice(2, 2).alist())).isEmpty();
        assertThat(await(sorted.offset(Long.MAX_VALUE).offset(Long.MAX_VALUE).alist()))
                .isEmpty();
        assertThat(await(sorted.limit(Long.MAX_VALUE).offset(4).alist())).hasSize(1);
        assertThatThrownBy(() -> await(entries.slice(1, 3).afirst()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("afirst() of a slice that is in no order");
        assertThatThrownBy(() -> await(entries.slice(1, 3).alast())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(sorted.slice(1, 3).alatest(e -> e.n))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(sorted.slice(0, 2).ainBulk(List.of(1L))))
                .isInstanceOf(IllegalStateException.class);
        Entry first = await(entries.aget(1));
        assertThatThrownBy(() -> await(sorted.slice(1, 3).acontains(first))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void row32WhatIsReversedStaysSoAlsoWithoutAnOrder() {
        assertThat(await(entries.reverse().afirst()).n).isEqualTo(5);
        assertThat(await(entries.reverse().alast()).n).isEqualTo(1);
        assertThat(await(writers.reverse().values(w -> w.name).alist())).containsExactly("Bob", "Ann");
        EntryQuerySet latest = entries.orderBy(e -> e.pub.desc(), e -> e.n).reverse();
        assertThat(await(latest.values(e -> e.n).alist())).containsExactly(1, 3, 2, 4, 5);
        assertThat(await(latest.reverse().values(e -> e.n).alist())).containsExactly(5, 4, 2, 3, 1);
        // Differs: a new order is a new beginning. Django would turn it round, too.
        assertThat(await(entries.reverse().orderBy(e -> e.n).values(e -> e.n).alist()))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(await(entries.alatest(e -> e.rating, e -> e.n)).n).isEqualTo(5);
        assertThat(await(entries.alatest(e -> e.rating, e -> e.n.desc())).n).isEqualTo(1);
        assertThatThrownBy(() -> await(entries.alatest()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alatest() needs to know by what: alatest(row -> row.createdAt)");
        assertThatThrownBy(() -> await(entries.aearliest())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void row32WithoutAnOrderFirstAndLastGoByTheKey() {
        assertThat(await(entries.afirst()).n).isEqualTo(1);
        assertThat(await(entries.alast()).n).isEqualTo(5);
        assertQueries(1, () -> entries.afirst());
        assertThat(lastSent()).endsWith("ORDER BY t0.id\nLIMIT 1");
        assertThat(await(writers.alast()).name).isEqualTo("Bob");
        // In Django 6.1 an order that was taken away stays away.
        assertThat(await(writers.orderBy().afirst()).name).isEqualTo("Ann");
        assertThat(await(entries.filter(e -> e.n.eq(77)).afirst())).isNull();
        assertThatThrownBy(() -> await(entries.filter(e -> e.n.eq(77)).alatest(e -> e.n)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void row33CountingDropsTheOrderAndCountsSlicesAndDistinctRowsFromWithin() {
        assertQueries(1, () -> writers.acount());
        assertThat(Queries.captured()).containsExactly("SELECT count(*)\nFROM writer t0");
        assertThat(await(entries.orderBy(e -> e.n).slice(1, 3).acount())).isEqualTo(2);
        assertThat(await(entries.slice(4, 100).acount())).isEqualTo(1);
        assertThat(await(blogs.filter(b -> b.entries().rating.eq(5)).acount())).isEqualTo(3);
        assertThat(await(blogs.filter(b -> b.entries().rating.eq(5)).distinct().acount()))
                .isEqualTo(2);
    }

    @Test
    void row34ExistsAndContainsReadNoRows() {
        assertQueries(1, () -> entries.filter(e -> e.n.eq(1)).orderBy(e -> e.n).aexists());
        assertThat(Queries.captured())
                .containsExactly("SELECT EXISTS (SELECT 1\nFROM entry t0\nWHERE t0.n = $1::int4)");
        Entry first = await(entries.aget(1));
        assertThat(await(entries.filter(e -> e.n.lt(3)).acontains(first))).isTrue();
        assertThat(await(entries.filter(e -> e.n.gt(3)).acontains(first))).isFalse();
        assertThatThrownBy(() -> await(entries.acontains(new Entry())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Entry.id has no value");
    }

    @Test
    void row35RowsInBulkComeByTheirUniqueValues() {
        assertThat(await(entries.ainBulk(List.of(1L, 3L, 99L)))).containsOnlyKeys(1L, 3L);
        assertThat(await(entries.ainBulk(e -> e.n, List.of(2, 4))).get(4).headline)
                .startsWith("Lennon 100%");
        assertThat(assertQueries(0, () -> entries.ainBulk(List.of()))).isEmpty();
        assertThatThrownBy(() -> await(entries.ainBulk(e -> e.rating, List.of(5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ainBulk needs a unique field");
    }

    @Test
    void row78ASliceThatIsPrefetchedIsOneOfEachRowsAlsoOfAModelWithAColumnCalledRowNumber() {
        List<Blog> found = await(blogs.orderBy(b -> b.id)
                .prefetchRelated(
                        b -> b.entries(), entries.orderBy(e -> e.n.desc()).slice(0, 2))
                .alist());
        assertThat(found.get(0).entries.get()).extracting(e -> e.n).containsExactly(2, 1);
        assertThat(found.get(1).entries.get()).extracting(e -> e.n).containsExactly(5, 4);
        assertThat(found.get(1).entries.get()).extracting(e -> e.score).containsExactly(50, 10);
    }

    // ---- order and distinct

    @Test
    void row37DiffersSortingByAReferenceSortsByItsKeyAndSaysOtherwiseInWords() {
        assertThat(entries.orderBy(e -> e.editor).toString()).endsWith("\nORDER BY t0.editor_id");
        assertThat(entries.orderBy(e -> e.editor().name).toString())
                .endsWith("LEFT JOIN writer t1 ON t1.id = t0.editor_id\nORDER BY t1.name");
        assertThat(await(blogs.orderBy(b -> b.entries().n).alist())).hasSize(5);
    }

    @Test
    void row38ASortKeyThatIsNotSelectedTellsDistinctRowsApart() {
        assertThat(await(blogs.orderBy(b -> b.entries().n).distinct().alist())).hasSize(5);
        // But not the model's own order: Django shows each age as often as it has names.
        await(writers.acreate(w -> w.name("Cid").age(30)));
        assertThat(await(writers.values(w -> w.age).distinct().alist())).containsExactlyInAnyOrder(30, null);
    }

    @Test
    void row38ASliceOfDistinctRowsIsTheSameInsideAnotherQuery() {
        EntryQuerySet latest = entries.orderBy(e -> e.n.desc()).distinct().slice(1, 3);
        assertThat(ns(entries.filter(e -> e.id.in(latest.values(l -> l.id))))).containsExactly(3, 4);
        assertThat(where(blogs.filter(b -> b.id.in(latest.values(l -> l.blog.key())))))
                .isEqualTo("""
                t0.id IN (SELECT value_1
                FROM (SELECT DISTINCT t1.blog_id AS value_1, t1.n AS sort_1
                FROM entry t1
                ORDER BY sort_1 DESC
                LIMIT 2
                OFFSET $1::int8) sorted)""");
        assertThat(await(entries.distinct().slice(4, 6).aexists())).isTrue();
        assertThat(await(entries.distinct().slice(5, 6).aexists())).isFalse();
        assertThat(await(latest.aexists())).isTrue();
        // Whoever looks for a value does not count how often it is there.
        assertThat(where(blogs.filter(b -> b.id.in(entries.distinct().values(l -> l.blog.key())))))
                .isEqualTo("t0.id IN (SELECT t1.blog_id\nFROM entry t1)");
    }

    @Test
    void row38DistinctRowsWithSomeFieldsOnlyAreSortedByAnyField() {
        assertThat(await(entries.distinct()
                        .orderBy(e -> e.n.desc())
                        .only(e -> e.rating)
                        .alist()))
                .extracting(row -> row.get(e -> e.id))
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        Integer age = await(writers.distinct().only(w -> w.age).afirst()).get(w -> w.age);
        assertThat(age).isEqualTo(30);
    }

    @Test
    void row39DistinctOnKeepsTheFirstRowOfEach() {
        assertThat(await(entries.distinctOn(e -> e.rating)
                        .orderBy(e -> e.rating, e -> e.n.desc())
                        .values(e -> e.n)
                        .alist()))
                .containsExactly(4, 3, 5);
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        EntryQuerySet firstOfEachDay = entries.filter(e -> e.at.isNotNull())
                .distinctOn(e -> e.rating.mod(2), e -> e.at.in(tokyo).year())
                .orderBy(e -> e.rating.mod(2), e -> e.at.in(tokyo).year(), e -> e.n.desc());
        assertThat(await(firstOfEachDay.values(e -> e.n).alist())).containsExactly(1, 3, 4);
        assertThat(await(firstOfEachDay.alist())).extracting(e -> e.n).containsExactly(1, 3, 4);
        assertThat(await(firstOfEachDay.acount())).isEqualTo(3);
        assertThat(await(firstOfEachDay.slice(1, 2).aexists())).isTrue();
        assertThat(ns(entries.filter(e -> e.id.in(firstOfEachDay.slice(1, 3).values(f -> f.id)))))
                .containsExactly(3, 4);
        EntryQuerySet wrong = entries.distinctOn(e -> e.rating).orderBy(e -> e.n);
        assertThatThrownBy(() -> await(db.atomic(wrong::alist)))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("SELECT DISTINCT ON expressions must match initial ORDER BY expressions");
        assertThatThrownBy(() -> await(wrong.adelete())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void row42XorHoldsWhereAnOddNumberDoes() {
        assertThat(filter(e -> e.rating.eq(5).xor(e.n.lt(3)))).containsExactly(5);
        assertThat(filter(e -> e.rating.gt(0).xor(e.n.gt(0)).xor(e.id.gt(0)))).hasSize(5);
    }

    @Test
    void row49WholeNumbersDivideToWholeNumbers() {
        await(entries.filter(e -> e.id.eq(1)).aupdate(e -> e.rating.set(9)));
        assertThat(await(entries.filter(e -> e.id.eq(1))
                        .values(e -> e.rating.dividedBy(2))
                        .alist()))
                .containsExactly(4);
        assertThat(await(entries.filter(e -> e.id.eq(1))
                        .values(e -> e.rating.toDouble().dividedBy(2))
                        .alist()))
                .containsExactly(4.5);
    }

    // ---- writing

    @Test
    void row52SavingARowWithAKeyChangesItOrElseCreatesIt() {
        Blog blog = new Blog();
        blog.id = 50L;
        blog.name = "Jazz";
        assertQueries(2, () -> blogs.asave(blog));
        blog.name = "Free Jazz";
        assertQueries(1, () -> blogs.asave(blog));
        assertThat(await(blogs.aget(50)).name).isEqualTo("Free Jazz");
        Blog nobody = new Blog();
        nobody.id = 51L;
        nobody.name = "x";
        assertThatThrownBy(() -> await(blogs.asave(nobody, b -> b.name))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void row53OnlyNamedFieldsAreSavedAndAPartialRowCannotBeSavedByMistake() {
        Blog blog = await(blogs.aget(1));
        blog.name = "changed";
        blog.tagline = "changed";
        await(blogs.asave(blog, b -> b.tagline));
        assertThat(await(blogs.aget(1)).name).isEqualTo("Beatles Blog");
        // A row that lacks fields is another type, which asave does not take.
        Partial<Blog, BlogFields> partial = await(blogs.only(b -> b.name).afirst());
        String name = partial.get(b -> b.name);
        assertThat(name).isEqualTo("Beatles Blog");
        assertThat(partial.has(b -> b.tagline)).isFalse();
    }

    @Test
    void row54And55WhatTheDatabaseComputesIsFreshAfterEveryWrite() {
        Entry entry = await(entries.acreate(e -> e.blog(await(blogs.aget(1))).rating(4)));
        assertThat(entry.score).isEqualTo(40);
        entry.rating = 6;
        await(entries.asave(entry));
        assertThat(entry.score).isEqualTo(60);
        assertThat(await(entries.filter(e -> e.id.eq(entry.id)).aupdateReturning(e -> e.rating.set(e.rating.plus(1)))))
                .extracting(e -> e.score)
                .containsExactly(70);
        assertThatThrownBy(() -> await(entries.aupdate(e -> e.score.set(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("score is generated by the database");
    }

    @Test
    void row57UpdateCountsTheRowsItMatchesAndReachesEachOnce() {
        assertThat(await(entries.filter(e -> e.rating.eq(5)).aupdate(e -> e.rating.set(5))))
                .isEqualTo(3);
        assertThat(await(blogs.filter(b -> b.entries().rating.eq(5)).aupdate(b -> b.tagline.set("x"))))
                .isEqualTo(2);
        assertQueries(1, () -> entries.filter(e -> e.blog().name.eq("Pop")).aupdate(e -> e.rating.set(2)));
        assertThat(lastSent()).isEqualTo("""
                UPDATE entry t0
                SET rating = $1::int4
                WHERE t0.id IN (SELECT t1.id
                FROM entry t1
                JOIN blog t2 ON t2.id = t1.blog_id
                WHERE t2.name = $2::text)""");
        assertThatThrownBy(() -> await(entries.aupdate(e -> e.headline.set(e.blog().name))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UPDATE sees only the row's own columns");
        assertThat(await(entries.orderBy(e -> e.n.desc()).aupdate(e -> e.rating.set(1))))
                .isEqualTo(5);
        assertThatThrownBy(() ->
                        await(db.atomic(() -> entries.orderBy(e -> e.n.desc()).aupdate(e -> e.n.set(e.n.plus(1))))))
                .isInstanceOf(UniqueViolation.class);
    }

    private static Entry entry(@Nullable Long id, @Nullable Integer n, int rating) {
        Entry entry = new Entry();
        entry.id = id;
        entry.n = n;
        entry.rating = rating;
        entry.blog = BlogQuerySet.ref(1);
        return entry;
    }

    @Test
    void row58RowsWithAndWithoutKeysAreCreatedTogetherOrNotAtAll() {
        List<Entry> made = await(entries.abulkCreate(List.of(entry(60L, 60, 1), entry(null, 61, 2))));
        assertThat(made).extracting(e -> e.n).containsExactly(60, 61);
        assertThat(made.get(1).id).isNotNull();
        assertThat(made).extracting(e -> e.score).containsExactly(10, 20);
        assertThatThrownBy(() -> await(entries.abulkCreate(List.of(entry(62L, 62, 1), entry(null, 61, 2)))))
                .isInstanceOf(UniqueViolation.class);
        assertThat(filter(e -> e.n.gte(60))).containsExactly(60, 61);

        assertThat(await(entries.abulkCreateIgnoring(
                        List.of(entry(null, 61, 9), entry(null, 63, 9), entry(null, 63, 9)))))
                .isEqualTo(1);
        assertThat(await(entries.abulkCreateOrUpdate(
                        List.of(entry(null, 61, 7), entry(null, 64, 8)), e -> List.of(e.n), e -> List.of(e.rating))))
                .isEqualTo(2);
        assertThat(await(entries.aget(e -> e.n.eq(61))).rating).isEqualTo(7);
        assertThatThrownBy(() -> await(db.atomic(() -> entries.abulkCreateOrUpdate(
                        List.of(entry(null, 65, 7), entry(null, 65, 8)), e -> List.of(e.n), e -> List.of(e.rating)))))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("cannot affect row a second time");
    }

    @Test
    void row59BulkUpdateIsOneStatementInWhichTheFirstOfTwoCounts() {
        assertThat(assertQueries(
                        1,
                        () -> entries.abulkUpdate(
                                List.of(entry(1L, 1, 7), entry(1L, 1, 8), entry(99L, 1, 8)), e -> e.rating)))
                .isEqualTo(1);
        assertThat(await(entries.aget(1)).rating).isEqualTo(7);
        assertThatThrownBy(() -> await(entries.abulkUpdate(List.of(entry(1L, 1, 7)), e -> e.id)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is the key");
    }

    @Test
    void row60And61TheValuesOfANewRowAreAskedForOnlyIfThereIsNone() {
        Blog pop = await(blogs.aget(2));
        GetOrCreated<Entry> there = await(entries.agetOrCreate(e -> e.n.eq(1), e -> {
            throw new AssertionError("not asked");
        }));
        assertThat(there.created()).isFalse();
        assertThat(await(entries.agetOrCreate(
                                e -> e.n.eq(70), e -> e.n(70).blog(pop).rating(1)))
                        .created())
                .isTrue();
        GetOrCreated<Entry> changed = await(entries.aupdateOrCreate(
                e -> e.n.eq(70), e -> e.rating(2), e -> e.n(70).blog(pop).rating(3)));
        assertThat(changed.created()).isFalse();
        assertThat(await(entries.aget(e -> e.n.eq(70))).rating).isEqualTo(2);
        assertThat(await(entries.aupdateOrCreate(e -> e.n.eq(71), e -> e.rating(2), e -> e.n(71)
                                .blog(pop)
                                .rating(3)))
                        .model()
                        .rating)
                .isEqualTo(3);
    }

    @Test
    void row64DeletingTellsHowManyRowsOfWhichModelsWent() {
        assertThat(await(blogs.filter(b -> b.id.eq(2)).adelete()).byModel()).isEqualTo(Map.of("Blog", 1L, "Entry", 3L));
        assertThat(await(blogs.filter(b -> b.id.eq(2)).adelete()).total()).isZero();
    }

    @Test
    void row67AnObjectWithoutAKeyCannotBeDeleted() {
        assertThatThrownBy(() -> await(blogs.adelete(new Blog())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Blog.id has no value");
    }

    @Test
    void row74LockingReadsAreForTransactionsOnly() {
        // The transaction that is rolled back after the test is this thread's; another one is outside of it.
        CompletableFuture<List<Entry>> outside = CompletableFuture.supplyAsync(
                () -> await(entries.selectForUpdate().alist()));
        assertThatThrownBy(outside::join).hasCauseInstanceOf(TransactionMisuse.class);
        assertThat(await(db.atomic(() -> entries.selectRelated(e -> e.editor())
                        .selectForUpdate(Lock.NO_KEY_UPDATE, Locked.SKIP)
                        .alist())))
                .hasSize(5);
        assertThat(entries.selectRelated(e -> e.editor())
                        .selectForUpdate(Lock.NO_KEY_UPDATE, Locked.SKIP)
                        .toString())
                .endsWith("\nFOR NO KEY UPDATE OF t0 SKIP LOCKED");
    }

    // ---- dates and zones

    @Test
    void row82And83AYearIsARangeOfTheColumnInUtcOrTheZoneThatIsNamed() {
        assertThat(where(entries.filter(e -> e.pub.year().eq(2008))))
                .isEqualTo("t0.pub >= $1::date AND t0.pub < $2::date");
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(filter(e -> e.at.year().eq(2020))).containsExactly(4);
        assertThat(filter(e -> e.at.in(newYork).year().eq(2019))).containsExactly(4);
        assertThat(filter(e -> e.at.date().eq(LocalDate.of(2020, 1, 1)))).containsExactly(4);
        assertThat(filter(e -> e.at.in(newYork).date().eq(LocalDate.of(2019, 12, 31))))
                .containsExactly(4);
        assertThat(filter(e -> e.at.in(newYork).hour().eq(23))).containsExactly(4);
        assertThat(where(entries.filter(e -> e.at.month().eq(6))))
                .isEqualTo("extract(month FROM t0.at AT TIME ZONE 'UTC')::int4 = $1::int4");
    }

    @Test
    void row85WeeksBeginOnSundayForWeekDayAndOnMondayForIso() {
        // 1 June 2008 was a Sunday, 1 June 2009 a Monday.
        assertThat(filter(e -> e.pub.weekDay().eq(1))).containsExactly(1);
        assertThat(filter(e -> e.pub.isoWeekDay().eq(7))).containsExactly(1);
        assertThat(filter(e -> e.pub.isoWeekDay().eq(1))).containsExactly(2, 3);
        assertThat(await(entries.filter(e -> e.id.eq(1))
                        .values(e -> e.pub.truncatedTo(DateUnit.WEEK))
                        .alist()))
                .containsExactly(LocalDate.of(2008, 5, 26));
    }

    @Test
    void row86ADateAndASpanOfTimeMakeATimestampAndTwoDatesADistance() {
        assertThat(await(entries.filter(e -> e.id.eq(1))
                        .values(e -> e.pub.plus(java.time.Period.ofMonths(1)))
                        .alist()))
                .containsExactly(java.time.LocalDateTime.of(2008, 7, 1, 0, 0));
        assertThat(filter(e -> e.pub.daysSince(LocalDate.of(2008, 6, 1)).lt(200)))
                .containsExactly(1, 3);
        assertThat(filter(e -> e.at.since(Instant.parse("2020-01-01T00:00:00Z")).gt(java.time.Duration.ZERO)))
                .containsExactly(4);
    }

    // ---- keys, errors, raw

    @Test
    void row90AnObjectWithoutAKeyCannotBeAskedFor() {
        assertThatThrownBy(() -> entries.filter(e -> e.blog.eq(new Blog())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Save it first");
    }

    @Test
    void row92TheValueOfAReferenceIsItsKeyAndAPathToManyRowsRepeats() {
        assertThat(await(entries.orderBy(e -> e.n).values(e -> e.editor.key()).alist()))
                .containsExactly(null, 1L, null, null, null);
        assertThat(await(entries.values(e -> e.authors().id).alist())).hasSize(5);
    }

    @Test
    void row93TheTextOfAQueryHasPlaceholdersAndIsWhatIsSent() {
        EntryQuerySet found = entries.filter(e -> e.headline.eq("it's $1"));
        assertQueries(1, found::alist);
        assertThat(Queries.captured()).containsExactly(found.toString());
        assertThat(found.toString()).doesNotContain("it's");
    }

    @Test
    void row94RawRowsHaveAllColumnsByTheirNames() {
        assertThat(await(entries.raw(
                                "SELECT e.*, 1 AS more FROM entry e WHERE e.rating = ? AND e.headline LIKE '%?%' OR e.n = ?",
                                value(3), value(1))
                        .alist()))
                .extracting(e -> e.n)
                .containsExactly(1);
        assertThatThrownBy(() -> await(
                        db.atomic(() -> entries.raw("SELECT id, n FROM entry").alist())))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("column t0.blog_id does not exist");
    }
}
