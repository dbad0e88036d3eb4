package dev.plectrum.it.people;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.it.places.NationMapping;
import dev.plectrum.it.places.TownMapping;
import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.FilteredRelation;
import dev.plectrum.testing.PlectrumTest;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of the chapter on relations. */
@PlectrumTest
class RelationsChapterTest {
    private PersonQuerySet people;
    private TeamQuerySet teams;
    private Person ada;
    private Person bob;
    private Team rowers;

    @BeforeEach
    void tables(Database db) {
        await(db.createSchema(List.of(
                NationMapping.INSTANCE,
                TownMapping.INSTANCE,
                PersonMapping.INSTANCE,
                PassportMapping.INSTANCE,
                TeamMapping.INSTANCE,
                MembershipMapping.INSTANCE)));
        people = new PersonQuerySet(db);
        teams = new TeamQuerySet(db);
        ada = await(people.acreate(p -> p.name("Ada")));
        bob = await(people.acreate(p -> p.name("Bob").mentor(ada)));
        rowers = await(teams.acreate(t -> t.name("Rowers")));
    }

    @Test
    void nothingIsLoadedUnasked() {
        // region unloaded
        Person person = await(people.aget(bob.id));
        assertThat(person.mentor.id()).isEqualTo(ada.id); // the key is there
        assertThatThrownBy(() -> person.mentor.get()) // the row is not
                .isInstanceOf(NotLoadedException.class)
                .hasMessage("The relation mentor was not loaded."
                        + " Add selectRelated(row -> row.mentor()) to the query, or await aget()");
        assertThat(await(person.mentor.aget()).name).isEqualTo("Ada");
        // endregion
    }

    @Test
    void rowsComeWithWhatBelongsToThem() {
        // region together
        List<Person> all = assertQueries(3, () -> people.selectRelated(p -> p.mentor(), p -> p.passport())
                .prefetchRelated(p -> p.students().teams())
                .alist());
        // endregion
        assertThat(all).hasSize(2);
        // region own-query
        people.prefetchRelated(
                p -> p.students(), people.orderBy(s -> s.name.desc()).slice(0, 3)); // the last three of each
        // endregion
    }

    @Test
    void aLoopCostsOneQueryMore() {
        // region loop
        assertQueries(2, () -> people.alist().compose(all -> {
            Future<?> done = Future.succeededFuture();
            for (Person person : all) {
                done = done.compose(before -> person.students.alist());
            }
            return done;
        }));
        // endregion
        // region strict
        Person strict = await(people.fetchMode(FetchMode.FAIL).afirst());
        assertThatThrownBy(() -> await(strict.students.alist()))
                .hasMessageContaining("The relation students was not loaded with its row")
                .hasMessageContaining("RelationsChapterTest.java:");
        // endregion
    }

    @Test
    void toManyRelationsChange() {
        // region change
        await(rowers.members.aadd(ada, bob)); // those who are there already stay
        await(rowers.members.aremove(bob));
        await(rowers.members.aset(List.of(ada, bob)));
        await(rowers.members.aclear());
        await(people.of(ada.students).acreate(s -> s.name("Cleo"))); // points to Ada
        assertThat(await(people.of(ada.students).filter(s -> s.name.eq("Cleo")).acount()))
                .isEqualTo(1);
        // endregion
    }

    @Test
    void pathsAskThroughRelations() {
        // region paths
        people.filter(p -> p.mentor().home().nation().name.eq("Finland")); // three joins, one for each step
        people.filter(p -> p.mentor().id.eq(1)); // none: the key stands in the row
        people.filter(p -> p.students().name.eq("Bob").and(p.students().home.isNull())); // one student
        people.filter(p -> p.students().any(s -> s.name.eq("Bob"))); // EXISTS: nobody appears twice
        people.filter(p -> p.students().none(s -> s.name.eq("Bob")));
        people.orderBy(p -> p.students().count().desc());
        // endregion
    }

    // region filtered
    private static final FilteredRelation<PersonFields, PersonFields> CALLED_BOB =
            FilteredRelation.of(PersonFields::students, s -> s.name.eq("Bob"));

    @Test
    void aConditionMayBePartOfTheJoin() {
        assertThat(people.filter(p -> CALLED_BOB.of(p).id.isNull()).toString())
                .contains("LEFT JOIN person t1 ON t1.mentor_id = t0.id AND t1.name = $1::text");
    }
    // endregion

    @Test
    void deletingFollowsTheReferences() {
        // region delete
        Deleted deleted = await(people.adelete(ada));
        assertThat(deleted.total()).isEqualTo(1);
        assertThat(await(people.aget(bob.id)).mentor).isNull(); // onDelete = SET_NULL
        // endregion
    }
}
