package dev.plectrum.it.remarks;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.annotations.web.TestClients;
import dev.plectrum.orm.AnyRef;
import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.error.CheckViolation;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.error.UnknownKindException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.web.Plectrum;
import dev.plectrum.web.json.AnyKey;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References to rows of several models. What Django's generic relations answer is said where it was asked. */
@PlectrumTest
@TestClients(RemarkViews.class)
class RemarksTest {
    private Database db;
    private RemarkQuerySet remarks;
    private BookQuerySet books;
    private FilmQuerySet films;
    private Book emma;
    private Film alien;

    @BeforeEach
    void tables(Database database) {
        db = database;
        await(db.createSchema(List.of(RemarkMapping.INSTANCE, BookMapping.INSTANCE, FilmMapping.INSTANCE)));
        remarks = new RemarkQuerySet(db);
        books = new BookQuerySet(db);
        films = new FilmQuerySet(db);
        emma = await(books.acreate(b -> b.name("Emma")));
        alien = await(films.acreate(f -> f.name("Alien")));
        await(films.acreate(f -> f.name("Aliens").after(emma)));
    }

    private Remark remark(String text, Remarkable about) {
        return await(remarks.acreate(r -> r.text(text).about(about)));
    }

    @Test
    void aReferenceKnowsWhichModelAndWhichRow() {
        Remark witty = remark("Witty", emma);
        remark("Scary", alien);

        Remark read = await(remarks.aget(witty.id));
        assertThat(read.about.kind()).isEqualTo("book");
        assertThat(read.about.id()).isEqualTo(emma.id);
        assertThat(read.foundIn).isNull();
        assertThatThrownBy(() -> read.about.get()).isInstanceOf(NotLoadedException.class);
        assertThat(await(read.about.aget()).title()).isEqualTo("Emma");
        assertThat(read.about.get()).isInstanceOf(Book.class);
        assertThat(read.about)
                .isEqualTo(AnyRef.of(BookQuerySet.ref(emma.id)))
                .isNotEqualTo(AnyRef.of(FilmQuerySet.ref(emma.id)));
        Remark other = await(remarks.acreate(
                r -> r.text("Long").about(AnyRef.of(FilmQuerySet.ref(alien.id))).foundIn(emma)));
        assertThat(await(remarks.aget(other.id)).about.kind()).isEqualTo("Film");
        assertThat(await(remarks.aget(other.id)).foundIn.id()).isEqualTo(emma.id);
        assertThat(await(await(remarks.aget(other.id)).about.aget(db)).title()).isEqualTo("Alien");
    }

    @Test
    void inJsonAReferenceIsItsModelAndKey() {
        remark("Witty", emma);
        Remark scary = remark("Scary", alien);
        await(remarks.aupdate(scary, r -> r.foundIn(emma)));
        RemarkViewsClient views = new RemarkViewsClient(TestClient.of(Transport.memory(Plectrum.application("remarks")
                .environment(Map.of())
                .options(options -> options.port(0).accessLog(false))
                .database(vertx -> db)
                .routes(app -> new RemarkViewsRoutes(new RemarkViews(remarks)))
                .build(db.vertx())
                .server())));
        assertThat(views.list().response().text())
                .contains("\"text\":\"Witty\",\"about\":{\"kind\":\"book\",\"id\":" + emma.id + "},\"foundIn\":null");
        assertThat(views.list().body())
                .extracting(RemarkViewsClient.RemarkAnswer::about)
                .containsExactly(new AnyKey("book", emma.id), new AnyKey("Film", alien.id));
        assertThat(views.list().body().get(1).foundIn()).isEqualTo(new AnyKey("book", emma.id));
    }

    @Test
    void aLoopCostsOneQueryForEachModel() {
        for (int i = 0; i < 5; i++) {
            remark("A" + i, emma);
            remark("B" + i, alien);
        }
        assertQueries(3, () -> remarks.alist().compose(all -> {
            Future<?> done = Future.succeededFuture();
            for (Remark remark : all) {
                done = done.compose(before -> remark.about.aget());
            }
            return done;
        }));
        List<Remark> all = assertQueries(3, () -> remarks.prefetchRelated(r -> r.about.book(), r -> r.about.film())
                .alist());
        assertThat(all).extracting(r -> r.about.get().title()).containsOnly("Emma", "Alien");
        // Django's GenericPrefetch: a query set for each model.
        List<Remark> some = assertQueries(
                2, () -> remarks.prefetchRelated(r -> r.about.book(), books.filter(b -> b.name.eq("Emma")))
                        .alist());
        assertThat(some.get(0).about.isLoaded()).isTrue();
        assertThat(some.get(1).about.isLoaded()).isFalse();
        List<Remark> joined = assertQueries(1, () -> remarks.selectRelated(r -> r.about.book(), r -> r.about.film())
                .alist());
        assertThat(joined).extracting(r -> r.about.get().title()).containsOnly("Emma", "Alien");
        Book book = await(books.prefetchRelated(
                        b -> b.remarks(), remarks.orderBy(r -> r.id.desc()).slice(0, 2))
                .aget());
        assertThat(book.remarks.get()).extracting(r -> r.text).containsExactly("A4", "A3");
        assertThat(book.remarks.get().get(0).about.get()).isSameAs(book);
    }

    @Test
    void queriesAskForTheModelTheRowAndWhatItHas() {
        Remark witty = remark("Witty", emma);
        Remark scary = remark("Scary", alien);

        assertThat(ids(remarks.filter(r -> r.about.eq(emma)))).containsExactly(witty.id);
        assertThat(ids(remarks.filter(r -> r.about.isA(Film.class)))).containsExactly(scary.id);
        assertThat(ids(remarks.filter(r -> r.about.in(List.of(emma, alien))))).containsExactly(witty.id, scary.id);
        assertThat(ids(remarks.filter(r -> r.about.in(List.of())))).isEmpty();
        assertThat(ids(remarks.exclude(r -> r.about.eq(emma)))).containsExactly(scary.id);
        assertThat(ids(remarks.filter(r -> r.foundIn.isNull()))).hasSize(2);
        assertThat(ids(remarks.filter(r -> r.about.book().name.eq("Emma")))).containsExactly(witty.id);
        assertThat(ids(remarks.filter(r ->
                        r.about.book().name.eq("Emma").or(r.about.film().name.eq("Alien")))))
                .containsExactly(witty.id, scary.id);
        assertThat(ids(remarks.exclude(r -> r.about.book().name.eq("Emma")))).containsExactly(scary.id);
        // The key alone does not say whose it is.
        assertThat(ids(remarks.filter(r -> r.about.book().id.eq(alien.id)))).containsExactly(witty.id);
        assertThat(ids(remarks.filter(r -> r.about.film().exist()))).containsExactly(scary.id);
        assertThat(remarks.filter(r -> r.about.book().name.eq("Emma")).toString())
                .isEqualTo("""
                SELECT t0.id, t0.text, t0.about_kind, t0.about_id, t0.source_kind, t0.source_id
                FROM remark t0
                JOIN book t1 ON t1.id = t0.about_id AND t0.about_kind = 'book'
                WHERE t1.name = $1::text
                ORDER BY t0.id""");
        assertThatThrownBy(() -> remarks.filter(r -> r.foundIn.eq("no model")).toString())
                .hasMessage("foundIn cannot refer to a String: that is none of its models");
        await(remarks.filter(r -> r.about.eq(alien)).aupdate(r -> r.about.setTo(emma)));
        assertThat(ids(remarks.filter(r -> r.about.eq(emma)))).containsExactly(witty.id, scary.id);
    }

    @Test
    void theChapterIsTrue() {
        Remark witty = remark("Witty", emma);
        // region chapter
        await(remarks.acreate(r -> r.text("Scary").about(alien)));
        await(remarks.filter(r -> r.about.eq(alien)).alist());
        await(remarks.filter(r -> r.about.isA(Book.class)).alist());
        await(remarks.filter(r -> r.about.book().name.startsWith("E")).alist());
        for (Remark remark : await(remarks.prefetchRelated(r -> r.about.book(), r -> r.about.film())
                .alist())) {
            assertThat(remark.about.get().title()).isIn("Emma", "Alien");
        }
        await(remarks.of(emma.remarks).acreate(r -> r.text("Sharp"))); // is about Emma
        // endregion
        assertThat(ids(remarks.filter(r -> r.about.eq(emma)))).contains(witty.id);
    }

    private static List<Long> ids(RemarkQuerySet remarks) {
        return await(remarks.alist()).stream().map(r -> r.id).toList();
    }

    @Test
    void theOtherSideHasItsOwnOnly() {
        remark("Scary", alien); // whose key is the book's too
        await(remarks.of(emma.remarks).acreate(r -> r.text("Witty")));
        Remark read = new Remark();
        read.text = "Sharp";
        await(emma.remarks.acreate(read));

        assertThat(await(await(books.aget(emma.id)).remarks.alist()))
                .extracting(r -> r.text)
                .containsExactly("Witty", "Sharp");
        Book book =
                assertQueries(2, () -> books.prefetchRelated(b -> b.remarks()).aget(b -> b.name.eq("Emma")));
        assertThat(book.remarks.get()).hasSize(2);
        assertThat(book.remarks.get())
                .allSatisfy(remark -> assertThat(remark.about.get()).isSameAs(book));
        Book other = await(books.aget(emma.id));
        assertThat(await(other.remarks.alist()))
                .allSatisfy(remark -> assertThat(remark.about.get()).isSameAs(other));
        assertThat(await(remarks.of(other.remarks).acreate(r -> r.text("Long")))
                        .about
                        .get())
                .isSameAs(other);
        await(remarks.filter(r -> r.text.eq("Long")).adelete());
        assertThat(await(books.filter(b -> b.remarks().text.eq("Scary")).acount()))
                .isZero();
        assertThat(await(books.filter(b -> b.remarks().any(r -> r.text.eq("Witty")))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(books.exclude(b -> b.remarks().text.eq("Scary")).acount()))
                .isEqualTo(1);
        assertThat(await(books.filter(b -> b.remarks().count().eq(2L)).acount()))
                .isEqualTo(1);
        Remark scary = await(remarks.aget(r -> r.text.eq("Scary")));
        await(emma.remarks.aadd(scary));
        assertThat(await(remarks.aget(scary.id)).about.kind()).isEqualTo("book");
    }

    @Test
    void deletingTakesWhatTheModelKnows() {
        remark("Witty", emma);
        remark("Sharp", emma);
        Remark scary = remark("Scary", alien);
        // Book has a @Reverse, as Django's GenericRelation.
        assertThat(await(books.adelete(emma))).isEqualTo(new Deleted(3, Map.of("Book", 1L, "Remark", 2L)));
        // Film has none: the reference leads nowhere then, as in Django.
        assertThat(await(films.adelete(alien)).byModel()).isEqualTo(Map.of("Film", 1L));
        Remark left = await(remarks.aget(scary.id));
        assertThatThrownBy(() -> await(left.about.aget())).isInstanceOf(NotFoundException.class);
        assertThat(left.about.isMissing()).isTrue();
        assertThat(ids(remarks.filter(r -> r.about.film().name.isNull()))).containsExactly(scary.id);
    }

    @Test
    void theDatabaseKnowsTheModels() {
        assertThatThrownBy(() -> await(db.execute(
                        Sql.write("INSERT INTO remark (text, about_kind, about_id) VALUES ('x', 'person', 1)"))))
                .isInstanceOf(CheckViolation.class);
        assertThatThrownBy(
                        () -> await(
                                db.execute(
                                        Sql.write(
                                                "INSERT INTO remark (text, about_kind, about_id, source_kind) VALUES ('x', 'book', 1, 'book')"))))
                .isInstanceOf(CheckViolation.class);
        List<Remark> many = await(remarks.abulkCreate(List.of(unsaved("A"), unsaved("B"))));
        many.forEach(remark -> remark.about = AnyRef.of(FilmQuerySet.ref(alien.id)));
        await(remarks.abulkUpdate(many, r -> r.text));
        await(remarks.asave(many.get(0)));
        assertThat(ids(remarks.filter(r -> r.about.eq(alien)))).containsExactly(many.get(0).id);
    }

    private Remark unsaved(String text) {
        Remark remark = new Remark();
        remark.text = text;
        remark.about = AnyRef.of(BookQuerySet.ref(emma.id));
        return remark;
    }

    @Test
    void whatIsMissingIsFoundAndSetAsSuch() {
        Remark witty = remark("Witty", emma);
        Remark found = await(remarks.acreate(r -> r.text("Long").about(alien).foundIn(emma)));

        assertThat(ids(remarks.exclude(r -> r.foundIn.eq(emma)))).containsExactly(witty.id);
        assertThat(ids(remarks.filter(r -> r.foundIn.eq(emma).not()))).containsExactly(witty.id);
        assertThat(ids(remarks.exclude(r -> r.foundIn.isA(Book.class)))).containsExactly(witty.id);
        assertThat(ids(remarks.exclude(r -> r.foundIn.in(List.of(emma))))).containsExactly(witty.id);
        assertThat(ids(remarks.filter(r -> r.foundIn.book().name.isNull()))).containsExactly(witty.id);
        assertThat(await(remarks.orderBy(r -> r.about.book().name.asc().nullsFirst(), r -> r.id.asc())
                        .values(r -> r.about.film().name)
                        .alist()))
                .containsExactly("Alien", null);
        assertThat(await(remarks.values(r -> r.about.kind).alist())).containsExactly("book", "Film");
        assertThat(await(remarks.filter(r -> r.foundIn.isNotNull()).aupdate(r -> r.foundIn.setNull())))
                .isEqualTo(1);
        assertThat(await(remarks.aget(found.id)).foundIn).isNull();
        assertThatThrownBy(() -> await(remarks.aupdate(r -> r.about.setNull())))
                .hasMessage("about.setNull(): the reference is not @Nullable");
        // Nothing can be without what it is about. Django deletes here what is taken out.
        assertThatThrownBy(() -> await(emma.remarks.aclear())).hasMessageContaining("cannot be without an owner");
        assertThatThrownBy(() -> await(emma.remarks.aremove(witty))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatLiesBehindIsLoadedToo() {
        Film aliens = await(films.aget(f -> f.name.eq("Aliens")));
        remark("Louder", aliens);
        remark("Witty", emma);

        List<Remark> nested = assertQueries(
                4, () -> remarks.prefetchRelated(r -> r.about.film().after(), r -> r.about.book())
                        .alist());
        assertThat(((Film) nested.get(0).about.get()).after.get().name).isEqualTo("Emma");
        List<Remark> joined =
                assertQueries(2, () -> remarks.selectRelated(r -> r.about.film().after(), r -> r.about.book())
                        .prefetchRelated(r -> r.about.book().remarks())
                        .alist());
        assertThat(((Film) joined.get(0).about.get()).after.get().name).isEqualTo("Emma");
        assertThat(((Book) joined.get(1).about.get()).remarks.get()).hasSize(1);
        // The book that the film is after is another row of the result, of which nothing more was asked.
        assertThat(((Film) joined.get(0).about.get()).after.get().remarks.isLoaded())
                .isFalse();
        List<Film> all = assertQueries(
                3, () -> films.prefetchRelated(f -> f.after().remarks()).alist());
        assertThat(all.get(1).after.get().remarks.get()).hasSize(1);
    }

    @Test
    void aRowThatRefersToAnUnknownModelIsNamed() {
        remark("Witty", emma);
        await(db.script("""
                DO $$ DECLARE c text; BEGIN
                  FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'remark'::regclass AND contype = 'c' LOOP
                    EXECUTE 'ALTER TABLE remark DROP CONSTRAINT ' || c;
                  END LOOP;
                END $$;
                INSERT INTO remark (text, about_kind, about_id) VALUES ('x', 'play', 1)"""));
        assertThatThrownBy(() -> await(remarks.alist()))
                .isInstanceOf(UnknownKindException.class)
                .hasMessage("A row refers along about to a \"play\", which is none of the models that it may refer to."
                        + " Another release may have written it");
        assertThat(await(remarks.acount())).isEqualTo(2);
        assertThat(ids(remarks.filter(r -> r.about.isA(Book.class)))).hasSize(1);
        assertThat(await(books.prefetchRelated(b -> b.remarks()).aget(emma.id))
                        .remarks
                        .get())
                .hasSize(1);
        assertThat(await(books.adelete(emma)).byModel()).isEqualTo(Map.of("Book", 1L, "Remark", 1L));
    }
}
