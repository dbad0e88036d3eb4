package dev.plectrum.it.deletion;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.it.deletion.Circle.Egg;
import dev.plectrum.it.deletion.Circle.Hen;
import dev.plectrum.it.deletion.Diamond.Left;
import dev.plectrum.it.deletion.Diamond.Right;
import dev.plectrum.it.deletion.Diamond.Top;
import dev.plectrum.it.deletion.Kind.Root;
import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.error.ForeignKeyViolation;
import dev.plectrum.orm.error.ProtectedException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deleting rows that others refer to, as Django does it. */
@PlectrumTest
class DeletionTest {
    private Database db;
    private KindRootQuerySet roots;
    private Root first;
    private Root second;
    private Root third;

    @BeforeEach
    void tables(Database database) {
        db = database;
        await(db.createSchema(List.of(
                KindRootMapping.INSTANCE,
                KindCascadedMapping.INSTANCE,
                KindGuardedMapping.INSTANCE,
                KindRestrictedMapping.INSTANCE,
                KindNulledMapping.INSTANCE,
                KindDefaultedMapping.INSTANCE,
                KindValuedMapping.INSTANCE,
                KindUntouchedMapping.INSTANCE,
                KindDbCascadedMapping.INSTANCE,
                KindDbNulledMapping.INSTANCE,
                KindDbDefaultedMapping.INSTANCE,
                DiamondTopMapping.INSTANCE,
                DiamondLeftMapping.INSTANCE,
                DiamondRightMapping.INSTANCE,
                DiamondBottomMapping.INSTANCE,
                DiamondGuardMapping.INSTANCE,
                CircleHenMapping.INSTANCE,
                CircleEggMapping.INSTANCE)));
        roots = new KindRootQuerySet(db);
        first = await(roots.acreate(r -> r));
        second = await(roots.acreate(r -> r));
        third = await(roots.acreate(r -> r));
    }

    // ---- every kind

    @Test
    void cascadedRowsGoWithTheirTarget() {
        KindCascadedQuerySet rows = new KindCascadedQuerySet(db);
        await(rows.acreate(r -> r.root(third)));
        await(rows.acreate(r -> r.root(third)));
        await(rows.acreate(r -> r.root(second)));
        assertThat(await(roots.adelete(third))).isEqualTo(new Deleted(3, Map.of("Root", 1L, "Cascaded", 2L)));
        assertThat(await(rows.aget()).root.id()).isEqualTo(second.id);
    }

    @Test
    void protectedRowsForbidIt() {
        KindGuardedQuerySet rows = new KindGuardedQuerySet(db);
        Kind.Guarded row = await(rows.acreate(r -> r.root(third)));
        assertThatThrownBy(() -> await(roots.adelete(third))).isInstanceOfSatisfying(ProtectedException.class, e -> {
            assertThat(e)
                    .hasMessage("Root cannot be deleted: Guarded.root says PROTECT, and Guarded " + row.id
                            + " points to it");
        });
        assertThat(await(roots.acount())).isEqualTo(3);
        assertThat(await(roots.adelete(second)).total()).isEqualTo(1);
    }

    @Test
    void restrictedRowsForbidItUnlessTheyGoAnyway() {
        await(new KindRestrictedQuerySet(db).acreate(r -> r.root(third)));
        assertThatThrownBy(() -> await(roots.adelete(third)))
                .isInstanceOf(ProtectedException.class)
                .hasMessageContaining("Restricted.root says RESTRICT");
    }

    @Test
    void otherReferencesBecomeNullTheDefaultOrAValue() {
        Kind.Nulled nulled = await(new KindNulledQuerySet(db).acreate(r -> r.root(third)));
        Kind.Defaulted defaulted = await(new KindDefaultedQuerySet(db).acreate(r -> r.root(third)));
        Kind.Valued valued = await(new KindValuedQuerySet(db).acreate(r -> r.root(third)));
        assertThat(await(roots.adelete(third))).isEqualTo(new Deleted(1, Map.of("Root", 1L)));
        assertThat(await(new KindNulledQuerySet(db).aget(nulled.id)).root).isNull();
        assertThat(await(new KindDefaultedQuerySet(db).aget(defaulted.id)).root.id())
                .isEqualTo(first.id);
        assertThat(await(new KindValuedQuerySet(db).aget(valued.id)).root.id()).isEqualTo(second.id);
    }

    @Test
    void aReferenceThatIsNotSetTakesItsDefault() {
        assertThat(await(new KindDefaultedQuerySet(db).acreate(r -> r)).root.id())
                .isEqualTo(first.id);
    }

    @Test
    void theDatabasesOwnActionsAreNotCounted() {
        await(new KindDbCascadedQuerySet(db).acreate(r -> r.root(third)));
        Kind.DbNulled nulled = await(new KindDbNulledQuerySet(db).acreate(r -> r.root(third)));
        Kind.DbDefaulted defaulted = await(new KindDbDefaultedQuerySet(db).acreate(r -> r.root(third)));
        assertThat(await(roots.adelete(third))).isEqualTo(new Deleted(1, Map.of("Root", 1L)));
        assertThat(await(new KindDbCascadedQuerySet(db).acount())).isZero();
        assertThat(await(new KindDbNulledQuerySet(db).aget(nulled.id)).root).isNull();
        assertThat(await(new KindDbDefaultedQuerySet(db).aget(defaulted.id))
                        .root
                        .id())
                .isEqualTo(first.id);
    }

    @Test
    void whatNothingIsDoneAboutIsTheDatabasesToRefuse() {
        KindUntouchedQuerySet rows = new KindUntouchedQuerySet(db);
        Kind.Untouched row = await(rows.acreate(r -> r.root(third)));
        assertThatThrownBy(() -> await(roots.adelete(third))).isInstanceOf(ForeignKeyViolation.class);
        // The constraint is deferred: whoever mends it before the end may.
        await(db.atomic(() -> roots.adelete(third).compose(gone -> rows.adelete(row))));
        assertThat(await(rows.acount())).isZero();
    }

    // ---- shapes

    @Test
    void aRestrictedRowGoesWhereAnotherWayLeadsToIt() {
        Top top = await(new DiamondTopQuerySet(db).acreate(t -> t));
        Left left = await(new DiamondLeftQuerySet(db).acreate(l -> l.top(top)));
        Right right = await(new DiamondRightQuerySet(db).acreate(r -> r.top(top)));
        await(new DiamondBottomQuerySet(db).acreate(b -> b.left(left).right(right)));

        assertThatThrownBy(() -> await(new DiamondRightQuerySet(db).adelete(right)))
                .isInstanceOf(ProtectedException.class)
                .hasMessageContaining("Right cannot be deleted: Bottom.right says RESTRICT");
        assertThat(await(new DiamondTopQuerySet(db).adelete(top)))
                .isEqualTo(new Deleted(4, Map.of("Top", 1L, "Left", 1L, "Right", 1L, "Bottom", 1L)));
    }

    @Test
    void aProtectedRowForbidsItWhicheverWayLeadsToIt() {
        Top top = await(new DiamondTopQuerySet(db).acreate(t -> t));
        Left left = await(new DiamondLeftQuerySet(db).acreate(l -> l.top(top)));
        Right right = await(new DiamondRightQuerySet(db).acreate(r -> r.top(top)));
        await(new DiamondGuardQuerySet(db).acreate(g -> g.left(left).right(right)));

        assertThatThrownBy(() -> await(new DiamondTopQuerySet(db).adelete(top)))
                .isInstanceOf(ProtectedException.class)
                .hasMessageContaining("Guard.right says PROTECT");
        assertThat(await(new DiamondLeftQuerySet(db).adelete(left)).byModel())
                .isEqualTo(Map.of("Left", 1L, "Guard", 1L));
        assertThat(await(new DiamondTopQuerySet(db).adelete(top)).byModel()).isEqualTo(Map.of("Top", 1L, "Right", 1L));
    }

    @Test
    void rowsThatPointToEachOtherGoTogether() {
        CircleHenQuerySet hens = new CircleHenQuerySet(db);
        CircleEggQuerySet eggs = new CircleEggQuerySet(db);
        Hen mother = await(hens.acreate(h -> h));
        Egg egg = await(eggs.acreate(e -> e.laidBy(mother)));
        Hen daughter = await(hens.acreate(h -> h.from(egg).mother(mother)));
        await(eggs.acreate(e -> e.laidBy(daughter)));
        mother.from = CircleEggQuerySet.ref(egg);
        mother.mother = CircleHenQuerySet.ref(mother);
        await(hens.asave(mother));
        await(hens.acreate(h -> h));

        assertThat(await(eggs.adelete(egg))).isEqualTo(new Deleted(4, Map.of("Hen", 2L, "Egg", 2L)));
        assertThat(await(hens.acount())).isEqualTo(1);
    }

    // ---- statements

    @Test
    void manyRowsTakeAsFewStatementsAsOne() {
        KindCascadedQuerySet rows = new KindCascadedQuerySet(db);
        List<Kind.Cascaded> many = IntStream.range(0, 25_000)
                .mapToObj(i -> {
                    Kind.Cascaded row = new Kind.Cascaded();
                    row.root = KindRootQuerySet.ref(i % 2 == 0 ? second : third);
                    return row;
                })
                .toList();
        await(rows.abulkCreate(many));
        Deleted deleted = assertQueries(7, () -> roots.filter(r -> r.id.gt(1)).adelete());
        assertThat(deleted).isEqualTo(new Deleted(25_002, Map.of("Root", 2L, "Cascaded", 25_000L)));
        assertThat(await(roots.acount())).isEqualTo(1);
    }

    @Test
    void whatNobodyPointsToIsDeletedByOneStatement() {
        KindCascadedQuerySet rows = new KindCascadedQuerySet(db);
        await(rows.acreate(r -> r.root(third)));
        assertThat(assertQueries(1, () -> rows.filter(r -> r.root().id.eq(third.id))
                                .adelete())
                        .total())
                .isEqualTo(1);
        assertThat(assertQueries(1, () -> rows.adelete())).isEqualTo(Deleted.NONE);
    }
}
