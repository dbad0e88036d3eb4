package dev.plectrum.it.inheritance;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
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
                DishMapping.INSTANCE)));
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
}
