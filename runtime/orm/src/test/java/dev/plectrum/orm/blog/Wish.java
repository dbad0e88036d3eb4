package dev.plectrum.orm.blog;

import dev.plectrum.orm.blog.World.Link;
import dev.plectrum.orm.blog.World.Row;
import dev.plectrum.orm.blog.World.Table;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * A condition over paths twice: as a query set asks it, and with the meaning that Django gives it. In one call of filter, a path to many
 * rows stands for one row at a time: the row is found once for each choice that meets the condition, and where there are no related rows
 * the one choice is a row of which everything is missing. Below a negation a path to many rows asks whether there is such a row at all,
 * beginning at the first relation that no earlier part of the call has chosen a row of.
 */
sealed interface Wish {
    /** The condition on the row that a lambda was given. */
    Condition asked(Fields<?> row);

    /** What the choices are: the paths to many rows that are joined, in the order in which they are. */
    void choose(boolean negated, Set<List<Link>> chosen);

    /** True, false or unknown. Chosen are the paths that had been joined when this part's turn came. */
    @Nullable Boolean holds(World world, Choice choice, boolean negated, Set<List<Link>> chosen);

    /** A row, and a related row for each path that is joined. */
    record Choice(Row row, Map<List<Link>, @Nullable Row> related) {
        /** The row at the end of a path of which all relations to many rows are chosen. */
        @Nullable Row at(World world, List<Link> path) {
            Row at = row;
            for (int i = 0; i < path.size() && at != null; i++) {
                if (path.get(i).many) {
                    at = related.get(path.subList(0, i + 1));
                } else {
                    List<Row> next = world.follow(at, path.get(i));
                    at = next.isEmpty() ? null : next.get(0);
                }
            }
            return at;
        }
    }

    /** How often one call of filter finds a row. */
    default long timesFound(World world, Row row) {
        Set<List<Link>> joined = new LinkedHashSet<>();
        choose(false, joined);
        return count(world, new Choice(row, new HashMap<>()), List.copyOf(joined), 0);
    }

    private long count(World world, Choice choice, List<List<Link>> joined, int next) {
        if (next == joined.size()) {
            return Boolean.TRUE.equals(holds(world, choice, false, new LinkedHashSet<>())) ? 1 : 0;
        }
        List<Link> path = joined.get(next);
        List<Row> rows = world.follow(choice.at(world, path.subList(0, path.size() - 1)), path.get(path.size() - 1));
        if (rows.isEmpty()) {
            choice.related.put(path, null);
            return count(world, choice, joined, next + 1);
        }
        long times = 0;
        for (Row row : rows) {
            choice.related.put(path, row);
            times += count(world, choice, joined, next + 1);
        }
        return times;
    }

    /** Conditions of any shape on rows of a table. */
    static Arbitrary<Wish> any(Table table, int depth, boolean quantified) {
        Arbitrary<Wish> leaf =
                paths(table).flatMap(path -> tests(end(table, path)).map(test -> about(path, test)));
        Arbitrary<Wish> simple =
                quantified ? Arbitraries.frequencyOf(Tuple.of(5, leaf), Tuple.of(1, quantified(table))) : leaf;
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Wish> inner = any(table, depth - 1, quantified);
        return Arbitraries.frequencyOf(
                Tuple.of(3, simple),
                Tuple.of(
                        5,
                        Combinators.combine(Arbitraries.of(Word.values()), inner, inner)
                                .as(Both::new)),
                Tuple.of(2, inner.map(Not::new)));
    }

    private static Wish about(List<Link> path, Test test) {
        About about = new About(path, test);
        return test.different == null ? about : new Different(about, test.different);
    }

    private static Arbitrary<Wish> quantified(Table table) {
        return paths(table).filter(path -> !path.isEmpty()).flatMap(path -> Combinators.combine(
                        Arbitraries.of(Quantifier.values()), any(end(table, path), 1, false))
                .as((quantifier, inside) -> new Related(path, quantifier, inside)));
    }

    private static Table end(Table table, List<Link> path) {
        return path.isEmpty() ? table : path.get(path.size() - 1).to;
    }

    /** Up to three relations in a row. */
    private static Arbitrary<List<Link>> paths(Table table) {
        return Arbitraries.integers().between(0, 3).flatMap(length -> paths(table, length));
    }

    private static Arbitrary<List<Link>> paths(Table table, int length) {
        if (length == 0 || Link.from(table).isEmpty()) {
            return Arbitraries.just(List.of());
        }
        return Arbitraries.of(Link.from(table))
                .flatMap(link -> paths(link.to, length - 1).map(rest -> {
                    List<Link> path = new ArrayList<>();
                    path.add(link);
                    path.addAll(rest);
                    return path;
                }));
    }

    /**
     * Something that a row is asked.
     *
     * @param strict whether it is unknown, or false, of a row that is missing
     * @param different the condition that asks for the complement by a word of its own, as {@code ne} does for {@code eq}
     */
    record Test(
            String text,
            boolean strict,
            Function<Fields<?>, Condition> asked,
            Function<@Nullable Row, @Nullable Boolean> holds,
            @Nullable Function<Fields<?>, Condition> different) {
        Test(
                String text,
                boolean strict,
                Function<Fields<?>, Condition> asked,
                Function<@Nullable Row, @Nullable Boolean> holds) {
            this(text, strict, asked, holds, null);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Arbitrary<Test> tests(Table table) {
        return switch (table) {
            case AUTHOR ->
                Arbitraries.of(
                        new Test(
                                "name=a",
                                true,
                                row -> ((AuthorFields) row).name.eq("a"),
                                row -> World.equal(World.get(row, Row::name), "a")),
                        new Test(
                                "name!=a",
                                true,
                                row -> ((AuthorFields) row).name.eq("a"),
                                row -> World.equal(World.get(row, Row::name), "a"),
                                row -> ((AuthorFields) row).name.ne("a")),
                        new Test("id null", false, row -> ((AuthorFields) row).id.isNull(), row -> row == null),
                        new Test(
                                "id=1",
                                true,
                                row -> ((AuthorFields) row).id.eq(1),
                                row -> World.equal(World.get(row, Row::id), 1L)),
                        new Test(
                                "name or a = a",
                                false,
                                row -> ((AuthorFields) row).name.orElse("a").eq("a"),
                                row -> row == null || row.name().equals("a")));
            case POST ->
                Arbitraries.of(
                        new Test(
                                "rating>0",
                                true,
                                row -> ((PostFields) row).rating.gt(0),
                                row -> row == null ? null : row.number() > 0),
                        new Test(
                                "title in",
                                true,
                                row -> ((PostFields) row).title.in("b", "c"),
                                row -> World.equal(World.get(row, Row::name), "b")),
                        new Test(
                                "editor null",
                                false,
                                row -> ((PostFields) row).editor.isNull(),
                                row -> row == null || row.second() == null),
                        new Test(
                                "editor not null",
                                true,
                                row -> ((PostFields) row).editor.isNotNull(),
                                row -> row != null && row.second() != null),
                        new Test(
                                "year=2008",
                                true,
                                row -> ((PostFields) row).publishedOn.year().eq(2008),
                                row -> World.equal(World.get(row, Row::year), 2008)),
                        new Test(
                                "year null",
                                false,
                                row -> ((PostFields) row).publishedOn.isNull(),
                                row -> row == null || row.year() == null));
            case COMMENT ->
                Arbitraries.of(
                        new Test(
                                "spam",
                                true,
                                row -> ((CommentFields) row).spam.isTrue(),
                                row -> row == null ? null : row.number() > 0),
                        new Test(
                                "not spam",
                                true,
                                row -> ((CommentFields) row).spam.isFalse(),
                                row -> row == null ? null : row.number() == 0),
                        new Test(
                                "body=a",
                                true,
                                row -> ((CommentFields) row).body.eq("a"),
                                row -> World.equal(World.get(row, Row::name), "a")),
                        new Test(
                                "parent null",
                                false,
                                row -> ((CommentFields) row).parent().id.isNull(),
                                row -> row == null || row.second() == null),
                        new Test("id null", false, row -> ((CommentFields) row).id.isNull(), row -> row == null));
            case TAG ->
                Arbitraries.of(
                        new Test(
                                "name=a",
                                true,
                                row -> ((TagFields) row).name.eq("a"),
                                row -> World.equal(World.get(row, Row::name), "a")),
                        new Test(
                                "id=1",
                                true,
                                row -> ((TagFields) row).id.eq(1),
                                row -> World.equal(World.get(row, Row::id), 1L)),
                        new Test("id null", false, row -> ((TagFields) row).id.isNull(), row -> row == null));
        };
    }

    /** A condition on the row at the end of a path. */
    record About(List<Link> path, Test test) implements Wish {
        @Override
        public Condition asked(Fields<?> row) {
            return test.asked.apply(end(row));
        }

        private Fields<?> end(Fields<?> row) {
            Fields<?> at = row;
            for (Link link : path) {
                at = link.follow(at);
            }
            return at;
        }

        @Override
        public void choose(boolean negated, Set<List<Link>> chosen) {
            if (!negated) {
                for (int i = 0; i < path.size(); i++) {
                    if (path.get(i).many) {
                        chosen.add(path.subList(0, i + 1));
                    }
                }
            }
        }

        private int firstUnchosen(Set<List<Link>> chosen) {
            for (int i = 0; i < path.size(); i++) {
                if (path.get(i).many && !chosen.contains(path.subList(0, i + 1))) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public @Nullable Boolean holds(World world, Choice choice, boolean negated, Set<List<Link>> chosen) {
            int first = negated ? firstUnchosen(chosen) : -1;
            choose(negated, chosen);
            if (first < 0) {
                return test.holds.apply(choice.at(world, path));
            }
            Row start = choice.at(world, path.subList(0, first));
            // Of a row that is missing nothing is related, and not even that is said of it.
            return start != null && exists(world, start, path.subList(first, path.size()));
        }

        private boolean exists(World world, @Nullable Row from, List<Link> rest) {
            if (rest.isEmpty()) {
                return Boolean.TRUE.equals(test.holds.apply(from));
            }
            List<Row> rows = world.follow(from, rest.get(0));
            if (rows.isEmpty()) {
                return !test.strict && exists(world, null, rest.subList(1, rest.size()));
            }
            return rows.stream().anyMatch(row -> exists(world, row, rest.subList(1, rest.size())));
        }

        @Override
        public String toString() {
            return path + "." + test;
        }
    }

    /** The complement of a condition, asked for by a word of its own. */
    record Different(About about, Function<Fields<?>, Condition> different) implements Wish {
        @Override
        public Condition asked(Fields<?> row) {
            return different.apply(about.end(row));
        }

        @Override
        public void choose(boolean negated, Set<List<Link>> chosen) {
            about.choose(true, chosen);
        }

        @Override
        public Boolean holds(World world, Choice choice, boolean negated, Set<List<Link>> chosen) {
            return !Boolean.TRUE.equals(about.holds(world, choice, true, chosen));
        }

        @Override
        public String toString() {
            return about.toString();
        }
    }

    enum Word {
        AND,
        OR,
        XOR
    }

    /** Two conditions with a word between them. */
    record Both(Word word, Wish left, Wish right) implements Wish {
        @Override
        public Condition asked(Fields<?> row) {
            Condition first = left.asked(row);
            Condition second = right.asked(row);
            return switch (word) {
                case AND -> first.and(second);
                case OR -> first.or(second);
                case XOR -> first.xor(second);
            };
        }

        @Override
        public void choose(boolean negated, Set<List<Link>> chosen) {
            left.choose(negated, chosen);
            right.choose(negated, chosen);
        }

        @Override
        public @Nullable Boolean holds(World world, Choice choice, boolean negated, Set<List<Link>> chosen) {
            Boolean first = left.holds(world, choice, negated, chosen);
            Boolean second = right.holds(world, choice, negated, chosen);
            if (word == Word.XOR) {
                return Boolean.TRUE.equals(first) != Boolean.TRUE.equals(second);
            }
            boolean settles = word == Word.OR;
            if ((first != null && first == settles) || (second != null && second == settles)) {
                return settles;
            }
            return (first == null || second == null) ? null : Boolean.valueOf(!settles);
        }

        @Override
        public String toString() {
            return "(" + left + " " + word + " " + right + ")";
        }
    }

    /** The opposite, where unknown counts as false. */
    record Not(Wish wish) implements Wish {
        @Override
        public Condition asked(Fields<?> row) {
            return wish.asked(row).not();
        }

        @Override
        public void choose(boolean negated, Set<List<Link>> chosen) {
            wish.choose(true, chosen);
        }

        @Override
        public Boolean holds(World world, Choice choice, boolean negated, Set<List<Link>> chosen) {
            return !Boolean.TRUE.equals(wish.holds(world, choice, true, chosen));
        }

        @Override
        public String toString() {
            return "NOT " + wish;
        }
    }

    enum Quantifier {
        ANY,
        NONE,
        EVERY
    }

    /** What is said of some, none or all rows at the end of a path. */
    record Related(List<Link> path, Quantifier quantifier, Wish inside) implements Wish {
        @Override
        public Condition asked(Fields<?> row) {
            Fields<?> at = row;
            for (Link link : path) {
                at = link.follow(at);
            }
            return quantify(at);
        }

        private <F extends Fields<F>> Condition quantify(Fields<F> at) {
            return switch (quantifier) {
                case ANY -> at.any(inside::asked);
                case NONE -> at.none(inside::asked);
                case EVERY -> at.every(inside::asked);
            };
        }

        @Override
        public void choose(boolean negated, Set<List<Link>> chosen) {}

        @Override
        public Boolean holds(World world, Choice choice, boolean negated, Set<List<Link>> chosen) {
            List<Row> rows = List.of(choice.row);
            for (Link link : path) {
                rows = rows.stream()
                        .flatMap(row -> world.follow(row, link).stream())
                        .toList();
            }
            return switch (quantifier) {
                case ANY -> rows.stream().anyMatch(row -> inside.timesFound(world, row) > 0);
                case NONE -> rows.stream().allMatch(row -> inside.timesFound(world, row) == 0);
                case EVERY -> rows.stream().allMatch(row -> new Not(inside).timesFound(world, row) == 0);
            };
        }

        @Override
        public String toString() {
            return path + "." + quantifier + "(" + inside + ")";
        }
    }
}
