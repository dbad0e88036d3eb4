package dev.plectrum.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.web.Application;
import dev.plectrum.web.Servers;
import dev.plectrum.web.TestUser;
import dev.plectrum.web.security.BearerAuthentication;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static Application shop() {
        return Servers.application()
                .routes(app -> new ShopRoutes(app, new Products()))
                .authentication(app -> new BearerAuthentication(TestUser::find));
    }

    static Stream<TestClient> clients() {
        return Stream.of(servers.memory(shop()), servers.client(shop()));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aListIsAnArray(TestClient client) {
        TestResponse response = client.get("/products/?q=Ch&size=5");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.text()).isEqualTo("""
                        [{"id":2,"name":"Chair","price":"45.00","description":"With \\"arms\\"","status":"ON_SALE",\
                        "createdAt":"2025-01-01T00:00:00Z"}]""");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void whatIsNotThereIsNotFound(TestClient client) {
        assertThat(client.get("/products/99").problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aPathParameterThatIsNoNumberIsNotFound(TestClient client) {
        TestResponse response = client.get("/products/desk");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json().getString("detail")).contains("\"id\" in /products/{id} must be an integer");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void whatIsCreatedHasALocation(TestClient client) {
        TestResponse response =
                client.bearer("ada").post("/products/", "{\"name\":\"Lamp\",\"price\":\"9.90\",\"tags\":[]}");
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.header("Location")).isEqualTo("/products/3");
        assertThat(client.get("/products/3").json().getString("price")).isEqualTo("9.90");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void oneAnswerNamesEverythingWrong(TestClient client) {
        TestResponse response = client.bearer("ada").post("/products/", """
                {"name": 7, "tags": [{"name": "a", "weight": 1.5}, {"weight": 99999999999}], "prise": 1}""");
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.problem()).isEqualTo("invalid-input");
        assertThat(response.fieldErrors())
                .containsExactly(
                        "body name: must be a string",
                        "body tags[0].weight: must be an integer",
                        "body tags[1].weight: must be between -2147483648 and 2147483647",
                        "body tags[1].name: is required",
                        "body prise: is not one of the fields name, price, description, tags",
                        "body price: is required");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void whatIsNotAllowedComesWithWhatCannotBeRead(TestClient client) {
        TestResponse response = client.bearer("ada").post("/products/", """
                {"name": " ", "price": -1, "tags": [{"name": "a", "weight": 0}, {"name": "b", "weight": "many"}]}""");
        assertThat(response.fieldErrors())
                .containsExactly(
                        "body tags[0].weight: must be at least 1",
                        "body tags[1].weight: must be an integer",
                        "body name: must not be blank",
                        "body price: must be at least 0");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void conversionErrorsOfTheQueryComeTogether(TestClient client) {
        TestResponse response = client.get("/products/?size=many&q=%00");
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.fieldErrors())
                .containsExactly(
                        "query q: must not contain NUL or half of a surrogate pair", "query size: must be an integer");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aPatchTellsNullFromAbsent(TestClient client) {
        client.bearer("ada");
        assertThat(client.patch("/products/2", "{\"name\":\"Stool\"}").json().getString("description"))
                .isEqualTo("With \"arms\"");
        assertThat(client.patch("/products/2", "{\"description\":null}").text())
                .contains("\"name\":\"Stool\"", "\"description\":null");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aMethodThatReturnsNothingAnswers204(TestClient client) {
        assertThat(client.bearer("ada").delete("/products/1").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aViewNeedsALoginUnlessItSaysOtherwise(TestClient client) {
        TestResponse response = client.delete("/products/1");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.problem()).isEqualTo("login-required");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aUserWithoutThePermissionIsForbidden(TestClient client) {
        TestResponse response = client.bearer("bob").delete("/products/1");
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.json().getString("detail")).contains("shop.delete_product");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aBadTokenIsNotNobody(TestClient client) {
        assertThat(client.bearer("eve").delete("/products/1").problem()).isEqualTo("invalid-token");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void anotherMethodIsNamed(TestClient client) {
        TestResponse response = client.put("/products/1", "{}");
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void optionsListsTheMethods(TestClient client) {
        TestResponse response = client.options("/products/");
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void headIsGetWithoutTheBody(TestClient client) {
        TestResponse get = client.get("/products/1");
        TestResponse head = client.head("/products/1");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(get.body().length()));
        assertThat(head.body().length()).isZero();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aMissingSlashIsRedirectedWithItsQuery(TestClient client) {
        TestResponse response = client.get("/products?q=Desk");
        assertThat(response.status()).isEqualTo(308);
        assertThat(response.header("Location")).isEqualTo("/products/?q=Desk");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aPathThatIsAlmostRightIsToldTheRightOne(TestClient client) {
        assertThat(client.get("/produkts/").json().getString("detail"))
                .isEqualTo("No route has this path. Did you mean /products/?");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aBodyThatIsNoJsonIsRefused(TestClient client) {
        assertThat(client.bearer("ada").post("/products/", "{\"name\":").problem())
                .isEqualTo("malformed-json");
        assertThat(client.postForm("/products/", "name", "Lamp").problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void aUrlIsMadeFromTypedValues() {
        assertThat(ProductViewsUrls.detail(42)).hasToString("/products/42");
        assertThat(ProductViewsUrls.list().query("q", "tea & pot").fragment("top"))
                .hasToString("/products/?q=tea%20%26%20pot#top");
    }
}
