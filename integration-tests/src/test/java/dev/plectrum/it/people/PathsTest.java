package dev.plectrum.it.people;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.it.places.NationMapping;
import dev.plectrum.it.places.TownMapping;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.FilteredRelation;
import dev.plectrum.testing.PlectrumTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counting related rows, and joining only some of them. */
@PlectrumTest
class PathsTest {
    private static final FilteredRelation<PersonFields, PersonFields> NAMED_B =
            FilteredRelation.of(PersonFields::students, s -> s.name.startsWith("B"));

    private PersonQuerySet people;
    private Person ada;
    private Person bob;

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
        ada = await(people.acreate(p -> p.name("Ada")));
        bob = await(people.acreate(p -> p.name("Bob").mentor(ada)));
        await(people.acreate(p -> p.name("Bea").mentor(ada)));
        await(people.acreate(p -> p.name("Cleo").mentor(bob)));
        await(bob.friends.aadd(ada));
    }

    private static List<String> names(List<Person> found) {
        return found.stream().map(p -> p.name).toList();
    }

    private static String from(Object querySet) {
        String sql = querySet.toString();
        return sql.substring(sql.indexOf("FROM"));
    }

    @Test
    void relatedRowsAreCountedByASubquery() {
        assertThat(from(people.filter(p -> p.students().count().gt(1L)))).isEqualTo("""
                        FROM person t0
                        WHERE (SELECT count(*)
                        FROM person t1
                        WHERE t1.mentor_id = t0.id) > $1::int8
                        ORDER BY t0.name""");
        assertThat(names(await(people.filter(p -> p.students().count().gt(1L)).alist())))
                .containsExactly("Ada");
        assertThat(names(await(people.filter(p -> p.students().count().eq(0L)).alist())))
                .containsExactly("Bea", "Cleo");
        assertThat(names(await(people.orderBy(p -> p.students().count().desc(), p -> p.name.asc())
                        .alist())))
                .containsExactly("Ada", "Bob", "Bea", "Cleo");
        assertThat(names(await(people.filter(
                                p -> p.students().count(s -> s.name.eq("Bob")).eq(1L))
                        .alist())))
                .containsExactly("Ada");
        assertThat(await(people.orderBy(p -> p.name)
                        .values(p -> p.friends().count())
                        .alist()))
                .containsExactly(1L, 0L, 1L, 0L);
    }

    @Test
    void rowsBehindRelatedRowsAreCountedToo() {
        assertThat(names(
                        await(people.filter(p -> p.students().students().count().eq(1L))
                                .alist())))
                .containsExactly("Ada");
        assertThat(names(await(
                        people.filter(p -> p.mentor().students().count().eq(2L)).alist())))
                .containsExactly("Bea", "Bob");
        assertThat(names(await(people.filter(p -> p.students()
                                .count(s -> s.students().name.eq("Cleo"))
                                .eq(1L))
                        .alist())))
                .containsExactly("Ada");
    }

    @Test
    void aFilteredRelationHasItsConditionInTheJoin() {
        PersonQuerySet without = people.filter(p -> NAMED_B.of(p).id.isNull());
        assertThat(from(without)).isEqualTo("""
                        FROM person t0
                        LEFT JOIN person t1 ON t1.mentor_id = t0.id AND t1.name LIKE $1::text
                        WHERE t1.id IS NULL
                        ORDER BY t0.name""");
        assertThat(names(await(without.alist()))).containsExactly("Bea", "Bob", "Cleo");
        assertThat(names(await(
                        people.filter(p -> NAMED_B.of(p).name.endsWith("b")).alist())))
                .containsExactly("Ada");
        assertThat(from(people.filter(p -> NAMED_B.of(p).name.endsWith("b")).orderBy(p -> NAMED_B.of(p).name)))
                .contains("\nJOIN person t1 ON")
                .contains("ORDER BY t1.name")
                .doesNotContain("t2");
        assertThat(names(await(
                        people.exclude(p -> NAMED_B.of(p).name.endsWith("b")).alist())))
                .containsExactly("Bea", "Bob", "Cleo");
        assertThat(names(await(people.filter(p -> NAMED_B.of(p).any(s -> s.name.endsWith("a")))
                        .alist())))
                .containsExactly("Ada");
        assertThat(names(await(people.filter(p -> NAMED_B.of(p).count().eq(2L)).alist())))
                .containsExactly("Ada");
    }

    @Test
    void aFilteredReferenceIsJoinedAndNotTrimmed() {
        FilteredRelation<PersonFields, PersonFields> adaOnly =
                FilteredRelation.of(PersonFields::mentor, m -> m.name.eq("Ada"));
        assertThat(from(people.filter(p -> adaOnly.of(p).id.isNull())))
                .startsWith("FROM person t0\nLEFT JOIN person t1 ON t1.id = t0.mentor_id AND t1.name = $1::text");
        assertThat(names(await(people.filter(p -> adaOnly.of(p).id.isNull()).alist())))
                .containsExactly("Ada", "Cleo");
    }

    @Test
    void whatAFilteredRelationCannotDoIsSaid() {
        assertThatThrownBy(() -> people.prefetchRelated(p -> NAMED_B.of(p)))
                .hasMessageContaining("Use prefetchRelated with a query set of them");
        FilteredRelation<PersonFields, PersonFields> far =
                FilteredRelation.of(PersonFields::students, s -> s.mentor().name.eq("Ada"));
        assertThatThrownBy(() -> people.filter(p -> far.of(p).id.isNull()).toString())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("follows another relation");
    }

    @Test
    void theOtherSideOfAOneToOneIsNotTrimmed() {
        assertThat(from(people.filter(p -> p.passport().person.isNull())))
                .startsWith("FROM person t0\nLEFT JOIN passport t1 ON t1.person_id = t0.id");
        assertThat(await(people.filter(p -> p.passport().person.isNull()).acount()))
                .isEqualTo(4);
    }
}
