package dev.plectrum.example.shop;

import static dev.plectrum.testing.Await.await;
import static dev.plectrum.testing.Queries.assertQueriesIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.annotations.web.TestClients;
import dev.plectrum.orm.Page;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.web.Application;
import dev.plectrum.web.Outcome;
import dev.plectrum.web.security.User;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestLogins;
import dev.plectrum.web.testing.TestResponse;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlectrumTest(schema = FilledShop.class)
@TestClients(ProductViews.class)
class ShopTest {
    private static final String DESK = """
            {"name": "Desk", "price": "120.00", "stock": 3, "category": 1}""";

    private final Staff staff = Staff.withNewToken();
    private final TestLogins logins = new TestLogins();
    private Application.Built shop;
    private TestClient client;

    @BeforeEach
    void start(Database db) {
        shop = await(Main.application(staff)
                .environment(Map.of())
                .authentication(app -> logins)
                .options(options -> options.port(0).accessLog(false))
                .database(vertx -> db)
                .start(db.vertx()));
        client = TestClient.of(Transport.socket(db.vertx(), shop.server().port()));
    }

    @AfterEach
    void stop() {
        await(shop.server().shutdown());
    }

    private List<JsonObject> items(String uri) {
        return client.get(uri).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void thereAreAFewThousandProductsToBrowseFilterAndSort() {
        assertThat(client.get("/products/?size=20&total=true").json().getInteger("total"))
                .isBetween(2_500, 3_000);
        List<JsonObject> lamps = items("/products/?q=brass&category=Lamps&sort=PRICE&most=200&inStock=true&size=10");
        assertThat(lamps)
                .hasSize(10)
                .allSatisfy(lamp -> {
                    assertThat(lamp.getString("name")).contains("Brass");
                    assertThat(lamp.getString("category")).isEqualTo("Lamps");
                    assertThat(lamp.getInteger("stock")).isPositive();
                })
                .isSortedAccordingTo((one, other) -> Double.compare(
                        Double.parseDouble(one.getString("price")), Double.parseDouble(other.getString("price"))));
        assertThat(items("/products/?q=brass&category=Lamps&sort=PRICE&most=200&inStock=true&size=10&page=2"))
                .doesNotContainAnyElementsOf(lamps);
    }

    // region queries
    @Test
    void aListTakesOneQueryAndAProductThree() {
        assertQueriesIn(1, () -> client.get("/products/"));
        assertQueriesIn(3, () -> client.get("/products/1"));
    }
    // endregion

    // region login
    /** Somebody who may do this and nothing else. */
    record Seller(String id, String permission) implements User {
        @Override
        public boolean hasPermission(String asked) {
            return asked.equals(permission);
        }
    }

    @Test
    void whoMayAddMayNotChange() {
        TestClient seller = client.as(logins, new Seller("eve", "shop.add_product"));

        assertThat(seller.post("/products/", DESK).status()).isEqualTo(201);
        assertThat(seller.patch("/products/1", "{\"stock\": 1}").status()).isEqualTo(403);
        assertThat(client.patch("/products/1", "{\"stock\": 1}").status()).isEqualTo(401);
    }
    // endregion

    @Test
    void onlyTheStaffSells() {
        assertThat(client.post("/products/", DESK).status()).isEqualTo(401);
        TestResponse created = client.bearer(staff.token()).post("/products/", DESK);
        assertThat(created.status()).isEqualTo(201);
        String url = String.valueOf(created.header("Location"));
        assertThat(client.patch(url, "{\"price\": \"99.50\", \"description\": \"New\"}")
                        .json()
                        .getString("price"))
                .isEqualTo("99.50");
        assertThat(client.patch(url, "{\"description\": null}").json().getString("description"))
                .isNull();
        assertThat(client.post("/products/", "{\"name\": \"\", \"price\": \"1.999\", \"stock\": -1}")
                        .fieldErrors())
                .containsExactlyInAnyOrder(
                        "body category: is required",
                        "body name: must not be blank",
                        "body price: must have at most 8 digits before the point and 2 after it",
                        "body stock: must be at least 0");
    }

    // region typed
    @Test
    void whatIsSoldOutCannotBeBought() {
        ProductViewsClient products = new ProductViewsClient(client.bearer(staff.token()));
        NewProduct desk = new NewProduct("Desk", new BigDecimal("120.00"), 1, null, 1);
        long id = products.create(desk).body().id();

        assertThat(products.purchase(id).body()).isEqualTo(Outcome.success(new StockChange(id, 0)));
        assertThat(products.purchase(id).body()).isEqualTo(Outcome.failure(new SoldOut("Desk")));
        assertThat(products.purchase(999_999).problem()).isEqualTo("not-found");
        assertThat(products.review(id, new NewReview("Ada", 6, "Fine")).fieldErrors())
                .containsExactly("body stars: must be at most 5");
    }
    // endregion

    @Test
    void aListIsAskedForByTypedValues() {
        ProductViewsClient products = new ProductViewsClient(client);
        ProductFilter lamps = new ProductFilter("brass", "Lamps", null, true, ProductFilter.Sort.PRICE);
        Page<ProductCard> page =
                products.list(lamps, PageRequest.of(2, 10).withTotal()).body();
        assertThat(page.number()).isEqualTo(2);
        assertThat(page.items()).hasSize(10).allSatisfy(lamp -> assertThat(lamp.stock())
                .isPositive());
        assertThat(page.total()).isNotNull();
        assertThat(products.list(lamps, null).body().number()).isEqualTo(1);
        assertThat(products.detail(1).body().tags()).isNotNull();
    }

    @Test
    void everybodyMayReview() {
        assertThat(client.post("/products/2/reviews", "{\"author\": \"Ada\", \"stars\": 6, \"text\": \"Fine\"}")
                        .fieldErrors())
                .containsExactly("body stars: must be at most 5");
        assertThat(client.post("/products/2/reviews", "{\"author\": \"Ada\", \"stars\": 5, \"text\": \"Fine\"}")
                        .status())
                .isEqualTo(201);
        assertThat(client.get("/products/2/reviews")
                        .jsonArray()
                        .getJsonObject(0)
                        .getString("author"))
                .isEqualTo("Ada");
    }

    @Test
    void whoWatchesAProductHearsOfItsStock(Database db) throws InterruptedException {
        LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocketClient sockets = db.vertx().createWebSocketClient();
        await(sockets.connect(shop.server().port(), "localhost", "/stock/live").compose(socket -> {
            socket.textMessageHandler(heard::add);
            return socket.writeTextMessage("{\"product\": 3}");
        }));
        client.bearer(staff.token()).patch("/products/4", "{\"stock\": 7}");
        String change = null;
        // The message that says what to watch and the request that changes it travel apart.
        for (int stock = 20; change == null; stock++) {
            client.patch("/products/3", "{\"stock\": " + stock + "}");
            change = heard.poll(1, TimeUnit.SECONDS);
        }
        assertThat(change).startsWith("{\"product\":3,\"stock\":2");
        await(sockets.close());
    }

    @Test
    void thePagesForPeopleNeedNothingFromElsewhere() {
        for (String path : List.of("/", "/api")) {
            TestResponse page = client.get(path);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Content-Security-Policy")).contains("nonce-");
            assertThat(page.text()).contains("<script nonce=").doesNotContain("{nonce}", "http://", "https://");
        }
    }

    @Test
    void theApiDescribesItself() {
        JsonObject api = client.get("/api/openapi.json").json();
        assertThat(api.getJsonObject("info").getString("title")).isEqualTo("The shop");
        assertThat(api.getJsonObject("paths").fieldNames())
                .contains("/products/", "/products/{id}", "/products/{id}/purchases", "/stock/events");
        assertThat(api.getJsonObject("paths")
                        .getJsonObject("/products/")
                        .getJsonObject("get")
                        .getString("summary"))
                .isEqualTo("The products that somebody looks for, a page at a time.");
    }
}
