package dev.plectrum.it.people;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.it.people.Choir.Duet;
import dev.plectrum.it.people.Choir.Ensemble;
import dev.plectrum.it.people.Choir.Singer;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.Many;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are paired by rows of models of ours. */
@PlectrumTest
class ChoirTest {
    private Database db;
    private ChoirSingerQuerySet singers;
    private ChoirDuetQuerySet duets;
    private ChoirLessonQuerySet lessons;
    private ChoirPartQuerySet parts;
    private ChoirSoloQuerySet solos;
    private Singer ada;
    private Singer bob;
    private Singer cid;
    private Ensemble quartet;

    @BeforeEach
    void tables(Database database) {
        db = database;
        await(db.createSchema(List.of(
                ChoirSingerMapping.INSTANCE,
                ChoirDuetMapping.INSTANCE,
                ChoirLessonMapping.INSTANCE,
                ChoirEnsembleMapping.INSTANCE,
                ChoirPartMapping.INSTANCE,
                ChoirSoloMapping.INSTANCE)));
        singers = new ChoirSingerQuerySet(db);
        duets = new ChoirDuetQuerySet(db);
        lessons = new ChoirLessonQuerySet(db);
        parts = new ChoirPartQuerySet(db);
        solos = new ChoirSoloQuerySet(db);
        ada = await(singers.acreate(s -> s.name("Ada")));
        bob = await(singers.acreate(s -> s.name("Bob")));
        cid = await(singers.acreate(s -> s.name("Cid")));
        quartet = await(new ChoirEnsembleQuerySet(db).acreate(e -> e.name("Quartet")));
    }

    private static List<String> names(Many<Singer> many) {
        return await(many.alist()).stream().map(s -> s.name).toList();
    }

    // Django, since 3.0: a symmetrical relation may go through a model, and both directions get the values.
    @Test
    void aRecordMayPairRowsInBothDirections() {
        Many<Singer> partners = ada.partners.through(duets, d -> d.song("Lakmé"));
        assertQueries(1, () -> partners.aadd(bob, bob));
        assertThat(await(duets.alist()))
                .extracting(d -> d.first().id() + " " + d.second().id() + " " + d.song())
                .containsExactly(ada.id + " " + bob.id + " Lakmé", bob.id + " " + ada.id + " Lakmé");
        assertThat(await(duets.alist())).extracting(Duet::since).doesNotContainNull();
        assertThat(names(bob.partners)).containsExactly("Ada");
        assertThat(names(partners)).containsExactly("Bob");

        // Django's add passes over those that are there, unique or not, and adds the direction that is missing.
        await(duets.filter(d -> d.first.eq(bob)).adelete());
        await(ada.partners.through(duets, d -> d.song("Norma")).aadd(bob, cid));
        assertThat(await(duets.orderBy(
                                d -> d.first().name.asc(), d -> d.second().name.asc())
                        .alist()))
                .extracting(Duet::song)
                .containsExactly("Lakmé", "Norma", "Norma", "Norma");
        await(ada.partners.through(duets, d -> d.song("Carmen")).aadd(ada)); // one row, not two
        assertThat(await(duets.filter(d -> d.song.eq("Carmen")).acount())).isEqualTo(1);
        await(ada.partners.aremove(bob));
        assertThat(names(ada.partners)).containsExactly("Ada", "Cid");
        assertThat(names(await(singers.aget(bob.id)).partners)).isEmpty();
        await(ada.partners.aclear());
        assertThat(await(duets.acount())).isZero();

        assertThatThrownBy(() -> await(ada.partners.aadd(bob)))
                .hasMessage("song was not set, and has no default. Set it in the draft: .song(…)");
    }

    @Test
    void whatTheModelSaysOfItselfHoldsForPairsToo() {
        // The class's initialiser, and no pair twice though nothing in the table forbids it.
        await(ada.pupils.aadd(bob, cid));
        await(ada.pupils.aadd(bob));
        assertThat(await(lessons.alist())).extracting(l -> l.about).containsExactly("breathing", "breathing");
        assertThat(names(bob.teachers)).containsExactly("Ada");
        await(bob.teachers.aset(List.of(cid)));
        assertThat(names(cid.pupils)).containsExactly("Bob");
        assertThat(names(ada.pupils)).containsExactly("Cid");
        assertThat(await(ada.pupils.through(lessons, l -> l.about("vowels")).acreate(singer("Dan"))).id)
                .isNotNull();
        assertThat(await(lessons.aget(l -> l.pupil().name.eq("Dan"))).about).isEqualTo("vowels");
        // Two rows of one pair are gone together, and show the other row twice before, as in Django.
        await(lessons.acreate(l -> l.teacher(ada).pupil(cid)));
        assertThat(await(singers.filter(s -> s.pupils().name.eq("Cid")).acount()))
                .isEqualTo(2);
        await(ada.pupils.aremove(cid));
        assertThat(await(lessons.filter(l -> l.teacher.eq(ada)).acount())).isEqualTo(1);
    }

    private static Singer singer(String name) {
        Singer singer = new Singer();
        singer.name = name;
        return singer;
    }

    @Test
    void eachPairIsWrittenDownByItself() {
        AtomicInteger places = new AtomicInteger();
        await(quartet.singers
                .through(parts, p -> p.voice("alto").place(places.incrementAndGet()))
                .aadd(ada, bob));
        assertThat(await(parts.alist()))
                .extracting(p -> p.voice() + p.place() + " " + p.ensemble().id() + " "
                        + p.singer().id())
                .containsExactly("alto1 Quartet " + ada.id, "alto2 Quartet " + bob.id);
        assertThat(await(ada.ensembles.alist())).extracting(e -> e.name).containsExactly("Quartet");

        // Whoever is there already stays; what conflicts otherwise is a mistake and no pair that is there.
        await(quartet.singers.through(parts, p -> p.voice("bass").place(9)).aadd(ada));
        assertThat(await(parts.filter(p -> p.voice.eq("bass")).acount())).isZero();
        assertThatThrownBy(() -> await(quartet.singers
                        .through(parts, p -> p.voice("alto").place(1))
                        .aadd(cid)))
                .isInstanceOf(UniqueViolation.class);
    }

    // Django deletes the rows in between as it deletes any others.
    @Test
    void whatRefersToAPairGoesWithIt() {
        AtomicInteger places = new AtomicInteger();
        Many<Singer> altos = quartet.singers.through(parts, p -> p.voice("alto").place(places.incrementAndGet()));
        await(altos.aadd(ada, bob));
        await(parts.alist()).forEach(part -> await(solos.acreate(s -> s.part(part(part)))));
        await(quartet.singers.aremove(ada));
        assertThat(await(solos.acount())).isEqualTo(1);
        await(altos.aset(List.of(cid)));
        assertThat(await(solos.acount())).isZero();
        assertThat(names(quartet.singers)).containsExactly("Cid");
        await(quartet.singers.aclear());
        assertThat(await(parts.acount())).isZero();
    }

    private static KeyRef<Choir.Part, Choir.PartKey> part(Choir.Part part) {
        return ChoirPartQuerySet.ref(new Choir.PartKey(part.voice(), part.place()));
    }
}
