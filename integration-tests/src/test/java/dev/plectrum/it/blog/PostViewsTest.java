package dev.plectrum.it.blog;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.Queries;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlectrumTest(schema = BlogTables.class)
class PostViewsTest {
    private TestClient client;

    @BeforeEach
    void start(Database db) {
        client = BlogApp.client(db);
    }

    // ---- results

    @Test
    void aModelIsJson() {
        assertThat(client.get(PostViewsUrls.detail(2).toString()).text()).isEqualTo("""
                {"id":2,"title":"Notes \\"A to G\\"","rating":5,"author":1,"editor":null,"country":null}""");
    }

    @Test
    void aRowThatIsNotThereIs404() {
        TestResponse response = client.get("/posts/99");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.problem()).isEqualTo("not-found");
    }

    @Test
    void nullIs404ToReadersAnd204ToOthers(Database db) {
        assertThat(client.get("/posts/best").json().getLong("id")).isEqualTo(2);
        await(new PostQuerySet(db).adelete());
        assertThat(client.get("/posts/best").status()).isEqualTo(404);
        assertThat(client.bearer("reader").put("/posts/1/nothing", "").status()).isEqualTo(204);
        assertThat(client.put("/posts/1/seen", "").status()).isEqualTo(204);
    }

    @Test
    void aPageSaysWhatItIsPartOf() {
        JsonObject page = client.get("/posts/?size=10&total=true").json();
        assertThat(page.getJsonArray("items").size()).isEqualTo(3);
        assertThat(page.getInteger("total")).isEqualTo(3);
        assertThat(page.getBoolean("hasNext")).isFalse();
        assertThat(client.get("/posts/?q=loom")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("title"))
                .isEqualTo("Looms");
        assertThat(client.get("/posts/?q=o&rating=5").json().getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void aListByKeyGoesOnWhereItStopped() {
        JsonObject first = client.get("/posts/after").json();
        assertThat(first.getJsonArray("items")).hasSize(2);
        JsonObject second =
                client.get("/posts/after?key=" + first.getString("next")).json();
        assertThat(second.getJsonArray("items").getJsonObject(0).getString("title"))
                .isEqualTo("Looms");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void aQuerySetIsStreamedAsAnArrayOrAsLines() {
        assertThat(client.get("/posts/export").jsonArray()).hasSize(3);
        TestResponse lines = client.header("Accept", "application/jsonl").get("/posts/export");
        assertThat(lines.header("Content-Type")).isEqualTo("application/jsonl");
        assertThat(lines.text().lines().map(line -> new JsonObject(line).getString("title")))
                .containsExactly("Engines", "Notes \"A to G\"", "Looms");
    }

    @Test
    void eventsCarryIdsAndJson() {
        TestResponse response = client.get("/posts/events");
        assertThat(response.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(response.text()).contains("id: 1\ndata: {\"title\":\"Engines\"}\n\n");
    }

    @Test
    void textsNumbersAndOtherPagesAreAnswersToo() {
        assertThat(client.get("/posts/1.html").text()).isEqualTo("Engines");
        assertThat(client.get("/posts/count").text()).isEqualTo("3");
        TestResponse newest = client.get("/posts/newest");
        assertThat(newest.status()).isEqualTo(303);
        assertThat(newest.header("Location")).isEqualTo("/posts/3");
    }

    @Test
    void aRefusalIsAnAnswerAsTypedAsTheOther() {
        client.bearer("reader");
        assertThat(client.post("/posts/1/praise", "").json().getInteger("rating"))
                .isEqualTo(4);
        TestResponse refused = client.post("/posts/2/praise", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).isEqualTo("{\"why\":\"reader cannot praise it any more\",\"instead\":3}");
    }

    // ---- writing

    @Test
    void whatIsCreatedHasALocationAndIsThere() {
        TestResponse created = client.bearer("writer").post("/posts/", """
                {"title": "Cards", "rating": 2, "author": 1, "comments": [{"body": "Ha", "spam": false}]}""");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/posts/4");
        assertThat(client.get("/posts/4").text()).isEqualTo(created.text());
        assertThat(Queries.captured())
                .filteredOn(sql -> sql.startsWith("INSERT INTO comment"))
                .hasSize(1);
    }

    @Test
    void aTransactionThatFailsLeavesNothing(Database db) {
        TestResponse response = client.bearer("writer").post("/posts/", """
                {"title": "Cards", "rating": 2, "author": 1, "country": "XX", "comments": []}""");
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.problem()).isEqualTo("reference");
        assertThat(await(new PostQuerySet(db).acount())).isEqualTo(3);
    }

    @Test
    void aPatchTellsNullFromAbsent() {
        client.bearer("writer");
        assertThat(client.patch("/posts/1", "{\"editor\": 1}").json().getInteger("editor"))
                .isEqualTo(1);
        JsonObject changed =
                client.patch("/posts/1", "{\"title\": \"Machines\"}").json();
        assertThat(changed.getString("title")).isEqualTo("Machines");
        assertThat(changed.getInteger("editor")).isEqualTo(1);
        assertThat(client.patch("/posts/1", "{\"editor\": null}").json().getInteger("editor"))
                .isNull();
    }

    @Test
    void everythingWrongComesInOneAnswer() {
        client.bearer("writer");
        assertThat(client.post("/posts/", """
                        {"title": " ", "rating": 9, "author": "me", "country": "USA", "comments": [{"body": ""}], "x": 1}""").fieldErrors())
                .containsExactlyInAnyOrder(
                        "body title: must not be blank",
                        "body rating: must be at most 5",
                        "body author: must be an integer",
                        "body country: must have at most 2 characters",
                        "body comments[0].body: must not be blank",
                        "body comments[0].spam: is required",
                        "body x: is not one of the fields title, rating, author, editor, country, comments");
        assertThat(client.patch("/posts/1", "{\"title\": null, \"rating\": 6}").fieldErrors())
                .containsExactly("body title: must not be null", "body rating: must be at most 5");
        assertThat(client.get("/posts/?rating=0&page=none&size=0&total=maybe").fieldErrors())
                .containsExactlyInAnyOrder(
                        "query rating: must be at least 1",
                        "query page: must be an integer",
                        "query size: must be between 1 and 1000",
                        "query total: must be true or false");
    }

    @Test
    void whatMustHoldForAllOfItIsAskedOnceItsPartsAreSound() {
        assertThat(client.bearer("writer").post("/posts/", """
                        {"title": "Cards", "rating": 2, "author": 1, "editor": 1, "comments": []}""").fieldErrors())
                .containsExactly("body : must be edited by somebody else");
    }

    // ---- who may

    @Test
    void whoMayAskIsWhatTheAnnotationsSay() {
        assertThat(client.delete("/posts/1").status()).isEqualTo(401);
        assertThat(client.put("/posts/1/seen", "").status()).isEqualTo(401);
        client.bearer("writer");
        assertThat(client.delete("/posts/1").status()).isEqualTo(403);
        assertThat(client.put("/posts/1/seen", "").status()).isEqualTo(204);
        client.bearer("reader");
        assertThat(client.patch("/posts/1", "{}").status()).isEqualTo(403);
        client.bearer("admin");
        assertThat(client.delete("/posts/1").status()).isEqualTo(204);
        assertThat(client.get("/posts/1").status()).isEqualTo(404);
    }
}
