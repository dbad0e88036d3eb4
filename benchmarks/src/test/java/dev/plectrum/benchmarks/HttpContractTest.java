package dev.plectrum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.benchmarks.http.Endpoint;
import dev.plectrum.benchmarks.http.HttpContestant;
import dev.plectrum.benchmarks.http.LoadGenerator;
import dev.plectrum.benchmarks.http.LoadGenerator.Answer;
import dev.plectrum.benchmarks.http.ServerProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contestant answers the whole contract, and answers alike: figures of those who don't would mean nothing. */
@ExtendWith(SharedDatabase.class)
@ParameterizedClass(name = "{0}")
@MethodSource("contestants")
class HttpContractTest {
    @TempDir
    static Path logs;

    private static ServerProcess server;
    private static LoadGenerator client;

    @Parameter
    HttpContestant contestant;

    static List<HttpContestant> contestants() {
        return Contestants.servers().stream()
                .map(server -> HttpContestant.java(server.name(), server.main(), List.of("-Xmx256m")))
                .toList();
    }

    @BeforeParameterizedClassInvocation
    static void start(HttpContestant contestant) throws Exception {
        server = ServerProcess.start(
                contestant.command(),
                SharedDatabase.get().url(),
                4,
                logs.resolve(contestant.name() + ".log").toFile());
        client = new LoadGenerator(4);
    }

    @AfterParameterizedClassInvocation
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void greets() throws Exception {
        Answer answer = ask(Endpoint.JSON, "/json");
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.body().toJsonObject()).isEqualTo(new JsonObject().put("message", "Hello, World!"));
    }

    @Test
    void readsOneRow() throws Exception {
        checkWorld(ask(Endpoint.DB, "/db").body().toJsonObject());
    }

    @Test
    void readsAsManyRowsAsAskedFor() throws Exception {
        JsonArray worlds = ask(Endpoint.QUERIES, "/queries?q=20").body().toJsonArray();
        assertThat(worlds).hasSize(20);
        for (int i = 0; i < worlds.size(); i++) {
            checkWorld(worlds.getJsonObject(i));
        }
    }

    @Test
    void readsBetweenOneAndFiveHundredRows() throws Exception {
        assertThat(ask(Endpoint.QUERIES, "/queries?q=0").body().toJsonArray()).hasSize(1);
        assertThat(ask(Endpoint.QUERIES, "/queries?q=501").body().toJsonArray()).hasSize(500);
        assertThat(ask(Endpoint.QUERIES, "/queries?q=many").body().toJsonArray())
                .hasSize(1);
    }

    @Test
    void updatesDifferentRowsInAscendingOrder() throws Exception {
        JsonArray worlds = ask(Endpoint.UPDATES, "/updates?q=20").body().toJsonArray();
        List<Integer> ids = IntStream.range(0, worlds.size())
                .mapToObj(i -> worlds.getJsonObject(i).getInteger("id"))
                .toList();
        assertThat(ids).hasSize(20).doesNotHaveDuplicates().isSorted();
        for (int i = 0; i < worlds.size(); i++) {
            checkWorld(worlds.getJsonObject(i));
        }
    }

    @Test
    void showsFortunesSortedAndEscaped() throws Exception {
        Answer answer = ask(Endpoint.FORTUNES, "/fortunes");
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/html; charset=utf-8");
        assertThat(answer.body().toString())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script>")
                .containsSubsequence(
                        "&lt;script&gt;",
                        "A bad random number generator",
                        "A computer program",
                        "A computer scientist",
                        "A list",
                        "Additional fortune added at request time.",
                        "After enough",
                        "Any program",
                        "Computers make",
                        "Emacs",
                        "Feature",
                        "fortune: No such file",
                        "フレームワークのベンチマーク");
        assertThat(answer.body().toString().split("<tr>", -1)).hasSize(15);
    }

    @Test
    void listsProductsFromAPriceOnByPage() throws Exception {
        JsonArray first =
                ask(Endpoint.PRODUCTS, "/products?min=500&page=1").body().toJsonArray();
        JsonArray second =
                ask(Endpoint.PRODUCTS, "/products?min=500&page=2").body().toJsonArray();
        assertThat(first).hasSize(20);
        assertThat(second).hasSize(20);
        RowSet<Row> expected = sql("SELECT id FROM product WHERE price >= 500 ORDER BY price, id LIMIT 40");
        int i = 0;
        for (Row row : expected) {
            JsonObject product = (i < 20 ? first : second).getJsonObject(i % 20);
            assertThat(product.getLong("id")).isEqualTo(row.getLong(0));
            checkProduct(product);
            i++;
        }
    }

    @Test
    void readsAProductWithItsGeneratedColumn() throws Exception {
        checkProduct(ask(Endpoint.GENERATED, "/generated").body().toJsonObject());
    }

    @Test
    void listsTheNewestPostsWithTheirAuthors() throws Exception {
        JsonArray posts = ask(Endpoint.POSTS, "/posts").body().toJsonArray();
        assertThat(posts).hasSize(50);
        for (int i = 0; i < posts.size(); i++) {
            long id = 10_000L - i;
            long author = id * 331 % 1000 + 1;
            assertThat(posts.getJsonObject(i))
                    .isEqualTo(new JsonObject()
                            .put("id", id)
                            .put("title", "Post " + id)
                            .put("body", ("body text " + id + " ").repeat(6))
                            .put("published", time(Duration.ofHours(id)))
                            .put(
                                    "author",
                                    new JsonObject()
                                            .put("id", author)
                                            .put("name", "Author " + author)
                                            .put("email", "author" + author + "@example.org")));
        }
    }

    @Test
    void listsTheNewestPostsWithTheirTags() throws Exception {
        JsonArray posts = ask(Endpoint.POSTS_TAGS, "/posts-tags").body().toJsonArray();
        assertThat(posts).hasSize(50);
        for (int i = 0; i < posts.size(); i++) {
            long id = 10_000L - i;
            JsonObject post = posts.getJsonObject(i);
            assertThat(post.fieldNames()).containsExactly("id", "title", "tags");
            assertThat(post.getLong("id")).isEqualTo(id);
            assertThat(post.getString("title")).isEqualTo("Post " + id);
            Set<String> tags = IntStream.range(0, 3)
                    .mapToObj(k -> "tag" + ((id * 13 + k * 29L) % 100 + 1))
                    .collect(Collectors.toSet());
            assertThat(post.getJsonArray("tags").stream().map(String.class::cast))
                    .containsExactlyInAnyOrderElementsOf(tags);
        }
    }

    @Test
    void insertsManyItems() throws Exception {
        long before = number("SELECT count(*) FROM item");
        assertThat(ask(Endpoint.BULK, "/bulk?n=1000").body().toJsonObject())
                .isEqualTo(new JsonObject().put("inserted", 1000));
        assertThat(number("SELECT count(*) FROM item")).isEqualTo(before + 1000);
    }

    private static void checkWorld(JsonObject world) throws Exception {
        long id = world.getLong("id");
        assertThat(id).isBetween(1L, 10_000L);
        assertThat(world)
                .isEqualTo(new JsonObject()
                        .put("id", id)
                        .put("randomNumber", number("SELECT randomnumber FROM world WHERE id = " + id)));
    }

    private static void checkProduct(JsonObject product) throws Exception {
        long id = product.getLong("id");
        BigDecimal price = BigDecimal.valueOf(id * 7919 % 100_000, 2);
        assertThat(product.fieldNames())
                .containsExactly("id", "name", "category", "price", "stock", "created", "gross");
        assertThat(product)
                .isEqualTo(new JsonObject()
                        .put("id", id)
                        .put("name", "Product " + id)
                        .put("category", "cat" + id % 20)
                        .put("price", price.toPlainString())
                        .put("stock", number("SELECT stock FROM product WHERE id = " + id))
                        .put("created", time(Duration.ofMinutes(id)))
                        .put(
                                "gross",
                                price.multiply(new BigDecimal("1.2"))
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString()));
    }

    private static String time(Duration sinceTheFirst) {
        return Instant.parse("2025-01-01T00:00:00Z").plus(sinceTheFirst).toString();
    }

    private static Answer ask(Endpoint endpoint, String path) throws Exception {
        Answer answer = client.send(server.port(), endpoint, path).await(30, TimeUnit.SECONDS);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static long number(String sql) throws Exception {
        return sql(sql).iterator().next().getLong(0);
    }

    private static RowSet<Row> sql(String sql) throws Exception {
        return SharedDatabase.get().query(sql);
    }
}
