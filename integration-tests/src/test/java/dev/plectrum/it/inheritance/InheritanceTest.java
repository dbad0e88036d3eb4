package dev.plectrum.it.inheritance;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.GetOrCreated;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.error.ForeignKeyViolation;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that begin in one table and end in another. */
@PlectrumTest
class InheritanceTest {
    private Database db;
    private PlaceQuerySet places;
    private RestaurantQuerySet restaurants;
    private PizzeriaQuerySet pizzerias;
    private ReviewQuerySet reviews;

    @BeforeEach
    void tables(Database database) {
        db = database;
        await(db.createSchema(List.of(
                PlaceMapping.INSTANCE,
                RestaurantMapping.INSTANCE,
                PizzeriaMapping.INSTANCE,
                ReviewMapping.INSTANCE,
                DishMapping.INSTANCE,
                TipMapping.INSTANCE)));
        places = new PlaceQuerySet(db);
        restaurants = new RestaurantQuerySet(db);
        pizzerias = new PizzeriaQuerySet(db);
        reviews = new ReviewQuerySet(db);
    }

    private Restaurant restaurant(String name, int stars) {
        return await(restaurants.acreate(r -> r.name(name).stars(stars)));
    }

    @Test
    void aRowHasAPartInEachTable() {
        Restaurant created = restaurant("Noma", 3);
        assertThat(created.id).isNotNull();
        assertThat(created.since).isNotNull();

        Restaurant read = await(restaurants.aget(created.id));
        assertThat(read.name).isEqualTo("Noma");
        assertThat(read.stars).isEqualTo(3);
        assertThat(read.since).isEqualTo(created.since);
        assertThat(await(places.aget(created.id)).name).isEqualTo("Noma");
        assertThat(await(restaurants
                        .filter(r -> r.name.eq("Noma").and(r.stars.gt(2)))
                        .acount()))
                .isEqualTo(1);
        assertThat(restaurants.filter(r -> r.name.eq("Noma")).toString()).isEqualTo("""
                        SELECT t0.place_id, t0.name, t0.since, t0.stars, t0.supplier_id
                        FROM (SELECT c.place_id, p.name, p.since, c.stars, c.supplier_id
                        FROM restaurant c
                        JOIN place p ON p.id = c.place_id) t0
                        WHERE t0.name = $1::text
                        ORDER BY t0.stars DESC""");
    }

    @Test
    void eachEndKnowsTheOther() {
        Restaurant noma = restaurant("Noma", 3);
        Place park = await(places.acreate(p -> p.name("Park")));

        Place read = await(places.aget(noma.id));
        assertThat(await(read.restaurant.aget()).stars).isEqualTo(3);
        assertThatThrownBy(() -> await(await(places.aget(park.id)).restaurant.aget()))
                .isInstanceOf(NotFoundException.class);
        assertThat(await(places.filter(p -> p.restaurant().stars.gte(3)).alist()))
                .extracting(p -> p.name)
                .containsExactly("Noma");
        assertThat(await(places.filter(p -> p.restaurant().stars.isNull()).alist()))
                .extracting(p -> p.name)
                .containsExactly("Park");
        assertThat(assertQueries(
                        1, () -> places.selectRelated(p -> p.restaurant()).alist()))
                .extracting(p -> p.restaurant.isLoaded())
                .containsExactly(true, false);
    }

    @Test
    void relationsAreInherited() {
        Restaurant noma = restaurant("Noma", 3);
        Restaurant other =
                await(restaurants.acreate(r -> r.name("Geranium").stars(2).supplier(noma)));
        await(reviews.of(noma.reviews).acreate(r -> r.text("Wow")));
        await(new DishQuerySet(db).acreate(d -> d.name("Moss").restaurant(noma)));

        assertThat(await(await(restaurants.aget(noma.id)).reviews.alist()))
                .extracting(r -> r.text)
                .containsExactly("Wow");
        assertThat(await(restaurants.filter(r -> r.reviews().text.eq("Wow")).alist()))
                .extracting(r -> r.name)
                .containsExactly("Noma");
        assertThat(await(restaurants.selectRelated(r -> r.supplier()).aget(other.id))
                        .supplier
                        .get()
                        .name)
                .isEqualTo("Noma");
        assertThat(await(new DishQuerySet(db)
                        .filter(d -> d.restaurant().name.eq("Noma"))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(restaurants.prefetchRelated(r -> r.reviews()).alist()))
                .extracting(r -> r.reviews.get().size())
                .containsExactly(1, 0);
        assertThat(await(restaurants.exclude(r -> r.reviews().text.eq("Wow")).alist()))
                .extracting(r -> r.name)
                .containsExactly("Geranium");
    }

    @Test
    void savingAndUpdatingReachEveryTable() {
        Restaurant noma = restaurant("Noma", 3);
        noma.name = "Noma 2";
        noma.stars = 2;
        await(restaurants.asave(noma));
        assertThat(await(places.aget(noma.id)).name).isEqualTo("Noma 2");
        assertThat(await(restaurants.aget(noma.id)).stars).isEqualTo(2);

        noma.name = "Noma 3";
        noma.stars = 1;
        await(restaurants.asave(noma, r -> r.name));
        assertThat(await(restaurants.aget(noma.id)).name).isEqualTo("Noma 3");
        assertThat(await(restaurants.aget(noma.id)).stars).isEqualTo(2);

        restaurant("Geranium", 2);
        assertThat(await(restaurants
                        .filter(r -> r.name.startsWith("No"))
                        .aupdate(r -> r.name.set("Noma"), r -> r.stars.set(r.stars.plus(1)))))
                .isEqualTo(1);
        assertThat(await(restaurants.alist()))
                .extracting(r -> r.name + " " + r.stars)
                .containsExactly("Noma 3", "Geranium 2");
        assertThat(await(restaurants.filter(r -> r.name.eq("Noma")).aupdateReturning(r -> r.stars.set(5))))
                .extracting(r -> r.name + " " + r.stars)
                .containsExactly("Noma 5");
        noma.name = "N";
        noma.stars = 4;
        assertThat(await(restaurants.abulkUpdate(List.of(noma), r -> r.name, r -> r.stars)))
                .isEqualTo(1);
        assertThat(await(restaurants.aget(noma.id)).name).isEqualTo("N");
        assertThatThrownBy(() -> await(restaurants.aupdate(r -> r.stars.set(r.name.length()))))
                .hasMessageContaining("columns of different tables");
    }

    @Test
    void aModelMayExtendOneThatExtendsAnother() {
        Pizzeria roma = await(pizzerias.acreate(p -> p.name("Roma").stars(1)));
        assertThat(roma.ovens).isEqualTo(1);
        Pizzeria read = await(pizzerias.aget(roma.id));
        assertThat(read.name).isEqualTo("Roma");
        assertThat(read.stars).isEqualTo(1);
        read.name = "Napoli";
        read.stars = 2;
        read.ovens = 3;
        await(pizzerias.asave(read));
        assertThat(await(places.aget(roma.id)).name).isEqualTo("Napoli");
        assertThat(await(restaurants.aget(roma.id)).stars).isEqualTo(2);
        assertThat(await(pizzerias
                        .filter(p -> p.name.eq("Napoli").and(p.stars.eq(2)).and(p.ovens.eq(3)))
                        .acount()))
                .isEqualTo(1);
        List<Pizzeria> many = await(pizzerias.abulkCreate(List.of(pizzeria("A"), pizzeria("B"))));
        assertThat(await(places.aget(many.get(1).id)).name).isEqualTo("B");
        assertThat(await(pizzerias.adelete(read)).byModel())
                .isEqualTo(Map.of("Pizzeria", 1L, "Restaurant", 1L, "Place", 1L));
    }

    private static Pizzeria pizzeria(String name) {
        Pizzeria pizzeria = new Pizzeria();
        pizzeria.name = name;
        pizzeria.ovens = 2;
        return pizzeria;
    }

    @Test
    void aProxyIsAnotherFaceOfTheSameRows() {
        restaurant("Noma", 3);
        Restaurant other = restaurant("Geranium", 2);
        await(new DishQuerySet(db).acreate(d -> d.name("Moss").restaurant(other)));
        StarredRestaurantQuerySet starred = new StarredRestaurantQuerySet(db);

        assertThat(await(starred.alist())).extracting(r -> r.name + r.stars()).containsExactly("Geranium**", "Noma***");
        StarredRestaurant created =
                await(starred.acreate(r -> r.name("Alchemist").stars(2)));
        assertThat(await(restaurants.aget(created.id)).name).isEqualTo("Alchemist");
        assertThat(await(starred.adelete(await(starred.aget(other.id)))).byModel())
                .isEqualTo(Map.of("Restaurant", 1L, "Place", 1L, "Dish", 1L));
    }

    @Test
    void deletingEitherEndDeletesTheRow() {
        Restaurant noma = restaurant("Noma", 3);
        await(reviews.of(noma.reviews).acreate(r -> r.text("Wow")));
        await(new DishQuerySet(db).acreate(d -> d.name("Moss").restaurant(noma)));
        assertThat(await(restaurants.adelete(noma)))
                .isEqualTo(new Deleted(4, Map.of("Restaurant", 1L, "Place", 1L, "Review", 1L, "Dish", 1L)));

        Restaurant other = restaurant("Geranium", 3);
        assertThat(await(places.adelete(await(places.aget(other.id)))).byModel())
                .isEqualTo(Map.of("Restaurant", 1L, "Place", 1L));
        assertThat(await(places.acount())).isZero();
    }

    // ---- everything a query set can do, from both ends

    @Test
    void pagesStreamsAndPartsOfRowsReachEveryTable() {
        restaurant("Noma", 3);
        restaurant("Geranium", 3);
        Pizzeria roma = await(pizzerias.acreate(p -> p.name("Roma").stars(1).ovens(4)));

        KeyPage<Restaurant> first = await(
                restaurants.orderBy(r -> r.stars.desc(), r -> r.name.asc()).akeyPage(null, 2));
        assertThat(first.items()).extracting(r -> r.name).containsExactly("Geranium", "Noma");
        assertThat(await(restaurants
                                .orderBy(r -> r.stars.desc(), r -> r.name.asc())
                                .akeyPage(first.next(), 2))
                        .items())
                .extracting(r -> r.name)
                .containsExactly("Roma");
        List<String> streamed = new ArrayList<>();
        await(restaurants.orderBy(r -> r.name).astream(1, r -> Future.succeededFuture(streamed.add(r.name + r.stars))));
        assertThat(streamed).containsExactly("Geranium3", "Noma3", "Roma1");
        assertThat(await(pizzerias.only(p -> p.name, p -> p.ovens).alist()))
                .extracting(p -> p.get(f -> f.name) + p.get(f -> f.ovens))
                .containsExactly("Roma4");
        assertThat(await(restaurants.defer(r -> r.name).afirst()).has(r -> r.stars))
                .isTrue();
        assertThat(await(restaurants
                        .raw(
                                "SELECT c.place_id, p.name, p.since, c.stars, c.supplier_id FROM restaurant c JOIN place p ON p.id = c.place_id")
                        .alist()))
                .hasSize(3);
        assertThat(await(db.atomic(() -> restaurants
                        .filter(r -> r.name.eq("Noma"))
                        .selectForUpdate()
                        .alist())))
                .hasSize(1);
        assertThat(await(restaurants.values(r -> r.name).alist()))
                .containsExactlyInAnyOrder("Noma", "Geranium", "Roma");
        assertThat(await(restaurants
                        .orderBy(r -> r.stars)
                        .distinctOn(r -> r.stars)
                        .alist()))
                .hasSize(2);
        assertThat(await(restaurants.ainBulk(r -> r.name, List.of("Noma"))).keySet())
                .containsExactly("Noma");
        assertThat(await(restaurants.acontains(roma))).isTrue();
        assertThat(await(places.filter(p ->
                                p.id.in(restaurants.filter(r -> r.stars.eq(3)).values(r -> r.id)))
                        .acount()))
                .isEqualTo(2);
        assertThat(await(places.filter(p -> restaurants
                                .filter(r -> r.id.eq(p.id).and(r.stars.gt(2)))
                                .exists())
                        .acount()))
                .isEqualTo(2);
        assertThat(await(places.orderBy(p -> p.restaurant().stars.desc(), p -> p.name.asc())
                        .values(p -> p.name)
                        .alist()))
                .containsExactly("Geranium", "Noma", "Roma");
    }

    @Test
    void relatedRowsAreReachedFromEitherEnd() {
        Restaurant noma = restaurant("Noma", 3);
        Restaurant other =
                await(restaurants.acreate(r -> r.name("Geranium").stars(2).supplier(noma)));
        await(reviews.of(noma.reviews).acreate(r -> r.text("Wow")));
        DishQuerySet dishes = new DishQuerySet(db);
        await(dishes.acreate(d -> d.name("Moss").restaurant(noma)));
        await(dishes.acreate(d -> d.name("Ants").restaurant(other)));

        Dish dish =
                assertQueries(2, () -> dishes.selectRelated(d -> d.restaurant().supplier())
                        .prefetchRelated(d -> d.restaurant().reviews())
                        .aget(d -> d.restaurant().name.eq("Geranium")));
        assertThat(dish.restaurant.get().supplier.get().name).isEqualTo("Noma");
        assertThat(dish.restaurant.get().reviews.get()).isEmpty();
        Place place =
                assertQueries(3, () -> places.selectRelated(p -> p.restaurant().supplier())
                        .prefetchRelated(p -> p.reviews(), p -> p.restaurant().reviews())
                        .aget(p -> p.name.eq("Noma")));
        assertThat(place.restaurant.get().stars).isEqualTo(3);
        assertThat(place.reviews.get().get(0).place.get()).isSameAs(place);
        assertThat(place.restaurant.get().reviews.get().get(0).place.get()).isSameAs(place.restaurant.get());
        await(reviews.of(noma.reviews).acreate(r -> r.text("Again")));
        assertThat(await(restaurants
                                .prefetchRelated(
                                        r -> r.reviews(),
                                        reviews.orderBy(r -> r.id.desc()).slice(0, 1))
                                .aget(r -> r.id.eq(noma.id)))
                        .reviews
                        .get())
                .extracting(r -> r.text)
                .containsExactly("Again");
        await(reviews.filter(r -> r.text.eq("Again")).adelete());
        List<Place> all = assertQueries(
                2, () -> places.prefetchRelated(p -> p.restaurant()).alist());
        assertThat(all).allSatisfy(p -> assertThat(p.restaurant.get().name).isEqualTo(p.name));
        assertThat(await(reviews.filter(r -> r.place().restaurant().stars.eq(3)).acount()))
                .isEqualTo(1);
        assertThat(await(
                        reviews.exclude(r -> r.place().restaurant().stars.eq(3)).acount()))
                .isZero();
        assertThat(await(reviews.selectRelated(r -> r.place().restaurant()).aget())
                        .place
                        .get()
                        .restaurant
                        .get()
                        .stars)
                .isEqualTo(3);
        assertThat(await(restaurants
                        .filter(r -> r.supplier().restaurant().stars.eq(3))
                        .acount()))
                .isEqualTo(1);
        assertThat(await(places.exclude(p -> p.reviews().text.eq("Wow"))
                        .values(p -> p.name)
                        .alist()))
                .containsExactly("Geranium");
        assertThat(await(restaurants
                        .orderBy(r -> r.reviews().count().desc())
                        .values(r -> r.name)
                        .alist()))
                .containsExactly("Noma", "Geranium");
        // Filters through relations, and rows that are updated and deleted by them.
        assertThat(await(restaurants
                        .filter(r -> r.reviews().text.eq("Wow"))
                        .aupdate(r -> r.name.set("N"), r -> r.stars.set(1))))
                .isEqualTo(1);
        assertThat(await(places.filter(p -> p.restaurant().stars.eq(1)).aupdate(p -> p.name.set("M"))))
                .isEqualTo(1);
        assertThat(await(restaurants.aget(noma.id)).name).isEqualTo("M");
        assertThat(await(restaurants.filter(r -> r.reviews().text.eq("Wow")).adelete())
                        .byModel())
                .isEqualTo(Map.of("Restaurant", 1L, "Place", 1L, "Review", 1L, "Dish", 1L));
        assertThat(await(restaurants.aget(other.id)).supplier).isNull();
    }

    @Test
    void rowsAreFoundOrMadeInEveryTableOrInNone() {
        GetOrCreated<Restaurant> made = await(restaurants.agetOrCreate(
                r -> r.name.eq("Noma"), r -> r.name("Noma").stars(1)));
        assertThat(made.created()).isTrue();
        assertThat(await(restaurants.agetOrCreate(r -> r.name.eq("Noma"), r -> r))
                        .created())
                .isFalse();
        assertThat(await(restaurants.aupdateOrCreate(
                                r -> r.name.eq("Noma"), r -> r.name("Noma 2").stars(2)))
                        .created())
                .isFalse();
        assertThat(await(places.aget(made.model().id)).name).isEqualTo("Noma 2");
        Restaurant saved = new Restaurant();
        saved.id = 77L;
        saved.name = "By key";
        await(restaurants.asave(saved));
        assertThat(await(places.aget(77)).name).isEqualTo("By key");

        // What cannot end in one table does not begin in the other.
        Restaurant lost = new Restaurant();
        lost.name = "Lost";
        lost.supplier = PlaceQuerySet.ref(4711);
        assertThatThrownBy(() -> await(restaurants.acreate(lost))).isInstanceOf(ForeignKeyViolation.class);
        assertThat(await(places.filter(p -> p.name.eq("Lost")).aexists())).isFalse();
        // A place becomes a restaurant when the row with its key is saved as one.
        Place park = await(places.acreate(p -> p.name("Park")));
        Restaurant cafe = new Restaurant();
        cafe.id = park.id;
        cafe.name = "Café";
        cafe.stars = 1;
        assertThat(await(restaurants.asave(cafe)).id).isEqualTo(park.id);
        assertThat(await(places.aget(park.id)).name).isEqualTo("Café");
        assertThat(await(await(places.aget(park.id)).restaurant.aget()).stars).isEqualTo(1);
        assertThatThrownBy(() -> await(restaurants.abulkCreateIgnoring(List.of(cafe))))
                .hasMessageContaining("has its rows in several tables");
    }

    @Test
    void aProxyIsWrittenAndReferredToAsTheModelItShows() {
        StarredRestaurantQuerySet starred = new StarredRestaurantQuerySet(db);
        StarredRestaurant noma = await(starred.acreate(r -> r.name("Noma").stars(3)));
        noma.stars = 2;
        await(starred.asave(noma));
        assertThat(await(restaurants.aget(noma.id)).stars).isEqualTo(2);
        assertThat(await(starred.filter(r -> r.name.eq("Noma")).aupdate(r -> r.name.set("N"), r -> r.stars.set(1))))
                .isEqualTo(1);
        StarredRestaurant more = new StarredRestaurant();
        more.name = "More";
        more.stars = 1;
        await(starred.abulkCreate(List.of(more)));
        assertThat(await(starred.abulkUpdate(List.of(more), r -> r.name, r -> r.stars)))
                .isEqualTo(1);
        await(reviews.of(noma.reviews).acreate(r -> r.text("Wow")));
        StarredRestaurant read = await(starred.prefetchRelated(r -> r.reviews()).aget(noma.id));
        assertThat(read.reviews.get().get(0).place.get()).isSameAs(read);
        assertThat(await(starred.selectRelated(r -> r.supplier()).alist())).hasSize(2);
        assertThat(await(starred.akeyPage(null, 1)).items())
                .extracting(r -> r.name)
                .containsExactly("More");
        assertThat(await(starred.adelete()).byModel()).isEqualTo(Map.of("Restaurant", 2L, "Place", 2L, "Review", 1L));
    }

    @Test
    void aReferenceToSeveralModelsIsToWhatTheRowIsItself() {
        Restaurant noma = restaurant("Noma", 3);
        Place park = await(places.acreate(p -> p.name("Park")));
        TipQuerySet tips = new TipQuerySet(db);
        await(tips.acreate(t -> t.text("Eat").about(noma)));
        await(tips.acreate(t -> t.text("Walk").about(park)));

        assertThat(await(tips.values(t -> t.about.kind).alist())).containsExactly("restaurant", "place");
        assertThat(await(tips.filter(t -> t.about.isA(Restaurant.class)).acount()))
                .isEqualTo(1);
        assertThat(await(tips.filter(t -> t.about.restaurant().stars.eq(3)).acount()))
                .isEqualTo(1);
        List<Tip> all = await(tips.prefetchRelated(t -> t.about.place(), t -> t.about.restaurant())
                .alist());
        assertThat(all)
                .extracting(t -> t.about.get().getClass().getSimpleName())
                .containsExactly("Restaurant", "Place");
    }
}
