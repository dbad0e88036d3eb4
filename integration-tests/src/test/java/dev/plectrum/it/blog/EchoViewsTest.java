package dev.plectrum.it.blog;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.annotations.web.TestClients;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.web.Application;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestFile;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import java.time.DayOfWeek;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlectrumTest(schema = BlogTables.class)
@TestClients(EchoViews.class)
class EchoViewsTest {
    private TestClient client;

    @BeforeEach
    void start(Database db) {
        client = BlogApp.client(db);
    }

    private String heard(String uri) {
        return client.get(uri).text();
    }

    @Test
    void pathsHaveTypes() {
        UUID id = UUID.fromString("00000000-0000-0000-0000-00000000000a");
        String url = EchoViewsUrls.path(id, DayOfWeek.MONDAY, "a b/c").toString();
        assertThat(url).isEqualTo("/echo/path/00000000-0000-0000-0000-00000000000a/MONDAY/a%20b%2Fc.txt");
        assertThat(heard(url)).isEqualTo("{\"a\":\"" + id + "\",\"b\":\"MONDAY\",\"c\":\"a b/c\"}");
        assertThat(client.get("/echo/path/" + id + "/SOMEDAY/a.txt").status()).isEqualTo(404);
        assertThat(heard("/echo/rest/a/b/c")).isEqualTo("a/b/c");
    }

    @Test
    void queryStringsHaveTypesDefaultsAndLists() {
        assertThat(heard("/echo/query?since=2025-01-31&n=1&n=2"))
                .isEqualTo("{\"a\":\"2025-01-31\",\"b\":\"20\",\"c\":\"[1, 2]\"}");
        assertThat(client.get("/echo/query?since=tomorrow&size=x&n=1&n=y").fieldErrors())
                .containsExactly(
                        "query since: must be a date such as 2025-01-31",
                        "query size: must be an integer",
                        "query n: must be an integer");
        assertThat(client.get("/echo/query").fieldErrors()).containsExactly("query since: is required");
    }

    @Test
    void aRecordGathersParameters() {
        assertThat(heard("/echo/filter?text=tea&least=1.50&day=MONDAY&day=FRIDAY"))
                .isEqualTo("{\"a\":\"tea\",\"b\":\"1.50\",\"c\":\"[MONDAY, FRIDAY]\"}");
        assertThat(client.get("/echo/filter?least=0&day=x").fieldErrors())
                .hasSize(2)
                .anyMatch(error -> error.startsWith("query day: must be one of MONDAY"))
                .contains("query least: must be greater than 0");
    }

    @Test
    void headersAndCookiesAreParametersToo() {
        client.header("If-Match", "\"7\"").header("X-Count", "3").cookie("theme", "dark");
        assertThat(heard("/echo/head")).isEqualTo("{\"a\":\"\\\"7\\\"\",\"b\":\"3\",\"c\":\"dark\"}");
    }

    @Test
    void aMissingHeaderIsNamed() {
        assertThat(client.header("X-Count", "many").get("/echo/head").fieldErrors())
                .containsExactly("header If-Match: is required", "header X-Count: must be an integer");
    }

    @Test
    void whatEveryRequestHasIsKnownByItsType() {
        assertThat(client.header("Accept-Language", "de-CH, fr")
                        .bearer("reader")
                        .get("/echo/known")
                        .text())
                .isEqualTo("{\"a\":\"/echo/known\",\"b\":\"reader\",\"c\":\"de\"}");
    }

    @Test
    void formsHaveTypesAndRules() {
        assertThat(client.postForm("/echo/form", "name", "Ada", "mail", "ada@example.org", "n", "7")
                        .text())
                .isEqualTo("{\"a\":\"Ada\",\"b\":\"ada@example.org\",\"c\":\"7\"}");
        assertThat(client.postForm("/echo/form", "name", "A", "mail", "nowhere", "n", "x")
                        .fieldErrors())
                .containsExactlyInAnyOrder(
                        "form name: must have at least 2 characters",
                        "form mail: must be an e-mail address",
                        "form n: must be an integer");
    }

    @Test
    void filesComeWithForms(Database db) {
        Application.Built built = await(BlogApp.of(db).start(db.vertx()));
        TestClient socket =
                TestClient.of(Transport.socket(db.vertx(), built.server().port()));
        String boundary = "xyz";
        String body = String.join(
                "\r\n",
                "--xyz",
                "Content-Disposition: form-data; name=\"title\"",
                "",
                "Desk",
                "--xyz",
                "Content-Disposition: form-data; name=\"photo\"; filename=\"desk.txt\"",
                "Content-Type: text/plain",
                "",
                "a desk",
                "--xyz--",
                "");
        assertThat(socket.send(
                                HttpMethod.POST,
                                "/echo/file",
                                "multipart/form-data; boundary=" + boundary,
                                Buffer.buffer(body))
                        .text())
                .isEqualTo("{\"a\":\"desk.txt a desk\",\"b\":null,\"c\":\"Desk\"}");
        EchoViewsClient typed = new EchoViewsClient(socket);
        assertThat(typed.file(
                                TestFile.text("Bürotisch 2.txt", "a desk"),
                                new TestFile(
                                        "plan.bin", "application/octet-stream", Buffer.buffer(new byte[] {0, 13, 10, -1
                                        })),
                                "Desk & chair")
                        .response()
                        .text())
                .contains("\"a\":\"Bürotisch 2.txt a desk\"")
                .contains("fileName=plan.bin, contentType=application/octet-stream, size=4")
                .contains("\"c\":\"Desk & chair\"");
        assertThat(typed.file(null, null, "Desk").fieldErrors()).containsExactly("form photo: is required");
        assertThat(client.postForm("/echo/file", "title", "Desk").fieldErrors())
                .containsExactly("form photo: is required");
        await(built.server().shutdown());
    }

    @Test
    void bodiesMayBeBytesOrLists() {
        assertThat(client.send(HttpMethod.POST, "/echo/bytes", "application/octet-stream", Buffer.buffer("abc"))
                        .text())
                .isEqualTo("3 bytes");
        assertThat(client.post("/echo/many", "[{\"body\":\"a\",\"spam\":false}]")
                        .text())
                .isEqualTo("1");
        assertThat(client.post("/echo/many", "[{\"body\":\"\",\"spam\":false}, 7]")
                        .fieldErrors())
                .containsExactly("body [0].body: must not be blank", "body [1]: must be an object");
    }

    @Test
    void aSocketSpeaksTypedMessages(Database db) throws InterruptedException {
        Application.Built built = await(BlogApp.of(db).start(db.vertx()));
        LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocketClient sockets = db.vertx().createWebSocketClient();
        await(sockets.connect(built.server().port(), "localhost", "/echo/socket/tea")
                .onSuccess(socket -> {
                    socket.textMessageHandler(heard::add);
                    socket.closeHandler(closed -> heard.add("closed " + socket.closeStatusCode()));
                    socket.writeTextMessage("{\"body\":\"Hello\",\"spam\":false}")
                            .compose(sent -> socket.writeTextMessage("{\"body\":\"\",\"spam\":false}"));
                }));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("{\"a\":\"tea\",\"b\":\"Hello\",\"c\":\"false\"}");
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("closed 1007");
        await(sockets.close());
        await(built.server().shutdown());
    }
}
