package dev.plectrum.orm.blog;

import static dev.plectrum.orm.query.TestDatabase.DB;
import static dev.plectrum.orm.query.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.QuerySet;
import dev.plectrum.orm.blog.World.Row;
import dev.plectrum.orm.blog.World.Table;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.NumberExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random conditions over random paths, in one filter and in several, against Django's rules applied to the rows themselves. */
class RandomJoinsTest {
    @BeforeContainer
    static void create() {
        BlogTables.create();
    }

    /** Some calls of filter on one of the query sets. */
    record Question(Table table, List<Wish> filters) {
        @Override
        public String toString() {
            return table + filters.toString();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void filtersFindWhatDjangoWouldFind(@ForAll("worlds") World world, @ForAll("questions") Question question) {
        world.store();
        List<Long> expected = new ArrayList<>();
        for (Row row : world.rows(question.table())) {
            long times = 1;
            for (Wish filter : question.filters()) {
                times *= filter.timesFound(world, row);
            }
            for (int i = 0; i < times; i++) {
                expected.add(row.id());
            }
        }
        expected.sort(null);
        switch (question.table()) {
            case AUTHOR -> check(new AuthorQuerySet(DB), question, author -> author.id, expected);
            case POST -> check(new PostQuerySet(DB), question, post -> post.id, expected);
            case COMMENT -> check(new CommentQuerySet(DB), question, comment -> comment.id, expected);
            case TAG -> throw new AssertionError("tags have no relations to ask about");
        }
    }

    private static <M, F extends Fields<F>, Q extends QuerySet<M, F, ?, Q>> void check(
            Q all, Question question, Function<M, Long> id, List<Long> expected) {
        Q found = all;
        for (Wish filter : question.filters()) {
            found = found.filter(filter::asked);
        }
        List<Long> ids = new ArrayList<>();
        await(found.alist()).forEach(row -> ids.add(id.apply(row)));
        ids.sort(null);
        assertThat(ids).as("%s", found).isEqualTo(expected);
        assertThat(await(found.acount())).isEqualTo(expected.size());
        assertThat(await(found.aexists())).isEqualTo(!expected.isEmpty());
        // A subquery and a deletion find rows once, however often a join does.
        Q once = found;
        assertThat(await(all.filter(row -> keyOf(row).in(once.values(RandomJoinsTest::keyOf)))
                        .acount()))
                .isEqualTo(expected.stream().distinct().count());
    }

    private static NumberExpression<Long> keyOf(Fields<?> row) {
        if (row instanceof AuthorFields author) {
            return author.id;
        }
        return row instanceof PostFields post ? post.id : ((CommentFields) row).id;
    }

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.of(Table.AUTHOR, Table.POST, Table.COMMENT).flatMap(table -> Wish.any(table, 3, true)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(filters -> new Question(table, filters)));
    }
}
