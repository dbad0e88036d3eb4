package dev.plectrum.orm.blog;

import static dev.plectrum.orm.query.TestDatabase.DB;
import static dev.plectrum.orm.query.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.QuerySet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which joins a query gets, to be read by eye. Every text is also run, so that PostgreSQL has its say. */
class PlannerTest {
    private final AuthorQuerySet authors = new AuthorQuerySet(DB);
    private final PostQuerySet posts = new PostQuerySet(DB);
    private final CommentQuerySet comments = new CommentQuerySet(DB);

    @BeforeAll
    static void create() {
        BlogTables.create();
    }

    /** What follows the select list. */
    private static String from(QuerySet<?, ?, ?, ?> querySet) {
        await(querySet.alist());
        String sql = querySet.toString();
        return sql.substring(sql.indexOf("\nFROM") + 1);
    }

    @Test
    void referencesAreJoinedOnceForTheWholeQuery() {
        assertThat(from(comments.filter(c -> c.post().author().name.eq("Ada"))
                        .filter(c -> c.post().title.eq("x"))
                        .exclude(c -> c.post().author().name.eq("Bob"))
                        .orderBy(c -> c.post().rating)))
                .isEqualTo("""
                        FROM comment t0
                        JOIN post t1 ON t1.id = t0.post_id
                        JOIN author t2 ON t2.id = t1.author_id
                        WHERE t2.name = $1::text AND t1.title = $2::text AND t2.name <> $3::text
                        ORDER BY t1.rating""");
    }

    @Test
    void keysAreReadFromTheRowThatPointsToThem() {
        assertThat(from(comments.filter(
                        c -> c.parent().id.eq(1).and(c.parent().parent().id.isNull()))))
                .isEqualTo("""
                        FROM comment t0
                        LEFT JOIN comment t1 ON t1.id = t0.parent_id
                        WHERE t0.parent_id = $1::int8 AND t1.parent_id IS NULL""");
        assertThat(from(posts.filter(p -> p.tags().id.eq(3)))).isEqualTo("""
                        FROM post t0
                        JOIN post_tags t1 ON t1.post_id = t0.id
                        WHERE t1.tag_id = $1::int8""");
        assertThat(from(posts.filter(p -> p.comments().id.isNull()))).isEqualTo("""
                        FROM post t0
                        LEFT JOIN comment t1 ON t1.post_id = t0.id
                        WHERE t1.id IS NULL""");
    }

    @Test
    void everythingBehindAnOptionalReferenceIsOptional() {
        assertThat(from(comments.filter(c -> c.parent().post().author().name.isNull())))
                .isEqualTo("""
                        FROM comment t0
                        LEFT JOIN comment t1 ON t1.id = t0.parent_id
                        LEFT JOIN post t2 ON t2.id = t1.post_id
                        LEFT JOIN author t3 ON t3.id = t2.author_id
                        WHERE t3.name IS NULL""");
        assertThat(from(comments.orderBy(c -> c.parent().post().title))).isEqualTo("""
                        FROM comment t0
                        LEFT JOIN comment t1 ON t1.id = t0.parent_id
                        LEFT JOIN post t2 ON t2.id = t1.post_id
                        ORDER BY t2.title""");
    }

    @Test
    void aConditionThatNeedsTheRowMakesTheWholeChainInner() {
        assertThat(from(comments.filter(c -> c.parent().post().editor().name.eq("Ada"))))
                .isEqualTo("""
                        FROM comment t0
                        JOIN comment t1 ON t1.id = t0.parent_id
                        JOIN post t2 ON t2.id = t1.post_id
                        JOIN author t3 ON t3.id = t2.editor_id
                        WHERE t3.name = $1::text""");
    }

    @Test
    void orIsInnerOnlyIfEveryAlternativeNeedsTheRow() {
        assertThat(from(posts.filter(
                        p -> p.editor().name.eq("Ada").or(p.editor().name.eq("Bob")))))
                .isEqualTo("""
                        FROM post t0
                        JOIN author t1 ON t1.id = t0.editor_id
                        WHERE t1.name = $1::text OR t1.name = $2::text""");
        assertThat(from(posts.filter(p -> p.editor().name.eq("Ada").or(p.rating.gt(3)))))
                .isEqualTo("""
                        FROM post t0
                        LEFT JOIN author t1 ON t1.id = t0.editor_id
                        WHERE t1.name = $1::text OR t0.rating > $2::int4""");
        assertThat(from(posts.filter(p -> p.editor()
                        .name
                        .eq("Ada")
                        .and(p.rating.gt(3))
                        .or(p.editor().name.eq("Bob").and(p.rating.lt(3))))))
                .isEqualTo("""
                        FROM post t0
                        JOIN author t1 ON t1.id = t0.editor_id
                        WHERE t1.name = $1::text AND t0.rating > $2::int4 OR t1.name = $3::text AND t0.rating < $4::int4""");
        assertThat(from(posts.filter(
                        p -> p.editor().name.eq("Ada").and(p.rating.gt(3)).or(p.rating.lt(3)))))
                .contains("\nLEFT JOIN author");
    }

    @Test
    void oneCallCanMakeInnerWhatAnotherLeftOuterAndNotTheOtherWayRound() {
        assertThat(from(posts.filter(p -> p.editor().name.eq("Ada").or(p.rating.gt(3)))
                        .filter(p -> p.editor().name.gt("A"))))
                .contains("\nJOIN author");
        assertThat(from(posts.filter(p -> p.editor().name.gt("A"))
                        .filter(p -> p.editor().name.eq("Ada").or(p.rating.gt(3)))))
                .contains("\nJOIN author");
        assertThat(from(posts.filter(p ->
                        p.editor().name.gt("A").and(p.editor().name.eq("Ada").or(p.rating.gt(3))))))
                .contains("\nJOIN author");
    }

    @Test
    void notSwapsTheVotes() {
        assertThat(from(posts.exclude(p -> p.editor().name.eq("Ada")))).isEqualTo("""
                        FROM post t0
                        LEFT JOIN author t1 ON t1.id = t0.editor_id
                        WHERE t1.name IS DISTINCT FROM $1::text""");
        assertThat(from(posts.exclude(
                        p -> p.editor().name.eq("Ada").and(p.editor().name.eq("Bob")))))
                .contains("\nLEFT JOIN author");
        assertThat(from(posts.exclude(p -> p.editor().name.isNull()))).isEqualTo("""
                        FROM post t0
                        JOIN author t1 ON t1.id = t0.editor_id
                        WHERE t1.name IS NOT NULL""");
        assertThat(from(posts.exclude(p -> p.editor().name.isNull().or(p.rating.gt(3)))))
                .isEqualTo("""
                        FROM post t0
                        JOIN author t1 ON t1.id = t0.editor_id
                        WHERE NOT (t1.name IS NULL OR t0.rating > $1::int4)""");
        assertThat(from(posts.exclude(p -> p.editor().name.isNull().and(p.rating.gt(3)))))
                .contains("\nLEFT JOIN author");
        assertThat(from(posts.exclude(p -> p.editor().name.eq("Ada").not()))).isEqualTo("""
                        FROM post t0
                        JOIN author t1 ON t1.id = t0.editor_id
                        WHERE (t1.name = $1::text) IS TRUE""");
    }

    @Test
    void whatDoesWithoutTheRowLeavesTheJoinOuter() {
        assertThat(from(posts.filter(p -> p.editor().name.orElse("nobody").eq("nobody"))))
                .isEqualTo("""
                        FROM post t0
                        LEFT JOIN author t1 ON t1.id = t0.editor_id
                        WHERE coalesce(t1.name, $1::text) = $2::text""");
        assertThat(from(posts.filter(p -> p.editor().name.eq("Ada").xor(p.rating.gt(3)))))
                .isEqualTo("""
                        FROM post t0
                        LEFT JOIN author t1 ON t1.id = t0.editor_id
                        WHERE ((t1.name = $1::text) IS TRUE) <> (t0.rating > $2::int4)""");
    }

    @Test
    void relatedRowsAreJoinedOnceACall() {
        assertThat(from(posts.filter(
                        p -> p.comments().spam.isTrue().and(p.comments().body.eq("x")))))
                .isEqualTo("""
                        FROM post t0
                        JOIN comment t1 ON t1.post_id = t0.id
                        WHERE t1.spam AND t1.body = $1::text""");
        assertThat(from(posts.filter(p -> p.comments().spam.isTrue())
                        .filter(p -> p.comments().body.eq("x"))))
                .isEqualTo("""
                        FROM post t0
                        JOIN comment t1 ON t1.post_id = t0.id
                        JOIN comment t2 ON t2.post_id = t0.id
                        WHERE t1.spam AND t2.body = $1::text""");
    }

    @Test
    void whatSortsOrIsSelectedUsesTheJoinOfTheFilter() {
        assertThat(from(posts.filter(p -> p.comments().spam.isTrue())
                        .orderBy(p -> p.comments().body.desc())))
                .isEqualTo("""
                        FROM post t0
                        JOIN comment t1 ON t1.post_id = t0.id
                        WHERE t1.spam
                        ORDER BY t1.body DESC""");
        assertThat(posts.filter(p -> p.comments().spam.isTrue()).values(p -> p.comments().body))
                .hasToString("""
                        SELECT t1.body
                        FROM post t0
                        JOIN comment t1 ON t1.post_id = t0.id
                        WHERE t1.spam""");
        assertThat(from(posts.filter(p -> p.comments().spam.isTrue())
                        .filter(p -> p.comments().body.eq("x"))
                        .orderBy(p -> p.comments().id)))
                .endsWith("ORDER BY t2.id");
        assertThat(from(posts.filter(p -> p.editor().name.eq("Ada").or(p.rating.gt(1)))
                        .selectRelated(p -> p.editor())))
                .isEqualTo("""
                        FROM post t0
                        LEFT JOIN author t1 ON t1.id = t0.editor_id
                        WHERE t1.name = $1::text OR t0.rating > $2::int4""");
    }

    @Test
    void excludingRelatedRowsAsksWhetherThereIsOne() {
        assertThat(from(posts.exclude(
                        p -> p.comments().spam.isTrue().and(p.comments().body.eq("x")))))
                .isEqualTo("""
                        FROM post t0
                        WHERE NOT (EXISTS (SELECT 1
                        FROM comment t1
                        WHERE t1.post_id = t0.id AND t1.spam) AND EXISTS (SELECT 1
                        FROM comment t2
                        WHERE t2.post_id = t0.id AND t2.body = $1::text))""");
        assertThat(from(posts.exclude(p -> p.tags().name.eq("java")))).isEqualTo("""
                        FROM post t0
                        WHERE NOT EXISTS (SELECT 1
                        FROM post_tags t1
                        JOIN tag t2 ON t2.id = t1.tag_id
                        WHERE t1.post_id = t0.id AND t2.name = $1::text)""");
        assertThat(from(posts.filter(p -> p.comments().body.ne("x")))).isEqualTo("""
                        FROM post t0
                        WHERE NOT EXISTS (SELECT 1
                        FROM comment t1
                        WHERE t1.post_id = t0.id AND t1.body = $1::text)""");
        assertThat(from(posts.exclude(p -> p.comments().spam.isTrue().not()))).isEqualTo("""
                        FROM post t0
                        WHERE EXISTS (SELECT 1
                        FROM comment t1
                        WHERE t1.post_id = t0.id AND t1.spam)""");
    }

    @Test
    void excludingFromBehindAReferenceReadsItsKeyFromTheRow() {
        assertThat(from(comments.exclude(c -> c.post().tags().name.eq("java")))).isEqualTo("""
                        FROM comment t0
                        WHERE NOT EXISTS (SELECT 1
                        FROM post_tags t1
                        JOIN tag t2 ON t2.id = t1.tag_id
                        WHERE t1.post_id = t0.post_id AND t2.name = $1::text)""");
        assertThat(from(comments.exclude(c -> c.parent().post().tags().name.eq("java"))))
                .isEqualTo("""
                        FROM comment t0
                        LEFT JOIN comment t1 ON t1.id = t0.parent_id
                        WHERE NOT EXISTS (SELECT 1
                        FROM post_tags t2
                        JOIN tag t3 ON t3.id = t2.tag_id
                        WHERE t2.post_id = t1.post_id AND t3.name = $1::text)""");
    }

    @Test
    void excludingMissingRelatedRowsCountsNoRowAsAMissingOne() {
        assertThat(from(posts.exclude(p -> p.comments().parent().id.isNull()))).isEqualTo("""
                        FROM post t0
                        WHERE NOT EXISTS (SELECT 1
                        FROM post t1
                        LEFT JOIN comment t2 ON t2.post_id = t1.id
                        WHERE t1.id = t0.id AND t2.parent_id IS NULL)""");
        assertThat(from(posts.exclude(
                        p -> p.comments().parent().post().title.orElse("x").eq("x"))))
                .isEqualTo("""
                        FROM post t0
                        WHERE NOT EXISTS (SELECT 1
                        FROM post t1
                        LEFT JOIN comment t2 ON t2.post_id = t1.id
                        LEFT JOIN comment t3 ON t3.id = t2.parent_id
                        LEFT JOIN post t4 ON t4.id = t3.post_id
                        WHERE t1.id = t0.id AND coalesce(t4.title, $1::text) = $2::text)""");
    }

    @Test
    void aNegationAfterAConditionOnARelatedRowSpeaksOfThatRow() {
        assertThat(from(posts.filter(p ->
                        p.comments().spam.isTrue().and(p.comments().body.eq("x").not()))))
                .isEqualTo("""
                        FROM post t0
                        JOIN comment t1 ON t1.post_id = t0.id
                        WHERE t1.spam AND t1.body IS DISTINCT FROM $1::text""");
        assertThat(from(authors.filter(a -> a.posts()
                        .rating
                        .gt(3)
                        .and(a.posts().comments().spam.isTrue().not()))))
                .isEqualTo("""
                        FROM author t0
                        JOIN post t1 ON t1.author_id = t0.id
                        WHERE t1.rating > $1::int4 AND NOT EXISTS (SELECT 1
                        FROM comment t2
                        WHERE t2.post_id = t1.id AND t2.spam)""");
        assertThat(from(posts.filter(p ->
                        p.comments().body.eq("x").not().and(p.comments().spam.isTrue()))))
                .isEqualTo("""
                        FROM post t0
                        JOIN comment t1 ON t1.post_id = t0.id
                        WHERE NOT EXISTS (SELECT 1
                        FROM comment t2
                        WHERE t2.post_id = t0.id AND t2.body = $1::text) AND t1.spam""");
    }

    @Test
    void aRangeOfYearsIsOneCondition() {
        assertThat(from(authors.exclude(a -> a.posts().publishedOn.year().eq(2008))))
                .isEqualTo("""
                        FROM author t0
                        WHERE NOT EXISTS (SELECT 1
                        FROM post t1
                        WHERE t1.author_id = t0.id AND t1.published_on >= $1::date AND t1.published_on < $2::date)""");
    }

    @Test
    void exactlyOneOfTwoRelatedConditionsIsAskedOfEachByItselfWhenNegated() {
        assertThat(from(posts.exclude(p -> p.comments().spam.isTrue().xor(p.rating.gt(3)))))
                .isEqualTo("""
                        FROM post t0
                        WHERE NOT (EXISTS (SELECT 1
                        FROM comment t1
                        WHERE t1.post_id = t0.id AND t1.spam) <> (t0.rating > $1::int4))""");
    }

    @Test
    void semiJoinsAreSubqueriesOfTheirOwn() {
        assertThat(from(authors.filter(a -> a.posts().any(p -> p.comments().every(c -> c.spam.isFalse())))))
                .isEqualTo("""
                        FROM author t0
                        WHERE EXISTS (SELECT 1
                        FROM post t1
                        WHERE t1.author_id = t0.id AND NOT EXISTS (SELECT 1
                        FROM comment t2
                        WHERE t2.post_id = t1.id AND t2.spam))""");
        assertThat(from(comments.filter(c -> c.post().tags().none(t -> t.name.eq("java")))))
                .isEqualTo("""
                        FROM comment t0
                        WHERE NOT EXISTS (SELECT 1
                        FROM post_tags t1
                        JOIN tag t2 ON t2.id = t1.tag_id
                        WHERE t1.post_id = t0.post_id AND t2.name = $1::text)""");
    }

    @Test
    void rowsThatAreOnlyCountedChangedOrDeletedBringNoOthersAlong() {
        assertThat(comments.filter(c -> posts.selectRelated(p -> p.author())
                        .filter(p -> p.id.eq(c.post().id))
                        .exists()))
                .asString()
                .endsWith("""
                        WHERE EXISTS (SELECT 1
                        FROM post t1
                        WHERE t1.id = t0.post_id)""");
    }
}
