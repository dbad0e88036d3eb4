package dev.plectrum.it.market;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.annotations.web.TestClients;
import dev.plectrum.it.blog.BlogRoutes;
import dev.plectrum.it.market.HaggleSocket.Heard;
import dev.plectrum.it.market.HaggleSocket.Move;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.web.Application;
import dev.plectrum.web.EventStream;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestEvents;
import dev.plectrum.web.testing.TestResponse;
import dev.plectrum.web.testing.TestSocket;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed types, groups of constraints, and constraints on what lists hold. */
@PlectrumTest(schema = MarketTables.class)
@TestClients({DealViews.class, HaggleSocket.class})
class DealViewsTest {
    private static final String PAYMENTS = "[{\"by\":\"cash\",\"amount\":\"2.50\"},"
            + "{\"by\":\"card\",\"lastDigits\":\"1234\"},"
            + "{\"by\":\"Goods\",\"pieces\":{\"eggs\":12}},"
            + "{\"by\":\"Split\",\"parts\":[{\"by\":\"cash\",\"amount\":\"1\"},{\"by\":\"cash\",\"amount\":\"2\"}]}]";

    private TestClient client;

    @BeforeEach
    void start(Database db) {
        client = Market.client(db, BlogRoutes::new);
    }

    @Test
    void aSealedTypeIsReadAndWrittenAsTheOneThatItIs() {
        assertThat(client.post("/deals/payments", PAYMENTS).text()).isEqualTo(PAYMENTS);
    }

    @Test
    void whatItIsMayStandAnywhere() {
        assertThat(client.post("/deals/payments", """
                        [{"parts": [{"amount": 1, "by": "cash"}, {"pieces": {"by": 3}, "by": "Goods"}], "by": "Split"}]""").text())
                .isEqualTo("[{\"by\":\"Split\",\"parts\":[{\"by\":\"cash\",\"amount\":\"1\"},"
                        + "{\"by\":\"Goods\",\"pieces\":{\"by\":3}}]}]");
    }

    @Test
    void whatIsWrongIsNamedByItsPath() {
        assertThat(client.post("/deals/payments", """
                        [{"by": "cheque", "amount": 1}, {"amount": 1}, {"by": 1}, 7, {"by": "cash", "amount": 0},
                         {"by": "card", "lastDigits": "1", "amount": 1},
                         {"by": "Goods", "pieces": {"eggs": 0}},
                         {"by": "Split", "parts": [{"by": "Split", "parts": []}]}]""").fieldErrors())
                .containsExactlyInAnyOrder(
                        "body [0].by: must be one of Goods, Split, card, cash",
                        "body [1].by: is required",
                        "body [2].by: must be one of Goods, Split, card, cash",
                        "body [3]: must be an object",
                        "body [4].amount: must be greater than 0",
                        "body [5].lastDigits: must have at least 4 characters",
                        "body [5].amount: is not one of the fields lastDigits",
                        "body [6].pieces.eggs: must be greater than 0",
                        "body [7].parts: must have at least 2 elements",
                        "body [7].parts[0].parts: must have at least 2 elements");
    }

    @Test
    void eventsAreHeardAsWhatTheySay(Database db) {
        Application.Built built = await(Market.application(db, BlogRoutes::new).start(db.vertx()));
        // region events
        TestClient browser =
                TestClient.of(Transport.socket(db.vertx(), built.server().port()));
        try (TestEvents<Payment> events = new DealViewsClient(browser).events(3, 1)) {
            EventStream.Event<Payment> next = events.next();
            assertThat(next.data()).isEqualTo(new Payment.Cash(new BigDecimal("2")));
            assertThat(next.id()).isEqualTo("2");
            assertThat(events.next().name()).isEqualTo("paid");
            events.ended();
        }
        // endregion
        assertThatThrownBy(() -> new DealViewsClient(browser).events(10, null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Events were expected, and this came: 422");
        assertThatThrownBy(() -> new DealViewsClient(client).events(3, null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Streams need a socket");
        await(built.server().shutdown());
    }

    @Test
    void aSocketOfAClassIsAnObjectOfItForEachConnection(Database db) {
        Application.Built built = await(Market.application(db, BlogRoutes::new).start(db.vertx()));
        TestClient browser =
                TestClient.of(Transport.socket(db.vertx(), built.server().port()));
        // region socket
        HaggleSocketClient haggling = new HaggleSocketClient(browser);
        try (TestSocket<Move, Heard> ada = haggling.opened(7, null);
                TestSocket<Move, Heard> bob = haggling.opened(8, 100)) {
            assertThat(ada.next().text()).isEqualTo("Offer 7");
            assertThat(bob.next().text()).isEqualTo("Offer 8");
            assertThat(ada.send(new Move.Bid(5)).next().text()).isEqualTo("The highest bid is 5");
            assertThat(bob.send(new Move.Bid(5)).next().text()).isEqualTo("No: More than 100");
            assertThat(ada.send(new Move.Count()).next().text()).isEqualTo("0 of it");
            assertThat(ada.send(new Move.Leave()).closed()).isEqualTo(4000);
            assertThat(bob.send(new Move.Bid(-1)).closed()).isEqualTo(1007);
        }
        // endregion
        assertThat(haggling.opened(7, null).protocol()).isEqualTo("haggle");
        assertThatThrownBy(() -> new HaggleSocketClient(client).opened(7, null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WebSockets need a socket");
        assertThatThrownBy(() -> new HaggleSocketClient(TestClient.of(Transport.socket(
                                        db.vertx(), built.server().port()))
                                .header("Origin", "https://elsewhere.example"))
                        .opened(7, null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("A WebSocket was expected, and this came: 403");
        await(built.server().shutdown());
    }

    @Test
    void whoHasAnAnswerAlreadyIsToldSo() {
        TestResponse first = client.get("/deals/numbers?n=1");
        assertThat(first.text()).isEqualTo("[1]");
        client.header("If-None-Match", String.valueOf(first.header("ETag")));
        assertThat(client.get("/deals/numbers?n=1").status()).isEqualTo(304);
        assertThat(client.get("/deals/numbers?n=2").text()).isEqualTo("[2]");
    }

    @Test
    void whatListsHoldIsHeldToItsConstraints() {
        TestResponse response = client.post("/deals/", """
                {"terms": "", "tags": ["ok", " ", "too long"], "witnesses": ["ada@example.org", "ada"],
                 "payment": {"by": "card", "lastDigits": "1234"}}""");
        assertThat(response.fieldErrors())
                .containsExactlyInAnyOrder(
                        "body tags[1]: must not be blank",
                        "body tags[2]: must have at most 5 characters",
                        "body witnesses[1]: must be an e-mail address");
        assertThat(client.get("/deals/numbers?n=1&n=9").text()).isEqualTo("[1,9]");
        assertThat(client.get("/deals/numbers?n=1&n=10").fieldErrors()).containsExactly("query n: must be at most 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deals/", "/deals/sealed"})
    void aGroupHoldsWhereItIsNamed(String path) {
        TestResponse response = client.post(path, """
                {"terms": "", "tags": [], "payment": {"by": "cash", "amount": 1}}""");
        if (path.equals("/deals/")) {
            assertThat(response.status()).isEqualTo(200);
        } else {
            assertThat(response.fieldErrors()).containsExactly("body terms: must not be empty");
        }
    }

    @Test
    void theApiNamesTheTypesAndWhatTellsThemApart() {
        JsonObject schemas = Market.schemas();
        JsonObject payment = schemas.getJsonObject("dev.plectrum.it.market.Payment");
        assertThat(payment.getJsonObject("discriminator").getString("propertyName"))
                .isEqualTo("by");
        assertThat(payment.getJsonArray("oneOf")).hasSize(4);
        assertThat(schemas.getJsonObject("PaymentCashAsPayment")
                        .getJsonObject("properties")
                        .getJsonObject("by")
                        .getString("const"))
                .isEqualTo("cash");
    }
}
