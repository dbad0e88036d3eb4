package dev.plectrum.benchmarks.twin;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collector;

/** The tables {@code post}, {@code author} and {@code tag} over one connection. */
final class Posts {
    static final String NEWEST = "SELECT id, title, body, published, author_id FROM post ORDER BY id DESC LIMIT 50";
    private static final String FIRST = "SELECT id, title, body, published, author_id FROM post ORDER BY id LIMIT 1000";
    static final String NEWEST_WITH_AUTHOR =
            "SELECT p.id, p.title, p.body, p.published, p.author_id, a.id, a.name, a.email"
                    + " FROM post p JOIN author a ON a.id = p.author_id ORDER BY p.id DESC LIMIT 50";
    static final String TAGS = "SELECT pt.post_id, t.id, t.name"
            + " FROM post_tags pt JOIN tag t ON t.id = pt.tag_id WHERE pt.post_id = ANY($1::int8[])";
    private static final String AUTHOR = "SELECT id, name, email FROM author WHERE id = $1::int8";
    private static final String AUTHORS = "SELECT id, name, email FROM author WHERE id = ANY($1::int8[])";

    private final PreparedQuery<SqlResult<List<Post>>> newest;
    private final PreparedQuery<SqlResult<List<Post>>> first;
    private final PreparedQuery<SqlResult<List<AuthoredPost>>> newestWithAuthor;
    private final PreparedQuery<SqlResult<Map<Long, List<Tag>>>> tags;
    private final PreparedQuery<SqlResult<Author>> author;
    private final PreparedQuery<SqlResult<Map<Long, Author>>> authors;

    Posts(PgConnection connection) {
        newest = connection.preparedQuery(NEWEST).collecting(Rows.list(50, Post::from));
        first = connection.preparedQuery(FIRST).collecting(Rows.list(1000, Post::from));
        newestWithAuthor = connection.preparedQuery(NEWEST_WITH_AUTHOR).collecting(Rows.list(50, AuthoredPost::from));
        tags = connection.preparedQuery(TAGS).collecting(tagsByPost());
        author = connection.preparedQuery(AUTHOR).collecting(Rows.one(Author::from));
        authors = connection.preparedQuery(AUTHORS).collecting(authorsById());
    }

    static Collector<Row, ?, Map<Long, List<Tag>>> tagsByPost() {
        return Rows.into(() -> new HashMap<>(128), (byPost, row) -> byPost.computeIfAbsent(
                        row.getLong(0), post -> new ArrayList<>(4))
                .add(new Tag(row.getLong(1), row.getString(2))));
    }

    private static Collector<Row, ?, Map<Long, Author>> authorsById() {
        return Rows.into(() -> new HashMap<>(2048), (byId, row) -> byId.put(row.getLong(0), Author.from(row)));
    }

    Future<SqlResult<List<AuthoredPost>>> newestWithAuthor() {
        return newestWithAuthor.execute();
    }

    /** The 50 newest with their tags: a statement for the posts, one for the tags of them all. */
    Future<List<TaggedPost>> newestWithTags() {
        return newest.execute().compose(answer -> {
            List<Post> posts = answer.value();
            return tags.execute(Tuple.of(keys(posts))).map(tagged -> tagged(posts, tagged.value()));
        });
    }

    static Long[] keys(List<Post> posts) {
        Long[] keys = new Long[posts.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = posts.get(i).id();
        }
        return keys;
    }

    static List<TaggedPost> tagged(List<Post> posts, Map<Long, List<Tag>> tags) {
        List<TaggedPost> tagged = new ArrayList<>(posts.size());
        for (Post post : posts) {
            tagged.add(new TaggedPost(post, tags.getOrDefault(post.id(), List.of())));
        }
        return tagged;
    }

    /** A thousand posts, then the authors of them all in one statement. */
    Future<List<AuthoredPost>> thousandWithAuthorsBatched() {
        return first.execute().compose(answer -> {
            List<Post> posts = answer.value();
            Long[] authorIds = posts.stream().map(Post::authorId).distinct().toArray(Long[]::new);
            return authors.execute(Tuple.of(authorIds)).map(found -> authored(posts, found.value()));
        });
    }

    private static List<AuthoredPost> authored(List<Post> posts, Map<Long, Author> authors) {
        List<AuthoredPost> authored = new ArrayList<>(posts.size());
        for (Post post : posts) {
            authored.add(new AuthoredPost(post, Objects.requireNonNull(authors.get(post.authorId()))));
        }
        return authored;
    }

    /** A thousand posts, then the author of each in a statement of its own, one after the other: N+1 as people write it. */
    Future<List<AuthoredPost>> thousandWithAuthorsInTurn() {
        return first.execute().compose(answer -> {
            InTurn loop = new InTurn(answer.value());
            loop.next();
            return loop.all.future();
        });
    }

    /** The same statements, all on their way at once: N+1 at its cheapest. */
    Future<List<AuthoredPost>> thousandWithAuthorsAtOnce() {
        return first.execute().compose(answer -> {
            List<Post> posts = answer.value();
            List<Future<SqlResult<Author>>> answers = new ArrayList<>(posts.size());
            for (Post post : posts) {
                answers.add(author.execute(Tuple.of(post.authorId())));
            }
            return Future.all(answers).map(all -> {
                List<AuthoredPost> authored = new ArrayList<>(posts.size());
                for (int i = 0; i < posts.size(); i++) {
                    authored.add(new AuthoredPost(
                            posts.get(i), answers.get(i).result().value()));
                }
                return authored;
            });
        });
    }

    private final class InTurn {
        private final Promise<List<AuthoredPost>> all = Promise.promise();
        private final List<Post> posts;
        private final List<AuthoredPost> authored;

        private InTurn(List<Post> posts) {
            this.posts = posts;
            authored = new ArrayList<>(posts.size());
        }

        private void next() {
            if (authored.size() == posts.size()) {
                all.complete(authored);
                return;
            }
            author.execute(Tuple.of(posts.get(authored.size()).authorId())).onComplete(this::add);
        }

        private void add(AsyncResult<SqlResult<Author>> answer) {
            if (answer.failed()) {
                all.fail(answer.cause());
                return;
            }
            authored.add(
                    new AuthoredPost(posts.get(authored.size()), answer.result().value()));
            next();
        }
    }
}
