package dev.plectrum.it.query;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.Queries;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Statements whose shape is known beforehand are not written when they are sent. Those that the processor wrote down are constants of a
 * class file, and so are the texts in this test: of equal constants the JVM has one object. Others are written once.
 */
@PlectrumTest(schema = FixedShapesTest.Schema.class, isolation = Isolation.ROLLBACK)
class FixedShapesTest {
    /** A model with nothing special, and one without rows that point to it. */
    static final class Schema implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(
                    BlogMapping.INSTANCE, WriterMapping.INSTANCE, EntryMapping.INSTANCE, SpecimenMapping.INSTANCE));
        }
    }

    private BlogQuerySet blogs;
    private SpecimenQuerySet specimens;
    private Blog blog;
    private long next = 1_000_000;

    @BeforeEach
    void sets(Database db) {
        blogs = new BlogQuerySet(db);
        specimens = new SpecimenQuerySet(db);
        blog = await(blogs.acreate(b -> b.name("Pop")));
    }

    /** The very object that was sent as the first statement of this. */
    private static String sent(Supplier<Future<?>> code) {
        int before = Queries.captured().size();
        await(code.get().mapEmpty());
        return Queries.captured().get(before);
    }

    @Test
    void aRowIsReadByAConstant() {
        String text = """
                SELECT id, name, tagline
                FROM blog
                WHERE id = $1::int8""";
        assertThat(sent(() -> blogs.aget(blog.id))).isSameAs(text);
        assertThat(sent(() -> blogs.arefresh(blog))).isSameAs(text);
    }

    @Test
    void aRowIsCreatedByAConstant() {
        String text = """
                INSERT INTO blog (name, tagline)
                VALUES ($1::text, $2::text)
                RETURNING id""";
        assertThat(sent(() -> blogs.acreate(b -> b.name("Jazz")))).isSameAs(text);
        assertThat(sent(() -> blogs.acreate(blog("Swing")))).isSameAs(text);
    }

    @Test
    void aRowIsSavedByAConstant() {
        assertThat(sent(() -> blogs.asave(blog))).isSameAs("""
                UPDATE blog
                SET name = $1::text, tagline = $2::text
                WHERE id = $3::int8
                RETURNING id""");
    }

    @Test
    void aRowIsDeletedByAConstant() {
        Specimen row = await(specimens.acreate(s -> s));
        assertThat(sent(() -> specimens.adelete(row))).isSameAs("""
                DELETE FROM "select"
                WHERE id = $1::int8""");
    }

    private static Blog blog(String name) {
        Blog blog = new Blog();
        blog.name = name;
        return blog;
    }

    @Test
    void whatTheProcessorDidNotWriteDownIsWrittenOnce() {
        for (Supplier<Future<?>> again : List.<Supplier<Future<?>>>of(
                () -> blogs.asave(blog, b -> b.name),
                () -> {
                    Blog known = blog("known key");
                    known.id = next++;
                    return blogs.acreate(known);
                },
                () -> blogs.abulkCreate(List.of(blog("one"), blog("two"))),
                () -> blogs.abulkCreateIgnoring(List.of(blog("one"))),
                () -> blogs.abulkCreateOrUpdate(List.of(blog), b -> List.of(b.id), b -> List.of(b.name)),
                () -> blogs.abulkUpdate(List.of(blog), b -> b.name, b -> b.tagline))) {
            assertThat(sent(again)).isSameAs(sent(again));
        }
    }
}
