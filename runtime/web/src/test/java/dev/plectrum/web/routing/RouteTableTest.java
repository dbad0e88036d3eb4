package dev.plectrum.web.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.web.input.UnreadableException;
import dev.plectrum.web.routing.RouteTable.Found;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private static RouteTable<String> table(String... patterns) {
        RouteTable.Builder<String> builder = RouteTable.builder(name -> name);
        for (String pattern : patterns) {
            builder.add(HttpMethod.GET, PathPattern.of(pattern), pattern);
        }
        return builder.build();
    }

    private static final RouteTable<String> TABLE = table(
            "/",
            "/products/",
            "/products/new",
            "/products/{id}",
            "/products/{id}/reviews/{review}",
            "/products/new/reviews",
            "/reports/{year}.csv",
            "/reports/q{quarter}.csv",
            "/reports/{name}",
            "/files/{path...}");

    private static String find(String path) {
        Found<String> found = TABLE.find(HttpMethod.GET, path);
        return found instanceof Found.Target<String> target ? target.value() + " " + target.values() : "nothing";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /                          | / []
                    /products/                 | /products/ []
                    /products/new              | /products/new []
                    /products/42               | /products/{id} [42]
                    /products/a%20b%2Fc        | /products/{id} [a b/c]
                    /products/%6eew            | /products/new []
                    /products/new/reviews/7    | /products/{id}/reviews/{review} [new, 7]
                    /reports/2025.csv          | /reports/{year}.csv [2025]
                    /reports/q3.csv            | /reports/q{quarter}.csv [3]
                    /reports/.csv              | /reports/{name} [.csv]
                    /files/a/b%20c.txt         | /files/{path...} [a/b c.txt]
                    /products                  | nothing
                    /products/42/              | nothing
                    //products/                | nothing
                    /products//reviews/7       | nothing
                    """)
    void aPathLeadsToTheMostSpecificPattern(String path, String expected) {
        assertThat(find(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/../secret",
                "/files/a/%2e%2e/secret",
                "/files/a/%2E./secret",
                "/files/..%2fsecret",
                "/products/..",
                "/products/%ff",
                "/products/%c0%ae",
                "/products/%zz",
                "/products/%4"
            })
    void aPathThatHidesSomethingIsRefused(String path) {
        assertThatThrownBy(() -> TABLE.find(HttpMethod.GET, path)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void headIsAnsweredByGet() {
        assertThat(TABLE.find(HttpMethod.HEAD, "/products/")).isInstanceOf(Found.Target.class);
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        assertThat(TABLE.find(HttpMethod.POST, "/products/1"))
                .isInstanceOfSatisfying(
                        Found.OtherMethods.class,
                        others -> assertThat(others.allowed().toString()).isEqualTo("[GET]"));
    }

    @Test
    void twoViewsOnOneRouteAreNamed() {
        RouteTable.Builder<String> builder = RouteTable.<String>builder(name -> name)
                .add(HttpMethod.GET, PathPattern.of("/products/{id}"), "Products.detail");
        assertThatThrownBy(() -> builder.add(HttpMethod.GET, PathPattern.of("/products/{slug}"), "Shop.product"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two views answer GET /products/{slug}: Products.detail and Shop.product");
    }

    @ParameterizedTest
    @CsvSource({
        "products, must begin with a slash",
        "/a//b, has an empty segment",
        "/{a}-{b}, may have one {parameter} in each segment",
        "/{a}/{a}, has two parameters named",
        "/{a...}/b, which takes all that is left",
        "/{1a}, has a parameter named"
    })
    void aBrokenPatternSaysWhatIsWrong(String pattern, String message) {
        assertThatThrownBy(() -> PathPattern.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatLooksMostLikeAPathIsFound() {
        assertThat(TABLE.near("/product/")).first().isEqualTo("/products/");
        assertThat(TABLE.near("/product")).first().isEqualTo("/products/");
        assertThat(TABLE.near("/somewhere/else/entirely")).isEmpty();
    }
}
