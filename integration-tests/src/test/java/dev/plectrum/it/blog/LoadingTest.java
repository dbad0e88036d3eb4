package dev.plectrum.it.blog;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.Explain;
import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.StatementListener;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.testing.PlectrumTest;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements it takes to load what belongs to rows, and which. */
@PlectrumTest
class LoadingTest {
    private final Vertx vertx = Vertx.vertx();
    private Database db;
    private PostQuerySet posts;
    private AuthorQuerySet authors;
    private CommentQuerySet comments;

    @BeforeEach
    void tables(Database database) {
        db = database;
        await(db.createSchema(List.of(
                AuthorMapping.INSTANCE,
                CountryMapping.INSTANCE,
                ProfileMapping.INSTANCE,
                PostMapping.INSTANCE,
                TagMapping.INSTANCE,
                EndorsementMapping.INSTANCE,
                CommentMapping.INSTANCE)));
        posts = new PostQuerySet(db);
        authors = new AuthorQuerySet(db);
        comments = new CommentQuerySet(db);
        List<Author> writers = await(authors.abulkCreate(IntStream.range(0, 10)
                .mapToObj(i -> {
                    Author author = new Author();
                    author.name = "author " + i;
                    return author;
                })
                .toList()));
        await(posts.abulkCreate(IntStream.range(0, 1_000)
                .mapToObj(i -> {
                    Post post = new Post();
                    post.title = "post " + i;
                    post.author = AuthorQuerySet.ref(writers.get(i % 10));
                    post.editor = AuthorQuerySet.ref(writers.get((i + 1) % 10));
                    return post;
                })
                .toList()));
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    /** Runs code as a request runs: on an event loop, without waiting. */
    private <T> Future<T> onEventLoop(Supplier<Future<T>> code) {
        Promise<T> done = Promise.promise();
        vertx.getOrCreateContext().runOnContext(turn -> code.get().onComplete(done));
        return done.future();
    }

    private static Future<Integer> loadAuthors(List<Post> all) {
        return Future.all(all.stream().map(post -> post.author.aget()).toList()).map(CompositeFuture::size);
    }

    @Test
    void aLoopOverAThousandPostsThatLoadsEachAuthorCostsTwoQueries() {
        assertThat(assertQueries(2, () -> posts.alist().compose(LoadingTest::loadAuthors)))
                .isEqualTo(1_000);
        assertThat(assertQueries(2, () -> onEventLoop(() -> posts.alist().compose(LoadingTest::loadAuthors))))
                .isEqualTo(1_000);
        assertQueries(2, () -> {
            List<Post> all = await(posts.alist());
            for (Post post : all) {
                assertThat(await(post.author.aget()).name).startsWith("author");
            }
            return Future.succeededFuture();
        });
    }

    @Test
    void soDoesALoopOverWhatBelongsToThem() {
        List<Author> all = assertQueries(2, () -> authors.alist().compose(found -> Future.all(
                        found.stream().map(author -> author.posts.alist()).toList())
                .map(done -> found)));
        assertThat(all).allSatisfy(author -> assertThat(author.posts.get()).hasSize(100));
    }

    @Test
    void callsOfOneTurnAreAnsweredTogetherWhateverTheirRowsCameFrom() {
        List<List<Post>> results = List.of(
                await(posts.filter(p -> p.id.lte(5)).alist()),
                await(posts.filter(p -> p.id.gt(995)).alist()));
        // Two results, and two relations that lead to the same rows in the same way.
        assertQueries(
                1,
                () -> onEventLoop(() -> Future.all(results.stream()
                        .flatMap(List::stream)
                        .flatMap(post -> List.of(post.author.aget(), post.editor.aget()).stream())
                        .toList())));
        assertThat(results).allSatisfy(all -> assertThat(all)
                .allSatisfy(post -> assertThat(post.editor.get().name).startsWith("author")));
    }

    @Test
    void oneAtATimeIsThereForWhoeverWantsIt() {
        assertQueries(
                6, () -> posts.fetchMode(FetchMode.ONE).slice(0, 5).alist().compose(LoadingTest::loadAuthors));
    }

    @Test
    void strictModeNamesTheLineThatAsks() {
        Post post = await(posts.fetchMode(FetchMode.FAIL).afirst());
        assertThatThrownBy(() -> await(post.author.aget()))
                .isInstanceOf(NotLoadedException.class)
                .hasMessageStartingWith(
                        "The relation author was not loaded with its row, and the query set's fetch mode"
                                + " is FAIL. It was asked for at dev.plectrum.it.blog.LoadingTest.")
                .hasMessageContaining("(LoadingTest.java:")
                .hasMessageEndingWith("Add selectRelated or prefetchRelated to the query");
        assertThatThrownBy(() -> await(post.comments.alist())).isInstanceOf(NotLoadedException.class);
        Post loaded = await(posts.fetchMode(FetchMode.FAIL)
                .prefetchRelated(p -> p.author(), p -> p.comments())
                .afirst());
        assertThat(await(loaded.author.aget()).name).startsWith("author");
        assertThat(await(loaded.comments.alist())).isEmpty();
    }

    @Test
    void thePrefetchesOfOneLevelAreSentTogether() {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        StatementListener listener = new StatementListener() {
            @Override
            public @Nullable Object started(Sql sql) {
                events.add("sent");
                return null;
            }

            @Override
            public void ended(Finished statement) {
                events.add("answered");
            }
        };
        db.addListener(listener);
        try {
            await(posts.prefetchRelated(p -> p.author(), p -> p.comments(), p -> p.tags())
                    .alist());
        } finally {
            db.removeListener(listener);
        }
        assertThat(events)
                .startsWith("sent", "answered", "sent", "sent", "sent")
                .hasSize(8);
    }

    @Test
    void aQuerySetTellsEveryStatementOfItsPlan() {
        PostQuerySet query = posts.filter(p -> p.rating.gt(3))
                .prefetchRelated(p -> p.comments().replies(), p -> p.tags())
                .prefetchRelated(p -> p.author(), authors.filter(a -> a.name.startsWith("a")));
        assertThat(query.toString()).isEqualTo("""
                        SELECT t0.id, t0.title, t0.rating, t0.author_id, t0.editor_id, t0.country_id
                        FROM post t0
                        WHERE t0.rating > $1::int4
                        ORDER BY t0.id

                        -- comments
                        SELECT t0.id, t0.body, t0.spam, t0.post_id, t0.parent_id
                        FROM comment t0
                        WHERE t0.post_id = ANY($1::int8[])
                        ORDER BY t0.id

                        -- replies
                        SELECT t0.id, t0.body, t0.spam, t0.post_id, t0.parent_id
                        FROM comment t0
                        WHERE t0.parent_id = ANY($1::int8[])
                        ORDER BY t0.id

                        -- tags
                        SELECT t0.id, t0.name, t1.post_id
                        FROM tag t0
                        JOIN post_tags t1 ON t1.tag_id = t0.id
                        WHERE t1.post_id = ANY($1::int8[])
                        ORDER BY t0.name

                        -- author
                        SELECT t0.id, t0.name
                        FROM author t0
                        WHERE t0.name LIKE $1::text AND t0.id = ANY($2::int8[])""");
        assertThat(await(posts.prefetchRelated(p -> p.author()).aexplain(Explain.ANALYZE)))
                .contains("on post t0")
                .contains("on author t0")
                .contains("rows=10.00 loops=1");
    }

    @Test
    void aReplyIsLoadedByItsKeyToo() {
        Post post = await(posts.afirst());
        Comment top = await(comments.acreate(c -> c.body("Hm").spam(false).post(post)));
        Comment reply = await(
                comments.acreate(c -> c.body("Well").spam(false).post(post).parent(top)));
        assertThat(await(CommentQuerySet.ref(reply.id()).aget(db)).body()).isEqualTo("Well");
        assertThatThrownBy(() -> await(CommentQuerySet.ref(reply.id()).aget()))
                .isInstanceOf(NotLoadedException.class)
                .hasMessageContaining("was made by hand and knows no database");
    }
}
