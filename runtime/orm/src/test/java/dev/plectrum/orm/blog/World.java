package dev.plectrum.orm.blog;

import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;

/** A small blog, in memory and in the database. Keys are positions in the lists, counted from 1. */
record World(List<Row> authors, List<Row> posts, List<Row> comments, List<Row> tags, Set<List<Long>> postTags) {
    enum Table {
        AUTHOR,
        POST,
        COMMENT,
        TAG
    }

    /**
     * A row of any table.
     *
     * @param name the text that it has
     * @param number a post's rating, or whether a comment is spam
     * @param first the author of a post, or the post of a comment
     * @param second the editor of a post, or the parent of a comment
     * @param year when a post was published
     */
    record Row(
            Table table,
            long id,
            String name,
            int number,
            long first,
            @Nullable Long second,
            @Nullable Integer year) {}

    /** How one row leads to others. */
    enum Link {
        POSTS(Table.AUTHOR, Table.POST, true),
        AUTHOR(Table.POST, Table.AUTHOR, false),
        EDITOR(Table.POST, Table.AUTHOR, false),
        COMMENTS(Table.POST, Table.COMMENT, true),
        TAGS(Table.POST, Table.TAG, true),
        POST(Table.COMMENT, Table.POST, false),
        PARENT(Table.COMMENT, Table.COMMENT, false);

        final Table from;
        final Table to;
        final boolean many;

        Link(Table from, Table to, boolean many) {
            this.from = from;
            this.to = to;
            this.many = many;
        }

        static List<Link> from(Table table) {
            return List.of(values()).stream().filter(link -> link.from == table).toList();
        }

        Fields<?> follow(Fields<?> row) {
            return switch (this) {
                case POSTS -> ((AuthorFields) row).posts();
                case AUTHOR -> ((PostFields) row).author();
                case EDITOR -> ((PostFields) row).editor();
                case COMMENTS -> ((PostFields) row).comments();
                case TAGS -> ((PostFields) row).tags();
                case POST -> ((CommentFields) row).post();
                case PARENT -> ((CommentFields) row).parent();
            };
        }
    }

    List<Row> rows(Table table) {
        return switch (table) {
            case AUTHOR -> authors;
            case POST -> posts;
            case COMMENT -> comments;
            case TAG -> tags;
        };
    }

    /** The rows that a link leads to from a row; none from a row that is missing. */
    List<Row> follow(@Nullable Row row, Link link) {
        if (row == null) {
            return List.of();
        }
        return switch (link) {
            case POSTS -> posts.stream().filter(post -> post.first == row.id).toList();
            case AUTHOR -> List.of(authors.get((int) row.first - 1));
            case EDITOR -> row.second == null ? List.of() : List.of(authors.get(row.second.intValue() - 1));
            case COMMENTS ->
                comments.stream().filter(comment -> comment.first == row.id).toList();
            case TAGS ->
                tags.stream()
                        .filter(tag -> postTags.contains(List.of(row.id, tag.id)))
                        .toList();
            case POST -> List.of(posts.get((int) row.first - 1));
            case PARENT -> row.second == null ? List.of() : List.of(comments.get(row.second.intValue() - 1));
        };
    }

    /** Puts it into the database, in place of what is there. */
    void store() {
        StringBuilder sql = new StringBuilder("TRUNCATE author, post, comment, tag, post_tags;");
        insert(
                sql,
                "author",
                authors.stream().map(a -> a.id + ", '" + a.name + "'").toList());
        insert(sql, "tag", tags.stream().map(t -> t.id + ", '" + t.name + "'").toList());
        insert(
                sql,
                "post",
                posts.stream()
                        .map(p -> p.id + ", '" + p.name + "', " + p.number + ", " + p.first + ", " + p.second + ", "
                                + (p.year == null ? "NULL" : "'" + p.year + "-06-15'"))
                        .toList());
        insert(
                sql,
                "comment",
                comments.stream()
                        .map(c -> c.id + ", '" + c.name + "', " + (c.number > 0) + ", " + c.first + ", " + c.second)
                        .toList());
        insert(
                sql,
                "post_tags",
                postTags.stream().map(pair -> pair.get(0) + ", " + pair.get(1)).toList());
        TestDatabase.script(sql.toString());
    }

    private static void insert(StringBuilder sql, String table, List<String> rows) {
        if (!rows.isEmpty()) {
            sql.append("INSERT INTO ").append(table).append(" VALUES ");
            sql.append(rows.stream().map(row -> "(" + row + ")").collect(Collectors.joining(", ")))
                    .append(';');
        }
    }

    /** Few of everything, so that rows share their relations, and some have none. */
    static Arbitrary<World> any() {
        Arbitrary<List<String>> names =
                Arbitraries.of("a", "b").list().ofMinSize(2).ofMaxSize(3);
        Arbitrary<List<List<Integer>>> posts =
                numbers(5).list().ofMaxSize(5).withSizeDistribution(RandomDistribution.uniform());
        Arbitrary<List<List<Integer>>> comments =
                numbers(4).list().ofMaxSize(6).withSizeDistribution(RandomDistribution.uniform());
        Arbitrary<Set<List<Integer>>> pairs = numbers(2).set().ofMaxSize(5);
        return Combinators.combine(names, names, posts, comments, pairs).as(World::of);
    }

    private static Arbitrary<List<Integer>> numbers(int size) {
        return Arbitraries.integers()
                .between(0, 59)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofSize(size);
    }

    private static World of(
            List<String> authorNames,
            List<String> tagNames,
            List<List<Integer>> postNumbers,
            List<List<Integer>> commentNumbers,
            Set<List<Integer>> pairs) {
        List<Row> authors = new ArrayList<>();
        for (String name : authorNames) {
            authors.add(new Row(Table.AUTHOR, authors.size() + 1, name, 0, 0, null, null));
        }
        List<Row> tags = new ArrayList<>();
        for (String name : tagNames) {
            tags.add(new Row(Table.TAG, tags.size() + 1, name, 0, 0, null, null));
        }
        List<Row> posts = new ArrayList<>();
        for (List<Integer> n : postNumbers) {
            int editor = n.get(3) % (authors.size() + 2);
            posts.add(new Row(
                    Table.POST,
                    posts.size() + 1,
                    n.get(0) % 2 == 0 ? "a" : "b",
                    n.get(1) % 3,
                    n.get(2) % authors.size() + 1,
                    editor < authors.size() ? editor + 1L : null,
                    n.get(4) % 4 == 0 ? null : 2006 + n.get(4) % 4));
        }
        List<Row> comments = new ArrayList<>();
        Set<List<Long>> postTags = new LinkedHashSet<>();
        if (!posts.isEmpty()) {
            for (List<Integer> n : commentNumbers) {
                int parent = n.get(3) % (comments.size() * 2 + 1);
                comments.add(new Row(
                        Table.COMMENT,
                        comments.size() + 1,
                        n.get(0) % 2 == 0 ? "a" : "b",
                        n.get(1) % 2,
                        n.get(2) % posts.size() + 1,
                        parent < comments.size() ? parent + 1L : null,
                        null));
            }
            for (List<Integer> pair : pairs) {
                postTags.add(List.of(pair.get(0) % posts.size() + 1L, pair.get(1) % tags.size() + 1L));
            }
        }
        return new World(authors, posts, comments, tags, postTags);
    }

    /** What a row that may be missing has there. */
    static @Nullable Object get(@Nullable Row row, Function<Row, @Nullable Object> value) {
        return row == null ? null : value.apply(row);
    }

    static @Nullable Boolean equal(@Nullable Object left, @Nullable Object right) {
        return (left == null || right == null) ? null : Boolean.valueOf(Objects.equals(left, right));
    }
}
