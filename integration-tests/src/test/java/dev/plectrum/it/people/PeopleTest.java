package dev.plectrum.it.people;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.it.places.Nation;
import dev.plectrum.it.places.NationMapping;
import dev.plectrum.it.places.NationQuerySet;
import dev.plectrum.it.places.Town;
import dev.plectrum.it.places.TownMapping;
import dev.plectrum.it.places.TownQuerySet;
import dev.plectrum.orm.KeyRef;
import dev.plectrum.orm.error.ForeignKeyViolation;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relations of every kind, as generated code has them. */
@PlectrumTest
class PeopleTest {
    private Database db;
    private PersonQuerySet people;
    private PassportQuerySet passports;
    private TeamQuerySet teams;
    private SeatQuerySet seats;
    private TicketQuerySet tickets;
    private NationQuerySet nations;
    private TownQuerySet towns;

    @BeforeEach
    void tables(Database database) {
        db = database;
        await(db.createSchema(List.of(
                NationMapping.INSTANCE,
                TownMapping.INSTANCE,
                PersonMapping.INSTANCE,
                PassportMapping.INSTANCE,
                TeamMapping.INSTANCE,
                MembershipMapping.INSTANCE,
                SeatMapping.INSTANCE,
                TicketMapping.INSTANCE)));
        people = new PersonQuerySet(db);
        passports = new PassportQuerySet(db);
        teams = new TeamQuerySet(db);
        seats = new SeatQuerySet(db);
        tickets = new TicketQuerySet(db);
        nations = new NationQuerySet(db);
        towns = new TownQuerySet(db);
    }

    private Person person(String name) {
        return await(people.acreate(p -> p.name(name)));
    }

    private static List<String> names(List<Person> found) {
        return found.stream().map(p -> p.name).toList();
    }

    private static String from(Object querySet) {
        String sql = querySet.toString();
        return sql.substring(sql.indexOf("FROM"));
    }

    // ---- keys

    @Test
    void referencesHoldNaturalAndUuidKeys() {
        Nation nation = await(nations.acreate(n -> n.code("NZ").name("New Zealand")));
        Town town = await(towns.acreate(t -> t.slug("nelson").nation(nation)));
        Person ada = await(people.acreate(p -> p.name("Ada").home(town)));

        Person read = await(people.aget(ada.id));
        assertThat(read.home.id()).isEqualTo(town.id);
        assertThat(await(read.home.aget()).nation.id()).isEqualTo("NZ");
        assertThat(names(await(people.filter(p -> p.home().nation().name.eq("New Zealand"))
                        .alist())))
                .containsExactly("Ada");
        assertThat(from(people.filter(p -> p.home().nation().code.eq("NZ")))).isEqualTo("""
                        FROM person t0
                        JOIN town t1 ON t1.id = t0.home_id
                        WHERE t1.nation_id = $1::varchar
                        ORDER BY t0.name""");
    }

    @Test
    void aRowWithAnAssignedKeyHasItsRelationsOnceItIsCreated() {
        Nation nation = await(nations.acreate(new Nation("NZ", "New Zealand", null)));
        assertThat(nation.towns()).isNotNull();
        await(towns.of(nation.towns()).acreate(t -> t.slug("nelson")));
        assertThat(await(nation.towns().alist())).extracting(t -> t.slug).containsExactly("nelson");

        List<Nation> many = await(nations.abulkCreate(List.of(new Nation("FI", "Finland", null))));
        assertThat(await(many.get(0).towns().alist())).isEmpty();
    }

    @Test
    void aReferenceToAUniqueFieldJoinsByIt() {
        Nation nation = await(nations.acreate(n -> n.code("NZ").name("New Zealand")));
        Town town = await(towns.acreate(t -> t.slug("nelson").nation(nation)));
        Person ada = await(people.acreate(p -> p.name("Ada").birthplace(town)));

        Person read = await(people.aget(ada.id));
        assertThat(read.birthplace.id()).isEqualTo("nelson");
        assertThat(await(read.birthplace.aget()).id).isEqualTo(town.id);
        assertThat(names(await(people.filter(p -> p.birthplace.eq(town)).alist())))
                .containsExactly("Ada");
        assertThat(from(people.filter(p -> p.birthplace().nation.eq(nation)))).isEqualTo("""
                        FROM person t0
                        JOIN town t1 ON t1.slug = t0.birthplace_id
                        WHERE t1.nation_id = $1::varchar
                        ORDER BY t0.name""");
        assertThat(from(people.filter(p -> p.birthplace().slug.eq("nelson"))))
                .isEqualTo("FROM person t0\nWHERE t0.birthplace_id = $1::text\nORDER BY t0.name");
    }

    @Test
    void aDeferredReferenceIsCheckedAtTheEndOfTheTransaction(Database db) {
        await(nations.acreate(n -> n.code("NZ").name("New Zealand")));
        await(db.atomic(() -> people.acreate(p -> p.name("Ada").birthplace(town("nelson")))
                .compose(ada -> towns.acreate(t -> t.slug("nelson").nation(NationQuerySet.ref("NZ"))))));
        assertThat(await(people.filter(p -> p.birthplace().slug.eq("nelson")).acount()))
                .isEqualTo(1);

        assertThatThrownBy(() ->
                        await(db.atomic(() -> people.acreate(p -> p.name("Bob").birthplace(town("nowhere"))))))
                .isInstanceOf(ForeignKeyViolation.class);
    }

    private static KeyRef<Town, String> town(String slug) {
        return KeyRef.to(TownMapping.INSTANCE, slug);
    }

    // ---- one to one

    @Test
    void theOtherSideOfAOneToOneIsAReference() {
        Person ada = person("Ada");
        Person bob = person("Bob");
        Passport passport = await(passports.acreate(p -> p.number("X1").person(ada)));

        Person read = await(people.aget(ada.id));
        assertThatThrownBy(() -> read.passport.get())
                .isInstanceOf(NotLoadedException.class)
                .hasMessage("The relation passport was not loaded."
                        + " Add selectRelated(row -> row.passport()) to the query, or await aget()");
        assertThatThrownBy(() -> read.passport.id()).isInstanceOf(NotLoadedException.class);
        assertThat(await(read.passport.aget()).number).isEqualTo("X1");
        assertThat(read.passport.id()).isEqualTo(passport.id);

        Person without = await(people.aget(bob.id));
        assertThatThrownBy(() -> await(without.passport.aget()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("none points to " + bob.id);
        assertThat(without.passport.isMissing()).isTrue();
    }

    @Test
    void theOtherSideOfAOneToOneIsSelectedPrefetchedAndAskedFor() {
        Person ada = person("Ada");
        person("Bob");
        await(passports.acreate(p -> p.number("X1").person(ada)));

        for (PersonQuerySet query :
                List.of(people.selectRelated(p -> p.passport()), people.prefetchRelated(p -> p.passport()))) {
            List<Person> all = await(query.alist());
            assertThat(all.get(0).passport.get().number).isEqualTo("X1");
            assertThat(all.get(1).passport.isLoaded()).isFalse();
            assertThat(all.get(1).passport.isMissing()).isTrue();
            assertThatThrownBy(() -> all.get(1).passport.get()).isInstanceOf(NotFoundException.class);
        }
        assertThat(names(await(people.filter(p -> p.passport().number.eq("X1")).alist())))
                .containsExactly("Ada");
        assertThat(names(await(people.filter(p -> p.passport().id.isNull()).alist())))
                .containsExactly("Bob");
        assertThat(from(people.exclude(p -> p.passport().number.eq("X1"))))
                .startsWith("FROM person t0\nLEFT JOIN passport t1 ON t1.person_id = t0.id");
        assertThat(names(await(people.exclude(p -> p.passport().number.eq("X1")).alist())))
                .containsExactly("Bob");
        assertThat(await(people.selectRelated(p -> p.mentor().passport()).alist()))
                .hasSize(2);
    }

    // ---- many to many

    @Test
    void aSymmetricalPairCountsInBothDirections() {
        Person ada = person("Ada");
        Person bob = person("Bob");
        Person cleo = person("Cleo");
        await(ada.friends.aadd(bob, cleo));
        await(bob.friends.aadd(ada));

        assertThat(names(await(bob.friends.alist()))).containsExactly("Ada");
        assertThat(names(await(people.filter(p -> p.friends().name.eq("Ada")).alist())))
                .containsExactly("Bob", "Cleo");
        await(cleo.friends.aset(List.of(bob)));
        assertThat(names(await(ada.friends.alist()))).containsExactly("Bob");
        assertThat(names(await(bob.friends.alist()))).containsExactly("Ada");
        assertThat(names(await(await(people.aget(bob.id)).friends.alist()))).containsExactly("Ada", "Cleo");
        await(ada.friends.aremove(bob));
        assertThat(names(await(await(people.aget(bob.id)).friends.alist()))).containsExactly("Cleo");
        await(bob.friends.aclear());
        assertThat(await(await(people.aget(cleo.id)).friends.alist())).isEmpty();
        Person dora = await(cleo.friends.acreate(named("Dora")));
        assertThat(names(await(dora.friends.alist()))).containsExactly("Cleo");
    }

    private static Person named(String name) {
        Person person = new Person();
        person.name = name;
        return person;
    }

    @Test
    void anotherPairOfOneModelHasTwoSides() {
        Person ada = person("Ada");
        Person bob = person("Bob");
        await(ada.follows.aadd(bob));

        assertThat(await(bob.follows.alist())).isEmpty();
        assertThat(names(await(bob.followers.alist()))).containsExactly("Ada");
        assertThat(names(await(people.filter(p -> p.followers().name.eq("Ada")).alist())))
                .containsExactly("Bob");
        assertThat(names(await(
                        people.filter(p -> p.follows().follows().name.eq("Ada")).alist())))
                .isEmpty();
        await(bob.followers.aremove(ada));
        assertThat(await(await(people.aget(ada.id)).follows.alist())).isEmpty();
    }

    @Test
    void aModelOfTheUsersMayPairRows() {
        Person ada = person("Ada");
        Person bob = person("Bob");
        Team team = await(teams.acreate(t -> t.name("Rowers").captain(ada)));
        await(team.members.aadd(ada, bob));

        assertThat(names(await(team.members.alist()))).containsExactly("Ada", "Bob");
        assertThat(await(ada.teams.alist())).extracting(t -> t.name).containsExactly("Rowers");
        assertThat(await(people.filter(p -> p.teams().captain().name.eq("Ada")).acount()))
                .isEqualTo(2);
        await(ada.teams.aclear());
        assertThat(names(await(await(teams.aget(team.id)).members.alist()))).containsExactly("Bob");

        Nation nation = await(nations.acreate(n -> n.code("NZ").name("New Zealand")));
        await(team.backers.aadd(nation));
        assertThat(await(teams.filter(t -> t.backers().code.eq("NZ")).acount())).isEqualTo(1);
        assertThat(await(await(teams.aget(team.id)).backers.alist()))
                .extracting(Nation::code)
                .containsExactly("NZ");
    }

    // ---- cycles

    @Test
    void modelsMayReferToEachOther() {
        Person ada = person("Ada");
        Team team = await(teams.acreate(t -> t.name("Rowers").captain(ada)));
        ada.favourite = TeamQuerySet.ref(team);
        await(people.asave(ada));
        Person bob = await(people.acreate(p -> p.name("Bob").mentor(ada)));

        assertThat(names(await(
                        people.filter(p -> p.mentor().favourite().captain().name.eq("Ada"))
                                .alist())))
                .containsExactly("Bob");
        Person read = await(people.selectRelated(p -> p.mentor().favourite()).aget(bob.id));
        assertThat(read.mentor.get().favourite.get().name).isEqualTo("Rowers");
        assertThat(names(await(ada.students.alist()))).containsExactly("Bob");
    }

    // ---- keys of several columns

    private Seat seat(String hall, int number) {
        return await(seats.acreate(s -> s.hall(hall).number(number).window(false)));
    }

    @Test
    void aReferenceMayHoldAKeyOfSeveralColumns() {
        seat("A", 1);
        Seat second = seat("A", 2);
        seat("B", 1);
        Ticket ticket = await(tickets.acreate(t -> t.title("Opera")
                .seat(SeatQuerySet.ref(new SeatKey("A", 2)))
                .spare(SeatQuerySet.ref(new SeatKey("B", 1)))));
        await(tickets.acreate(t -> t.title("Ballet").seat(SeatQuerySet.ref(new SeatKey("A", 1)))));

        Ticket read = await(tickets.aget(ticket.id));
        assertThat(read.seat.id()).isEqualTo(new SeatKey("A", 2));
        assertThat(read.spare.id()).isEqualTo(new SeatKey("B", 1));
        assertThat(await(read.seat.aget()).number).isEqualTo(2);

        List<Ticket> all =
                await(tickets.selectRelated(t -> t.seat(), t -> t.spare()).alist());
        assertThat(all).extracting(t -> t.seat.get().number).containsExactly(2, 1);
        assertThat(all.get(1).spare).isNull();
        List<Seat> read2 = await(seats.prefetchRelated(s -> s.tickets()).alist());
        assertThat(read2).extracting(s -> s.tickets.get().size()).containsExactly(1, 1, 0);
        assertThat(await(seats.prefetchRelated(s -> s.tickets(), tickets.slice(0, 1))
                        .alist()))
                .extracting(s -> s.tickets.get().size())
                .containsExactly(1, 1, 0);
        assertThat(await(tickets.prefetchRelated(t -> t.seat()).alist()))
                .extracting(t -> t.seat.get().number)
                .containsExactly(2, 1);

        assertThat(from(tickets.filter(t -> t.seat().window.isTrue())))
                .isEqualTo("""
                        FROM ticket t0
                        JOIN seat t1 ON t1.hall = t0.seat_hall AND t1."number" = t0.seat_number
                        WHERE t1.window
                        ORDER BY t0.id""".replace("\"number\"", "number").replace("t1.window", "t1.\"window\""));
        assertThat(await(tickets.filter(t -> t.seat.eq(second)).acount())).isEqualTo(1);
        assertThat(await(tickets.filter(t -> t.seat.eqKey(new SeatKey("A", 1))).acount()))
                .isEqualTo(1);
        assertThat(await(tickets.filter(t -> t.seat.in(List.of(second))).acount()))
                .isEqualTo(1);
        assertThat(await(tickets.filter(t -> t.spare.isNull()).acount())).isEqualTo(1);
        assertThat(await(tickets.filter(t -> t.spare.isNotNull()).acount())).isEqualTo(1);
        assertThat(await(seats.filter(s -> s.tickets().title.eq("Opera")).alist()))
                .extracting(s -> s.number)
                .containsExactly(2);
        assertThat(await(seats.exclude(s -> s.tickets().title.eq("Opera")).acount()))
                .isEqualTo(2);
        assertThat(await(seats.filter(s -> s.tickets().any(t -> t.title.eq("Opera")))
                        .acount()))
                .isEqualTo(1);

        await(second.tickets.aadd(all.get(1)));
        assertThat(await(second.tickets.alist())).hasSize(2);
        assertThat(await(tickets.of(second.tickets).acreate(t -> t.title("Play")))
                        .seat
                        .id())
                .isEqualTo(new SeatKey("A", 2));
        assertThat(await(seats.adelete(second)).byModel())
                .containsEntry("Ticket", 3L)
                .containsEntry("Seat", 1L);
        assertThat(await(seats.adelete()).total()).isEqualTo(2);
    }

    // ---- what is loaded

    @Test
    void whatWasLoadedOfARowSurvivesItsBeingSaved() {
        Person ada = person("Ada");
        await(people.acreate(p -> p.name("Bob").mentor(ada)));
        Person read = await(people.prefetchRelated(p -> p.students()).aget(ada.id));
        read.name = "Ada L.";
        await(people.asave(read));
        assertThat(names(read.students.get())).containsExactly("Bob");
    }

    @Test
    void everyRelationOfALevelIsOneQueryMore() {
        Person ada = person("Ada");
        Person bob = await(people.acreate(p -> p.name("Bob").mentor(ada)));
        Team team = await(teams.acreate(t -> t.name("Rowers").captain(ada)));
        await(team.members.aadd(ada, bob));
        assertQueries(4, () -> people.prefetchRelated(
                        p -> p.students(), p -> p.teams().captain())
                .alist());
        assertQueries(1, () -> people.selectRelated(
                        p -> p.mentor(), p -> p.passport(), p -> p.home().nation())
                .alist());
        assertQueries(2, () -> people.alist()
                .compose(
                        all -> Future.all(all.stream().map(p -> p.teams.alist()).toList())));
    }

    // ---- what both sides know

    @Test
    void rowsThatAreLoadedWithTheirOwnerKnowIt() {
        Person ada = person("Ada");
        await(people.of(ada.students).acreate(p -> p.name("Bob")));
        await(people.of(ada.students).acreate(p -> p.name("Cid")));
        await(passports.acreate(p -> p.number("1").person(ada)));

        Person read =
                assertQueries(2, () -> people.prefetchRelated(p -> p.students()).aget(p -> p.name.eq("Ada")));
        assertThat(read.students.get())
                .allSatisfy(s -> assertThat(s.mentor.get()).isSameAs(read));
        // Nothing is left to be loaded for the way back.
        assertQueries(
                2, () -> people.prefetchRelated(p -> p.students().mentor()).aget(p -> p.name.eq("Ada")));
        assertThat(assertQueries(
                                1, () -> people.selectRelated(p -> p.passport()).aget(p -> p.name.eq("Ada")))
                        .passport
                        .get()
                        .person
                        .get()
                        .name)
                .isEqualTo("Ada");
        Person other = await(people.prefetchRelated(p -> p.passport()).aget(p -> p.name.eq("Ada")));
        assertThat(other.passport.get().person.get()).isSameAs(other);
        Person deep = assertQueries(
                3, () -> people.prefetchRelated(p -> p.students().passport()).aget(p -> p.name.eq("Ada")));
        assertThat(deep.students.get().get(0).passport.isMissing()).isTrue();
    }

    @Test
    void whoeverLoadsWhatBelongsToARowTellsItWhoseItIs() {
        Person ada = person("Ada");
        await(people.of(ada.students).acreate(p -> p.name("Bob")));
        await(people.of(ada.students).acreate(p -> p.name("Cid")));
        await(passports.acreate(p -> p.number("1").person(ada)));

        Person read = await(people.aget(ada.id));
        assertThat(assertQueries(1, () -> read.students.alist())).hasSize(2).allSatisfy(s -> assertThat(s.mentor.get())
                .isSameAs(read));
        assertThat(assertQueries(1, () -> people.of(read.students)
                                .filter(s -> s.name.eq("Bob"))
                                .alist())
                        .get(0)
                        .mentor
                        .get())
                .isSameAs(read);
        assertThat(await(read.students.acreate(named("Dan"))).mentor.get()).isSameAs(read);
        assertThat(await(people.of(read.students).acreate(p -> p.name("Eve")))
                        .mentor
                        .get())
                .isSameAs(read);
        assertThat(assertQueries(1, () -> read.passport.aget()).person.get()).isSameAs(read);
        assertThat(await(await(people.aget(ada.id)).passport.aget(db)).person.isLoaded())
                .isTrue();

        List<Person> all = assertQueries(2, () -> people.alist().compose(found -> {
            Future<?> done = Future.succeededFuture();
            for (Person person : found) {
                done = done.compose(before -> person.students.alist());
            }
            return done.map(found);
        }));
        assertThat(all).allSatisfy(p -> assertThat(p.students.get())
                .allSatisfy(s -> assertThat(s.mentor.get()).isSameAs(p)));
        assertThat(all.get(0).students.get()).hasSize(4);

        // A row that was just created has its own, and a change forgets what was loaded, not whose it was.
        Person fay = person("Fay");
        await(fay.students.aadd(all.get(1)));
        assertThat(await(fay.students.alist()).get(0).mentor.get()).isSameAs(fay);
        // The friends of somebody point to nobody.
        await(ada.friends.aadd(fay));
        assertThat(await(read.friends.alist()).get(0).mentor).isNull();
        // Whoever keeps a row of a stream keeps none of the others, so these do not know theirs.
        await(people.filter(p -> p.name.eq("Ada"))
                .astream(p -> p.students.alist().onSuccess(students -> assertThat(
                                students.get(0).mentor.isLoaded())
                        .isFalse())));
    }

    // Django prefetches through what is there, whoever brought it.
    @Test
    void whatLiesBehindRowsThatAreThereIsLoadedToo() {
        Person ada = person("Ada");
        Person bob = await(people.acreate(p -> p.name("Bob").mentor(ada)));
        Person cid = await(people.acreate(p -> p.name("Cid").mentor(bob)));
        await(passports.acreate(p -> p.number("1").person(ada)));
        await(cid.friends.aadd(ada));

        Person read = assertQueries(3, () -> people.selectRelated(
                        p -> p.mentor().mentor(), p -> p.passport())
                .prefetchRelated(
                        p -> p.mentor().students(), p -> p.mentor().mentor().friends())
                .aget(p -> p.name.eq("Cid")));
        assertThat(names(read.mentor.get().students.get())).containsExactly("Cid");
        assertThat(read.mentor.get().students.get().get(0).mentor.get()).isSameAs(read.mentor.get());
        assertThat(names(read.mentor.get().mentor.get().friends.get())).containsExactly("Cid");
        assertThat(read.students.isLoaded()).isFalse();
        assertThat(read.friends.isLoaded()).isFalse();

        // Students know their mentor without asking; what is wanted behind is the mentor's.
        Person mentor = assertQueries(
                3, () -> people.prefetchRelated(p -> p.students().mentor().friends())
                        .aget(p -> p.name.eq("Ada")));
        assertThat(mentor.students.get().get(0).mentor.get()).isSameAs(mentor);
        assertThat(names(mentor.friends.get())).containsExactly("Cid");
        Passport passport = assertQueries(2, () -> passports
                .selectRelated(p -> p.person().passport())
                .prefetchRelated(p -> p.person().friends())
                .aget());
        assertThat(names(passport.person.get().friends.get())).containsExactly("Cid");
    }

    // Django: joined field references are not permitted.
    @Test
    void columnsOfOtherRowsAreNotWrittenByMistake() {
        Person ada = person("Ada");
        Person bob = await(people.acreate(p -> p.name("Bob").mentor(ada)));
        String refusal = "name is no column of the row itself, but of one that it leads to."
                + " Name the row's own columns here, and write the other by its own query set";
        assertThatThrownBy(() -> await(people.aupdate(p -> p.mentor().name.set("x"))))
                .hasMessage(refusal);
        assertThatThrownBy(() -> await(people.asave(bob, p -> p.mentor().name))).hasMessage(refusal);
        assertThatThrownBy(() -> await(people.abulkUpdate(List.of(bob), p -> p.mentor().name)))
                .hasMessage(refusal);
        assertThatThrownBy(() -> people.only(p -> p.mentor().name)).hasMessage(refusal);
        assertThatThrownBy(() -> await(people.aupdate(p -> p.mentor().home.setNull())))
                .hasMessageStartingWith("home is no column of the row itself");
        assertThatThrownBy(() ->
                        await(tickets.aupdate(t -> t.seat().neighbour.setTo(SeatQuerySet.ref(new SeatKey("A", 1))))))
                .hasMessageStartingWith("neighbour is no column of the row itself");
        assertThat(names(await(people.alist()))).containsExactly("Ada", "Bob");
    }

    @Test
    void aReferenceStandsForTheRowItLeadsTo() {
        Person ada = person("Ada");
        person("Bob");
        await(passports.acreate(p -> p.number("0").person(ada)));
        Passport passport = await(passports.acreate(p -> p.number("1").person(person("Cid"))));
        Person cid = await(people.selectRelated(p -> p.passport()).aget(p -> p.name.eq("Cid")));
        // The other side of a one-to-one holds the key of its own row: asked for, it is the passport's.
        assertThat(cid.passport.id()).isEqualTo(passport.id).isNotEqualTo(cid.id);
        Nation japan = await(nations.acreate(n -> n.code("JP").name("Japan")));
        Town kyoto = await(towns.acreate(t -> t.slug("kyoto").nation(japan)));
        Person dan = await(
                people.acreate(p -> p.name("Dan").home(TownQuerySet.ref(kyoto)).birthplace(kyoto)));
        // One reference holds the key and the other a unique field; each finds what the other is compared with.
        assertThat(names(await(people.filter(p -> p.home.eq(dan.birthplace)).alist())))
                .containsExactly("Dan");
        Person loaded = await(people.selectRelated(p -> p.home()).aget(dan.id));
        assertThat(names(await(people.filter(p -> p.birthplace.eq(loaded.home)).alist())))
                .containsExactly("Dan");
    }

    @Test
    void rowsWithAKeyOfSeveralColumnsAreKnownToo() {
        Seat seat = await(seats.acreate(s -> s.hall("A").number(1)));
        await(tickets.acreate(t -> t.title("Opera").seat(SeatQuerySet.ref(new SeatKey("A", 1)))));
        Seat read =
                assertQueries(2, () -> seats.prefetchRelated(s -> s.tickets()).aget(seat.hall, seat.number));
        assertThat(read.tickets.get().get(0).seat.get()).isSameAs(read);
        await(tickets.acreate(t -> t.title("Ballet").seat(SeatQuerySet.ref(new SeatKey("A", 1)))));
        assertThat(await(seats.prefetchRelated(
                                        s -> s.tickets(),
                                        tickets.orderBy(t -> t.title).slice(0, 1))
                                .afirst())
                        .tickets
                        .get())
                .extracting(t -> t.title)
                .containsExactly("Ballet");
    }

    // ---- writing what several columns hold

    @Test
    void aReferenceInSeveralColumnsIsSetAtOnce() {
        Seat first = await(seats.acreate(s -> s.hall("A").number(1)));
        Seat second = await(seats.acreate(s -> s.hall("B").number(2)));
        Ticket ticket = await(tickets.acreate(t -> t.title("Opera").seat(SeatQuerySet.ref(new SeatKey("A", 1)))));

        assertThat(await(tickets.aupdate(t -> t.seat.setTo(second), t -> t.spare.setTo(first))))
                .isEqualTo(1);
        Ticket read = await(tickets.aget(ticket.id));
        assertThat(read.seat.id()).isEqualTo(new SeatKey("B", 2));
        assertThat(read.spare.id()).isEqualTo(new SeatKey("A", 1));
        await(tickets.aupdate(t -> t.seat.setTo(SeatQuerySet.ref(new SeatKey("A", 1))), t -> t.spare.setNull()));
        assertThat(await(tickets.aget(ticket.id)).spare).isNull();
        assertThat(await(tickets.filter(t -> t.seat.eq(first)).acount())).isEqualTo(1);
        assertThatThrownBy(() -> await(tickets.aupdate(t -> t.seat.setNull())))
                .hasMessage("seat.setNull(): the reference is not @Nullable");
        assertThatThrownBy(() -> await(tickets.aupdate(t -> t.seat.setTo(first), t -> t.seat.setTo(second))))
                .hasMessageContaining("is set twice in one update");
        await(second.tickets.aadd(ticket));
        assertThat(await(tickets.aget(ticket.id)).seat.id()).isEqualTo(new SeatKey("B", 2));
        await(first.tickets.aset(List.of(ticket)));
        assertThat(await(tickets.aget(ticket.id)).seat.id()).isEqualTo(new SeatKey("A", 1));
    }

    @Test
    void pairsHaveWhatTheirModelHasBesides() {
        Team rowers = await(teams.acreate(t -> t.name("Rowers")));
        Person ada = person("Ada");
        Person bob = person("Bob");
        Person cid = person("Cid");
        MembershipQuerySet memberships = new MembershipQuerySet(db);

        await(rowers.members.aadd(ada));
        await(rowers.members.through(memberships, m -> m.role("captain")).aadd(ada, bob));
        assertThat(await(memberships.orderBy(m -> m.id.asc()).alist()))
                .extracting(m -> m.role)
                .containsExactly("player", "captain"); // Ada was there already
        await(rowers.members.through(memberships, m -> m.role("cox")).aset(List.of(bob, cid)));
        assertThat(names(await(rowers.members.alist()))).containsExactly("Bob", "Cid");
        await(rowers.members.through(memberships, m -> m.role("trainer")).acreate(named("Dan")));
        assertThat(await(memberships.filter(m -> m.role.eq("trainer")).acount()))
                .isEqualTo(1);
        assertThatThrownBy(() -> ada.friends.through(memberships, m -> m.role("x")))
                .hasMessage("The relation friends does not go through Membership, so it cannot set what that has");
    }
}
