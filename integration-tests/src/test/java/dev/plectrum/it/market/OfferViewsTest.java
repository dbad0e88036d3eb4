package dev.plectrum.it.market;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.annotations.web.TestClients;
import dev.plectrum.it.blog.BlogRoutes;
import dev.plectrum.it.payments.BankTransferQuerySet;
import dev.plectrum.it.payments.PaymentViews;
import dev.plectrum.it.payments.PaymentViewsClient;
import dev.plectrum.it.payments.Purchase;
import dev.plectrum.it.payments.PurchaseQuerySet;
import dev.plectrum.it.payments.VoucherQuerySet;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.Queries;
import dev.plectrum.web.json.Given;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import dev.plectrum.web.testing.TypedResponse;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that set fields of a model. */
@PlectrumTest(schema = MarketTables.class)
@TestClients({OfferViews.class, PaymentViews.class})
class OfferViewsTest {
    private static final String TEA = """
            {"title": "Tea", "price": "2.50", "amount": 3, "stall": 1}""";

    private TestClient client;

    @BeforeEach
    void start(Database db) {
        await(new StallQuerySet(db).acreate(s -> s.name("Corner")));
        client = Market.client(db, BlogRoutes::new);
    }

    @Test
    void aBodyBecomesARowAndWhatItLeavesOutItsDefault() {
        TestResponse created = client.post("/offers/", TEA);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        JsonObject offer = client.get("/offers/1").json();
        assertThat(offer.getString("title")).isEqualTo("Tea");
        assertThat(offer.getString("grade")).as("the class's own value").isEqualTo("PLAIN");
        assertThat(offer.getString("state")).as("the database's").isEqualTo("new");
        assertThat(offer.getString("remark")).isNull();
        assertThat(offer.getString("total")).isEqualTo("7.50");
        assertThat(offer.getBoolean("approved")).isFalse();
    }

    @Test
    void inDevelopmentTheAnswerNamesTheRowThatIsNotThere() {
        TestResponse missing = client.get("/offers/99");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().getString("detail")).isEqualTo("No Offer has the key 99");
    }

    @Test
    void referencesRecordsAndNamesOfTheirOwnAreReadAsTheyAreWritten() {
        JsonObject offer = client.post("/offers/", """
                {"title": "Rug", "price": 9, "amount": 1, "stall": 1, "rival": 1, "grade": "FINE", "state": "used",
                 "remark": "Red", "size": {"width": 2, "height": 3}}""").json();
        assertThat(offer.getInteger("rival")).isEqualTo(1);
        assertThat(offer.getString("grade")).isEqualTo("FINE");
        assertThat(offer.getString("state")).isEqualTo("used");
        assertThat(offer.getString("remark")).isEqualTo("Red");
        assertThat(offer.getJsonObject("size").getInteger("height")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "approved", "createdAt", "updatedAt", "version", "total"})
    void nobodySetsWhatIsNotNamed(String field) {
        String body = TEA.replace("}", ", \"" + field + "\": 1}");
        assertThat(client.post("/offers/", body).fieldErrors())
                .containsExactly("body " + field
                        + ": is not one of the fields title, price, amount, remark, size, state, stall, rival, grade");
    }

    @Test
    void whatTheModelSaysHoldsBeforeTheDatabaseIsAsked() {
        int before = Queries.captured().size();
        assertThat(client.post("/offers/", """
                        {"title": " ", "price": "12345.678", "amount": null}""").fieldErrors())
                .containsExactlyInAnyOrder(
                        "body title: must not be blank",
                        "body price: must have at most 4 digits before the point and 2 after it",
                        "body amount: must not be null",
                        "body stall: is required");
        assertThat(client.post("/offers/", """
                        {"title": "123456789012345678901", "price": 1, "amount": 1, "stall": 1}""").fieldErrors())
                .containsExactly("body title: must have at most 20 characters");
        assertThat(client.post("/offers/", """
                        {"title": "Tea", "price": "-1", "amount": 100, "stall": 1}""").fieldErrors())
                .containsExactly("body price: must meet price >= 0", "body amount: must meet amount BETWEEN 1 AND 99");
        assertThat(client.post("/offers/", """
                        {"title": "Tea", "price": "5000", "amount": 3, "stall": 1}""").fieldErrors())
                .containsExactly("body : must meet price * amount <= 10000");
        assertThat(Queries.captured()).hasSize(before);
    }

    @Test
    void charactersAreCountedAsPostgresCountsThem() {
        String cups = "\uD83C\uDF75".repeat(20);
        assertThat(client.post("/offers/", TEA.replace("Tea", cups)).status()).isEqualTo(201);
        assertThat(client.post("/offers/", TEA.replace("Tea", cups + "!")).fieldErrors())
                .containsExactly("body title: must have at most 20 characters");
    }

    @Test
    void whatOnlyTheDatabaseCanRefuseIsAnsweredByField() {
        client.post("/offers/", TEA);
        TestResponse taken = client.post("/offers/", TEA);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("unique");
        assertThat(taken.fieldErrors()).containsExactly("body stall: is taken already", "body title: is taken already");
        TestResponse nobody = client.post("/offers/", TEA.replace("\"stall\": 1", "\"stall\": 9"));
        assertThat(nobody.status()).isEqualTo(409);
        assertThat(nobody.fieldErrors())
                .containsExactly("body stall: refers to something that does not exist, or is referred to");
    }

    @Test
    void aCheckOfFieldsThatAPatchLeavesOutIsTheDatabases() {
        client.post("/offers/", TEA);
        TestResponse refused = client.patch("/offers/1", "{\"price\": \"9000\"}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.fieldErrors()).containsExactly("body : is not allowed");
    }

    @Test
    void aPatchWritesWhatItMentionsAndNothingElse() {
        client.post("/offers/", TEA.replace("}", ", \"remark\": \"Hot\", \"rival\": 1}"));
        JsonObject changed = client.patch("/offers/1", "{\"price\": \"3.00\"}").json();
        assertThat(changed.getString("price")).isEqualTo("3.00");
        assertThat(changed.getString("remark")).isEqualTo("Hot");
        assertThat(changed.getInteger("version")).isEqualTo(1);
        assertThat(Queries.captured().get(Queries.captured().size() - 1))
                .contains("SET price = $1::numeric, updated_at = $2::timestamptz, version = version + 1\n");
        JsonObject cleared =
                client.patch("/offers/1", "{\"remark\": null, \"rival\": null}").json();
        assertThat(cleared.getString("remark")).isNull();
        assertThat(cleared.getInteger("rival")).isNull();
        assertThat(client.patch("/offers/1", "{\"title\": null}").fieldErrors())
                .containsExactly("body title: must not be null");
        assertThat(client.patch("/offers/1", "{\"stall\": 1}").fieldErrors())
                .containsExactly("body stall: is not one of the fields title, price, amount, remark, size, rival");
        assertThat(client.patch("/offers/1", "{}").status()).isEqualTo(200);
    }

    @Test
    void aPutSaysAllOfItAndWhatItLeavesOutIsNull() {
        client.post("/offers/", TEA.replace("}", ", \"remark\": \"Hot\"}"));
        assertThat(client.put("/offers/1", "{\"price\": 1}").fieldErrors())
                .containsExactlyInAnyOrder("body title: is required", "body amount: is required");
        JsonObject replaced = client.put("/offers/1", "{\"title\": \"Tea\", \"price\": 1, \"amount\": 2}")
                .json();
        assertThat(replaced.getString("remark")).isNull();
        assertThat(replaced.getInteger("amount")).isEqualTo(2);
    }

    @Test
    void aTypedClientSendsAndReadsWhatTheViewDoes() {
        OfferViewsClient offers = new OfferViewsClient(client);
        OfferViewsClient.OfferAnswer rug =
                offers.create(rug(Given.of("Red"), Given.of(1L))).body();
        assertThat(rug.title()).isEqualTo("Rug");
        assertThat(rug.total()).isEqualByComparingTo("19.00");
        assertThat(rug.stall()).isEqualTo(1);
        assertThat(rug.rival()).isEqualTo(1);
        assertThat(rug.size()).isEqualTo(new Size(2, 3));
        assertThat(rug.createdAt()).isNotNull();
        assertThat(offers.create(rug(Given.absent(), Given.absent())).status()).isEqualTo(409);
        OfferViewsClient.ChangeBody nobody = new OfferViewsClient.ChangeBody(
                Given.absent(), Given.absent(), Given.absent(), Given.of(null), Given.absent(), Given.absent());
        assertThat(offers.change(rug.id(), nobody).body().remark()).isNull();
        assertThatThrownBy(() -> offers.detail(99).body())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("urn:problem:not-found");
    }

    private static OfferViewsClient.CreateBody rug(Given<String> remark, Given<Long> rival) {
        return new OfferViewsClient.CreateBody(
                "Rug",
                new BigDecimal("9.50"),
                2,
                remark,
                Given.of(new Size(2, 3)),
                Given.absent(),
                1,
                rival,
                Given.of(Offer.Grade.FINE));
    }

    @Test
    void nobodyOverwritesWhatHeHasNotSeen() {
        client.post("/offers/", TEA);
        OfferViewsClient offers = new OfferViewsClient(client);
        OfferViewsClient.RepriceBody three = new OfferViewsClient.RepriceBody(Given.of(new BigDecimal("3.00")));
        long seen = offers.detail(1).version();
        assertThat(offers.reprice(1, null, three).problem()).isEqualTo("precondition-required");
        assertThat(offers.reprice(1, null, three).status()).isEqualTo(428);
        TypedResponse<OfferViewsClient.OfferAnswer> changed = offers.reprice(1, seen, three);
        assertThat(changed.body().price()).isEqualByComparingTo("3.00");
        assertThat(changed.version()).isEqualTo(seen + 1);
        TypedResponse<OfferViewsClient.OfferAnswer> late = offers.reprice(1, seen, three);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.version()).as("the version to load").isEqualTo(seen + 1);

        OfferViewsClient.OvertakenBody hot = new OfferViewsClient.OvertakenBody(Given.of("Hot"));
        assertThat(offers.overtaken(1, seen + 1, hot).status())
                .as("somebody came in between the look and the write")
                .isEqualTo(412);
        assertThat(offers.overtaken(1, null, hot).status())
                .as("who asks for nothing is told of a conflict")
                .isEqualTo(409);
    }

    @Test
    void theVersionIsATagThatReadersMaySendToo() {
        client.post("/offers/", TEA);
        TestResponse first = client.get("/offers/1");
        assertThat(first.header("ETag")).isEqualTo("\"0\"");
        assertThat(client.header("If-None-Match", "\"0\"").get("/offers/1").status())
                .isEqualTo(304);
        assertThat(client.patch("/offers/1", "{\"amount\": 4}").status())
                .as("what wrote has something to say")
                .isEqualTo(200);
        client.header("If-Match", "3");
        assertThat(client.patch("/offers/1/price", "{}").problem()).isEqualTo("malformed-header");
        client.header("If-Match", "W/\"1\"");
        assertThat(client.patch("/offers/1/price", "{}").status())
                .as("a weak tag does not name a version")
                .isEqualTo(412);
        client.header("If-Match", "\"7\", \"1-gzip\"");
        assertThat(client.patch("/offers/1/price", "{}").status()).isEqualTo(200);
        client.header("If-Match", "*");
        assertThat(client.patch("/offers/1/price", "{}").status()).isEqualTo(200);
    }

    @Test
    void aRowOfASharedTableIsTheOneOfItsModelsThatItIs(Database db) {
        Purchase desk = await(new PurchaseQuerySet(db).acreate(p -> p.customer("Ada")));
        await(new VoucherQuerySet(db)
                .acreate(v -> v.amount(new BigDecimal("5.00")).purchase(desk)));
        await(new BankTransferQuerySet(db)
                .acreate(b -> b.amount(new BigDecimal("7.50")).purchase(desk).iban("de01")));
        assertThat(client.get("/payments/1").text()).startsWith("""
                {"kind":"voucher","id":1,"amount":"5.00","purchase":1,""");
        PaymentViewsClient payments = new PaymentViewsClient(client);
        assertThat(payments.list().body())
                .hasExactlyElementsOfTypes(
                        PaymentViewsClient.VoucherAnswer.class, PaymentViewsClient.BankTransferAnswer.class);
        TypedResponse<PaymentViewsClient.PaymentAnswer> transfer = payments.detail(2);
        assertThat(transfer.version()).as("they share a version too").isZero();
        assertThat(transfer.body()).isInstanceOfSatisfying(PaymentViewsClient.BankTransferAnswer.class, it -> {
            assertThat(it.printed()).isEqualTo("DE01");
            assertThat(it.reference()).isNull();
        });
        JsonObject schema = Market.schemas().getJsonObject("dev.plectrum.it.payments.Payment");
        assertThat(schema.toString()).contains("bank_transfer", "voucher", "card", "kind");
    }

    @Test
    void theApiDescribesWhatClientsMaySend() {
        JsonObject schemas = Market.schemas();
        JsonObject create = schemas.getJsonObject("OfferViewsCreateBody");
        assertThat(create.getJsonArray("required")).containsExactly("title", "price", "amount", "stall");
        assertThat(create.getJsonObject("properties").fieldNames())
                .containsExactlyInAnyOrder(
                        "title", "price", "amount", "remark", "size", "state", "stall", "rival", "grade");
        assertThat(create.getJsonObject("properties").getJsonObject("title").getInteger("maxLength"))
                .isEqualTo(20);
        assertThat(schemas.getJsonObject("OfferViewsChangeBody").containsKey("required"))
                .isFalse();
    }
}
