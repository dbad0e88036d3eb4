package dev.plectrum.it.query;

import static dev.plectrum.orm.query.Functions.concat;
import static dev.plectrum.orm.query.Functions.random;
import static dev.plectrum.orm.query.Functions.raw;
import static dev.plectrum.orm.query.Functions.value;
import static dev.plectrum.orm.query.Functions.when;
import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.Explain;
import dev.plectrum.orm.GetOrCreated;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Page;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.orm.Partial;
import dev.plectrum.orm.RawQuery;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.DateUnit;
import dev.plectrum.orm.query.Query.Lock;
import dev.plectrum.orm.query.Query.Locked;
import dev.plectrum.orm.query.SearchQuery;
import dev.plectrum.orm.query.SearchVector;
import dev.plectrum.orm.query.SearchVector.Weight;
import dev.plectrum.orm.type.Types;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of the chapter on queries, which says what comes back. */
@PlectrumTest(schema = QueriesChapterTest.Shop.class, isolation = Isolation.ROLLBACK)
class QueriesChapterTest {
    /** A shop with little in it. */
    static final class Shop implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(CategoryMapping.INSTANCE, ProductMapping.INSTANCE))
                    .compose(made -> db.script("""
                            INSERT INTO category (name) VALUES ('Furniture'), ('Tea');
                            INSERT INTO product (name, price, stock, description, tags, details, season, category_id, created_at, updated_at)
                            VALUES
                              ('Desk', 120, 3, 'Oak, solid', '{wood,office}', '{"size": {"width": 140}}', NULL, 1, '2024-05-01Z', now()),
                              ('Lamp', 35.50, 0, NULL, '{office}', '{"bulb": null}', NULL, 1, '2024-06-01Z', now()),
                              ('Assam', 7, 40, 'Strong tea', '{}', NULL, '[2024-06-01,2024-09-01)', 2, '2023-12-31Z', now()),
                              ('50% off', 1, 1, 'Who knows', '{}', NULL, NULL, NULL, '2024-06-02Z', now())"""));
        }
    }

    private ProductQuerySet products;
    private CategoryQuerySet categories;
    private Database db;

    @BeforeEach
    void open(Database db) {
        this.db = db;
        // region set
        products = new ProductQuerySet(db);
        // endregion
        categories = new CategoryQuerySet(db);
    }

    private static List<String> names(Future<List<Product>> found) {
        return await(found).stream().map(p -> p.name).toList();
    }

    @Test
    void aFirstLook() {
        // region first
        Future<List<Product>> found = products.filter(p -> p.price.lt(100).and(p.name.icontains("a")))
                .exclude(p -> p.stock.eq(0))
                .orderBy(p -> p.price.desc(), p -> p.name)
                .slice(0, 20)
                .alist();
        // endregion
        assertThat(names(found)).containsExactly("Assam");
    }

    @Test
    void conditions() {
        // region conditions
        ProductQuerySet cheap = products.filter(p -> p.price.between(1, 40).or(p.stock.gt(30)));
        ProductQuerySet odd = products.filter(p -> p.price.gt(10).xor(p.stock.gt(10)));
        ProductQuerySet undescribed = products.filter(p -> p.description.isNull());
        ProductQuerySet notOak =
                products.exclude(p -> p.description.startsWith("Oak")); // with the Lamp, which has none
        // endregion
        assertThat(names(cheap.alist())).containsExactlyInAnyOrder("50% off", "Assam", "Lamp");
        assertThat(names(odd.alist())).containsExactlyInAnyOrder("Assam", "Desk", "Lamp");
        assertThat(names(undescribed.alist())).containsExactly("Lamp");
        assertThat(names(notOak.alist())).containsExactlyInAnyOrder("50% off", "Assam", "Lamp");
    }

    @Test
    void expressions() {
        // region expressions
        ProductQuerySet dear = products.filter(p -> p.price.times(p.stock).gt(300));
        ProductQuerySet renamed = products.filter(p -> p.description.icontains(p.name));
        ProductQuerySet may = products.filter(
                p -> p.createdAt.year().eq(2024).and(p.createdAt.month().eq(5)));
        Future<List<@Nullable String>> labels = products.orderBy(p -> p.id)
                .values(p -> concat(
                        p.name, value(": "), when(p.stock.eq(0), "sold out").orElse(p.stock.asText())))
                .alist();
        // endregion
        assertThat(names(dear.alist())).containsExactly("Desk");
        assertThat(names(renamed.alist())).isEmpty();
        assertThat(names(may.alist())).containsExactly("Desk");
        assertThat(await(labels)).containsExactly("Desk: 3", "Lamp: sold out", "Assam: 40", "50% off: 1");
    }

    @Test
    void order() {
        // region order
        ProductQuerySet newest = products.orderBy(p -> p.createdAt.desc(), p -> p.id);
        ProductQuerySet described = products.orderBy(p -> p.description.asc().nullsFirst());
        ProductQuerySet shuffled = products.orderBy(p -> random());
        ProductQuerySet second = newest.slice(1, 2);
        ProductQuerySet cheapestOfEach =
                products.distinctOn(p -> p.category).orderBy(p -> p.category, p -> p.price.asc());
        // endregion
        assertThat(names(newest.alist())).containsExactly("50% off", "Lamp", "Desk", "Assam");
        assertThat(names(described.alist())).startsWith("Lamp");
        assertThat(names(shuffled.alist())).hasSize(4);
        assertThat(names(second.alist())).containsExactly("Lamp");
        assertThat(names(cheapestOfEach.alist())).containsExactly("Lamp", "Assam", "50% off");
    }

    @Test
    void reading() {
        long id = await(products.aget(p -> p.name.eq("Desk"))).id;
        // region reading
        Future<Product> byKey = products.aget(id); // NotFoundException
        Future<Product> byName = products.aget(p -> p.name.eq("Desk")); // NotFoundException, MultipleResultsException
        Future<@Nullable Product> cheapest = products.orderBy(p -> p.price).afirst(); // or null
        Future<Product> newest = products.alatest(p -> p.createdAt);
        Future<Long> count = products.filter(p -> p.stock.gt(0)).acount();
        Future<Boolean> soldOut = products.filter(p -> p.stock.eq(0)).aexists();
        Future<Map<String, Product>> byNames = products.ainBulk(p -> p.name, List.of("Desk", "Lamp"));
        // endregion
        assertThat(await(byKey).name).isEqualTo(await(byName).name);
        assertThat(await(cheapest).name).isEqualTo("50% off");
        assertThat(await(newest).name).isEqualTo("50% off");
        assertThat(await(count)).isEqualTo(3);
        assertThat(await(soldOut)).isTrue();
        assertThat(await(byNames)).containsOnlyKeys("Desk", "Lamp");
    }

    @Test
    void someFields() {
        // region partial
        Future<List<Partial<Product, ProductFields>>> found =
                products.only(p -> p.name, p -> p.price).alist();
        Future<String> first = found.map(rows -> rows.get(0).get(p -> p.name));
        Future<List<@Nullable BigDecimal>> prices =
                products.values(p -> p.price).distinct().alist();
        // endregion
        assertThat(await(first)).isEqualTo("50% off");
        assertThat(await(prices)).hasSize(4);
    }

    @Test
    void pages() {
        // region pages
        Future<Page<Product>> second = products.apage(PageRequest.of(2, 3).withTotal());
        Future<KeyPage<Product>> first = products.orderBy(p -> p.price.desc()).akeyPage(null, 3);
        Future<KeyPage<Product>> next =
                first.compose(page -> products.orderBy(p -> p.price.desc()).akeyPage(page.next(), 3));
        // endregion
        assertThat(await(second).total()).isEqualTo(4);
        assertThat(await(second).hasNext()).isFalse();
        assertThat(await(next).items()).extracting(p -> p.name).containsExactly("50% off");
        assertThat(await(next).next()).isNull();
    }

    private final List<String> exported = new ArrayList<>();

    private Future<Void> export(Product product) {
        exported.add(product.name);
        return Future.succeededFuture();
    }

    @Test
    void streams() {
        // region stream
        Future<Long> exported = products.orderBy(p -> p.id).astream(product -> export(product));
        // endregion
        assertThat(await(exported)).isEqualTo(4);
        assertThat(this.exported).containsExactly("Desk", "Lamp", "Assam", "50% off");
    }

    @Test
    void writing() {
        Category tea = await(categories.aget(c -> c.name.eq("Tea")));
        // region create
        Future<Product> created = products.acreate(p ->
                p.name("Darjeeling").price(new BigDecimal("9.90")).stock(12).category(tea));
        // endregion
        Product product = await(created);
        assertThat(product.id).isNotNull();
        assertThat(product.stockValue).isEqualByComparingTo("118.80");
        // region save
        product.stock = 11;
        Future<Product> saved = products.asave(product); // all fields; creates the row if there is none with its key
        // endregion
        assertThat(await(saved).stockValue).isEqualByComparingTo("108.90");
        // region saveSome
        product.description = "First flush";
        Future<Product> described = products.asave(product, p -> p.description); // this one, and updatedAt
        // endregion
        await(described);
        // region refresh
        Future<Product> fresh = products.arefresh(product);
        Future<Long> gone = products.adelete(product).map(deleted -> deleted.total());
        // endregion
        assertThat(await(fresh).description).isEqualTo("First flush");
        assertThat(await(gone)).isEqualTo(1);
    }

    @Test
    void updates() {
        // region update
        Future<Long> changed = products.filter(p -> p.stock.lt(5))
                .aupdate(p -> p.stock.set(p.stock.plus(10)), p -> p.description.setNull());
        // endregion
        assertThat(await(changed)).isEqualTo(3);
        // region returning
        Future<List<Product>> sold = products.filter(p -> p.name.eq("Desk").and(p.stock.gte(1)))
                .aupdateReturning(p -> p.stock.set(p.stock.minus(1)));
        // endregion
        assertThat(await(sold)).extracting(p -> p.stock).containsExactly(12);
        // region delete
        Future<Long> deleted = products.filter(p -> p.createdAt.lt(Instant.parse("2024-01-01T00:00:00Z")))
                .adelete()
                .map(rows -> rows.total());
        // endregion
        assertThat(await(deleted)).isEqualTo(1);
    }

    @Test
    void getOrCreate() {
        // region getOrCreate
        Future<GetOrCreated<Product>> desk = products.agetOrCreate(
                p -> p.name.eq("Desk"),
                p -> p.name("Desk").price(BigDecimal.TEN).stock(0));
        Future<GetOrCreated<Product>> restocked = products.aupdateOrCreate(
                p -> p.name.eq("Chair"),
                p -> p.stock(5), // for the row that is there
                p -> p.name("Chair").price(BigDecimal.TEN).stock(5)); // for a new one
        // endregion
        assertThat(await(desk).created()).isFalse();
        assertThat(await(restocked).created()).isTrue();
    }

    private static Product product(String name, int stock) {
        Product product = new Product();
        product.name = name;
        product.price = BigDecimal.ONE;
        product.stock = stock;
        return product;
    }

    @Test
    void bulk() {
        List<Product> delivery = List.of(product("Desk", 10), product("Chair", 4));
        // region bulk
        Future<Long> ignoring = products.abulkCreateIgnoring(delivery); // leaves the Desk that is there
        Future<Long> upserted = ignoring.compose(created ->
                products.abulkCreateOrUpdate(delivery, p -> List.of(p.name), p -> List.of(p.stock, p.price)));
        // endregion
        assertThat(await(upserted)).isEqualTo(2);
        assertThat(await(ignoring)).isEqualTo(1);
        // region bulkUpdate
        Future<Long> updated = products.alist().compose(all -> {
            all.forEach(product -> product.stock = 0);
            return products.abulkUpdate(all, p -> p.stock);
        });
        // endregion
        assertThat(await(updated)).isEqualTo(5);
        // region bulkCreate
        Future<List<Product>> made = products.abulkCreate(List.of(product("Table", 1), product("Stool", 2)));
        // endregion
        assertThat(await(made)).allSatisfy(product -> assertThat(product.id).isNotNull());
    }

    @Test
    void richTypes() {
        // region types
        ProductQuerySet wide =
                products.filter(p -> p.details.path("size", "width").number().gte(120));
        ProductQuerySet bulbless = products.filter(p -> p.details.path("bulb").isJsonNull());
        ProductQuerySet office =
                products.filter(p -> p.tags.has("office").and(p.tags.length().lt(2)));
        ProductQuerySet inJuly = products.filter(p -> p.season.has(LocalDate.of(2024, 7, 1)));
        // endregion
        assertThat(names(wide.alist())).containsExactly("Desk");
        assertThat(names(bulbless.alist())).containsExactly("Lamp");
        assertThat(names(office.alist())).containsExactly("Lamp");
        assertThat(names(inJuly.alist())).containsExactly("Assam");
        assertThat(await(products.filter(p -> p.details.contains(new JsonObject().put("bulb", (Object) null)))
                        .aexists()))
                .isTrue();
        assertThat(Year.of(2024).atMonth(Month.JULY).atDay(1)).isEqualTo(LocalDate.of(2024, 7, 1));
    }

    @Test
    void fullText() {
        // region search
        SearchQuery query = SearchQuery.web("english", "teas -green");
        ProductQuerySet found = products.filter(
                        p -> SearchVector.of("english", p.name, p.description).matches(query))
                .orderBy(p -> SearchVector.of("english", p.name)
                        .weight(Weight.A)
                        .plus(SearchVector.of("english", p.description))
                        .rank(query)
                        .desc());
        // endregion
        assertThat(names(found.alist())).containsExactly("Assam");
    }

    @Test
    void subqueries() {
        // region subqueries
        ProductQuerySet cheapest = products.filter(p -> products.filter(
                        other -> other.category.key().eq(p.category.key()).and(other.price.lt(p.price)))
                .exists()
                .not());
        ProductQuerySet ofFurniture = products.filter(p -> p.category
                .key()
                .in(categories.filter(c -> c.name.eq("Furniture")).values(c -> c.id)));
        Future<List<@Nullable Instant>> months = products.values(p -> p.createdAt.truncatedTo(DateUnit.MONTH))
                .distinct()
                .alist();
        // endregion
        assertThat(names(cheapest.alist())).containsExactlyInAnyOrder("50% off", "Assam", "Lamp");
        assertThat(names(ofFurniture.alist())).containsExactly("Desk", "Lamp");
        assertThat(await(months)).hasSize(3);
    }

    @Test
    void locks() {
        // region lock
        Future<List<Product>> taken = db.atomic(() -> products.filter(p -> p.stock.gt(0))
                .orderBy(p -> p.id)
                .limit(2)
                .selectForUpdate(Lock.UPDATE, Locked.SKIP) // leaves out what others have locked
                .alist());
        // endregion
        assertThat(names(taken)).containsExactly("Desk", "Assam");
        // region options
        Future<List<Product>> bounded = products.timeout(Duration.ofSeconds(2))
                .hint("enable_seqscan", "off")
                .alist();
        // endregion
        assertThat(await(bounded)).hasSize(4);
    }

    // region record
    record TagCount(String tag, long count) {}
    // endregion

    @Test
    void rawSql() {
        // region fragment
        ProductQuerySet few = products.filter(p ->
                raw("? BETWEEN SYMMETRIC ? AND ?", p.stock, value(3), value(1)).condition());
        // endregion
        assertThat(names(few.alist())).containsExactly("50% off", "Desk");
        // region raw
        Future<List<Product>> rows = products.raw(
                        "SELECT * FROM product TABLESAMPLE BERNOULLI (100) WHERE stock > ?", value(2))
                .alist();
        Future<List<TagCount>> tags = RawQuery.of(
                        db,
                        "SELECT tag, count(*) FROM product, unnest(tags) AS tag GROUP BY tag HAVING count(*) >= ? ORDER BY 1",
                        value(1))
                .into(TagCount::new, Types.TEXT, Types.INT8)
                .alist();
        // endregion
        assertThat(await(rows)).hasSize(2);
        assertThat(await(tags)).containsExactly(new TagCount("office", 2), new TagCount("wood", 1));
    }

    @Test
    void explain() {
        // region explain
        Future<String> plan = products.filter(p -> p.name.eq("Desk")).aexplain(Explain.ANALYZE, Explain.BUFFERS);
        // endregion
        assertThat(await(plan)).contains("actual");
        assertThat(products.filter(p -> p.name.eq("Desk").and(p.stock.in(1, 2, 3)))
                        .orderBy(p -> p.price)
                        .limit(5)
                        .toString())
                .endsWith("""
                        FROM product t0
                        WHERE t0.name = $1::varchar AND t0.stock = ANY($2::int8[])
                        ORDER BY t0.price
                        LIMIT 5""");
    }
}
