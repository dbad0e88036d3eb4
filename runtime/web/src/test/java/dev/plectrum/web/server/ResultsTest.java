package dev.plectrum.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.web.EventStream;
import dev.plectrum.web.EventStream.Event;
import dev.plectrum.web.NoContent;
import dev.plectrum.web.Outcome;
import dev.plectrum.web.PushStream;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.Url;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.files.StaticFiles;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static final JsonEncoder<Integer> NUMBER = (out, value) -> out.number(value.intValue());

    /** The numbers from 0, as fast as they are asked for; remembers how far it came and whether it was closed. */
    private static final class Numbers implements ReadStream<Integer>, AutoCloseable {
        private final int end;
        private final Promise<Integer> closed = Promise.promise();
        private volatile int next;
        private long demand = Long.MAX_VALUE;
        private boolean running;
        private Handler<Integer> handler;
        private Handler<Void> ended;

        Numbers(int end) {
            this.end = end;
        }

        private void run() {
            if (running || handler == null) {
                return;
            }
            running = true;
            while (demand > 0 && next < end) {
                demand--;
                int value = next;
                next = value + 1;
                handler.handle(value);
            }
            running = false;
            if (demand > 0 && ended != null) {
                ended.handle(null);
            }
        }

        @Override
        public ReadStream<Integer> exceptionHandler(Handler<Throwable> handler) {
            return this;
        }

        @Override
        public ReadStream<Integer> handler(Handler<Integer> handler) {
            this.handler = handler;
            return this;
        }

        @Override
        public ReadStream<Integer> endHandler(Handler<Void> handler) {
            ended = handler;
            return this;
        }

        @Override
        public ReadStream<Integer> pause() {
            demand = 0;
            return this;
        }

        @Override
        public ReadStream<Integer> resume() {
            return fetch(Long.MAX_VALUE);
        }

        @Override
        public ReadStream<Integer> fetch(long amount) {
            demand = amount;
            run();
            return this;
        }

        @Override
        public void close() {
            closed.tryComplete(next);
        }
    }

    @Test
    void aStreamIsOneArrayOrOneValueALine() {
        TestClient client = servers.client(Servers.application(
                Route.get("/array").open().value(r -> new Numbers(3), Reply.jsonArray(NUMBER)),
                Route.get("/none").open().value(r -> new Numbers(0), Reply.jsonArray(NUMBER)),
                Route.get("/lines").open().value(r -> new Numbers(3), Reply.jsonLines(NUMBER)),
                Route.get("/many").open().value(r -> new Numbers(100_000), Reply.jsonArray(NUMBER))));
        assertThat(client.get("/array").text()).isEqualTo("[0,1,2]");
        assertThat(client.get("/none").text()).isEqualTo("[]");
        assertThat(client.get("/lines").text()).isEqualTo("0\n1\n2\n");
        JsonArray many = client.get("/many").jsonArray();
        assertThat(many.size()).isEqualTo(100_000);
        assertThat(many.getInteger(99_999)).isEqualTo(99_999);
        assertThat(client.head("/many").body().length()).isZero();
    }

    @Test
    void aStreamGoesNoFasterThanItsClientAndEndsWhenItLeaves() {
        var numbers = new Numbers(Integer.MAX_VALUE);
        var built = servers.start(
                Servers.application(Route.get("/all").open().value(r -> numbers, Reply.jsonLines(NUMBER))));
        Promise<Void> received = Promise.promise();
        var socket = Servers.await(servers.net().connect(built.server().port(), "localhost"));
        socket.handler(first -> {
            socket.pause();
            received.tryComplete();
        });
        socket.write("GET /all HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Servers.await(received.future());
        // The buffers of two sockets fill up first; then nothing is read for a client that does not read.
        int waiting;
        do {
            waiting = numbers.next;
            Servers.await(servers.vertx().timer(500));
        } while (numbers.next != waiting);
        Servers.await(socket.close());
        assertThat(Servers.await(numbers.closed.future())).isGreaterThanOrEqualTo(waiting);
    }

    @Test
    void eventsHaveIdsNamesAndHeartbeatsAndKnowWhatWasSeen() {
        AtomicInteger left = new AtomicInteger();
        Promise<Void> gone = Promise.promise();
        var built = servers.start(Servers.application(Route.get("/events")
                .open()
                .value(
                        request -> EventStream.<String>push(10, events -> {
                                    events.send(Event.of("a\nb")
                                            .id(String.valueOf(EventStream.lastId(request)))
                                            .name("tick")
                                            .retry(Duration.ofSeconds(3)));
                                    events.closed().onComplete(done -> {
                                        left.incrementAndGet();
                                        gone.tryComplete();
                                    });
                                })
                                .heartbeat(Duration.ofMillis(50)),
                        Reply.events((JsonWriter out, String text) -> out.string(text)))));
        var http = servers.http();
        Promise<String> heard = Promise.promise();
        var text = new StringBuilder();
        var response = Servers.await(
                servers.onLoop(() -> http.request(HttpMethod.GET, built.server().port(), "localhost", "/events")
                        .compose(request ->
                                request.putHeader("Last-Event-ID", utf8("41 é")).send())
                        .onSuccess(answer -> answer.handler(piece -> {
                            text.append(piece);
                            if (text.toString().endsWith("\n\n:\n\n")) {
                                heard.tryComplete(text.toString());
                            }
                        }))));
        assertThat(response.getHeader("Content-Type")).isEqualTo("text/event-stream");
        assertThat(Servers.await(heard.future())).contains("id: 41 é\nevent: tick\nretry: 3000\ndata: \"a\\nb\"\n\n");
        Servers.await(response.request().connection().close());
        Servers.await(gone.future());
        assertThat(left).hasValue(1);
    }

    /** As browsers send it: a byte of UTF-8 is a character of the header. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatAnEventSaysOfItselfIsOneLine() {
        for (String broken : List.of("a\nb", "a\rb", "a\0b")) {
            assertThatThrownBy(() -> Event.of("x").id(broken)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Event.of("x").name(broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReaderThatFallsBehindIsCutOff() {
        var stream = new PushStream<Integer>(2);
        var failures = new AtomicInteger();
        stream.pause();
        stream.exceptionHandler(cause -> failures.incrementAndGet());
        assertThat(stream.send(1)).isTrue();
        assertThat(stream.send(2)).isTrue();
        assertThat(stream.send(3)).isFalse();
        assertThat(failures).hasValue(1);
        assertThat(stream.closed().isComplete()).isTrue();
    }

    @Test
    void filesHaveRangesAndConditions(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("data.txt");
        Files.writeString(file, "0123456789");
        TestClient client = servers.client(Servers.application(Route.get("/file")
                .open()
                .value(
                        r -> Response.file(
                                        file,
                                        10,
                                        Files.getLastModifiedTime(file).toInstant(),
                                        "text/plain")
                                .attachment("Bericht \"März\".txt"),
                        Reply.response())));
        TestResponse whole = client.get("/file");
        assertThat(whole.text()).isEqualTo("0123456789");
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"Bericht _M_rz_.txt\"; filename*=UTF-8''Bericht%20%22M%C3%A4rz%22.txt");

        assertThat(range(client, "bytes=2-4")).isEqualTo("206 bytes 2-4/10 234");
        assertThat(range(client, "bytes=7-")).isEqualTo("206 bytes 7-9/10 789");
        assertThat(range(client, "bytes=-3")).isEqualTo("206 bytes 7-9/10 789");
        assertThat(range(client, "bytes=5-500")).isEqualTo("206 bytes 5-9/10 56789");
        assertThat(range(client, "bytes=10-")).isEqualTo("416 bytes */10 ");
        assertThat(range(client, "bytes=4-2")).isEqualTo("200 null 0123456789");
        assertThat(range(client, "bytes=0-1,3-4")).isEqualTo("200 null 0123456789");
        assertThat(range(client, "bytes=99999999999999999999-")).isEqualTo("200 null 0123456789");

        TestResponse unchanged =
                client.header("If-None-Match", whole.header("ETag")).get("/file");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body().length()).isZero();
        client.header("If-None-Match", "\"other\"").header("If-Range", "\"other\"");
        assertThat(range(client, "bytes=0-1")).isEqualTo("200 null 0123456789");
    }

    private static String range(TestClient client, String range) {
        TestResponse response = client.header("Range", range).get("/file");
        return response.status() + " " + response.header("Content-Range") + " " + response.text();
    }

    @Test
    void staticFilesAreNamedByTheirContentAndNothingElseIsServed(@TempDir Path folder) throws Exception {
        Path root = Files.createDirectories(folder.resolve("static/css"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("app.css"), "body { color: red }");
        Files.writeString(root.resolve(".env"), "secret");
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        StaticFiles files = StaticFiles.of("/static", folder.resolve("static"));
        TestClient client = servers.client(Servers.application().routes(app -> files));

        Url url = files.url("css/app.css");
        assertThat(url.toString()).matches("/static/css/app\\.[0-9a-f]{12}\\.css");
        TestResponse hashed = client.get(url.toString());
        assertThat(hashed.text()).isEqualTo("body { color: red }");
        assertThat(hashed.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(hashed.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(client.get("/static/css/app.css").header("Cache-Control")).isEqualTo("no-cache");

        for (String path : List.of(
                "/static/css/link.txt",
                "/static/css/.env",
                "/static/../secret.txt",
                "/static/%2e%2e/secret.txt",
                "/static/css/..%2f..%2fsecret.txt",
                "/static/css/%5c..%5csecret.txt",
                "/static//css/app.css",
                "/static/" + folder.resolve("secret.txt"))) {
            assertThat(client.get(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void anAnswerThatTheClientHasIsNotSentAgain() {
        TestClient client = servers.client(Servers.application(
                Route.get("/").open().conditional().value(r -> "the same every time", Reply.text())));
        TestResponse first = client.get("/");
        assertThat(client.header("If-None-Match", "\"x\", " + first.header("ETag"))
                        .get("/")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aLongTextIsCompressedForThoseWhoLikeThat() throws Exception {
        String text = "tea ".repeat(1000);
        TestClient client = servers.client(Servers.application(
                Route.get("/").open().value(r -> text, Reply.text()),
                Route.get("/short").open().value(r -> "tea", Reply.text())));
        assertThat(client.get("/").text()).isEqualTo(text);
        TestResponse zipped = client.header("Accept-Encoding", "br, gzip;q=0.5").get("/");
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body().getBytes()))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
        assertThat(client.get("/short").header("Content-Encoding")).isNull();
        assertThat(client.header("Accept-Encoding", "gzip;q=0").get("/").header("Content-Encoding"))
                .isNull();
    }

    @Test
    void redirectsAndExpectedErrorsAreResultsToo() {
        record OutOfStock(int left) {}
        Reply<OutOfStock> failure = Reply.<OutOfStock>json((out, value) ->
                        out.startObject().field("left").number(value.left()).endObject())
                .status(409);
        TestClient client = servers.client(Servers.application(
                Route.post("/go").open().value(r -> Url.path("/there"), Reply.redirect()),
                Route.get("/there").open().value(r -> "arrived", Reply.text()),
                Route.get("/done").open().value(r -> NoContent.DONE, Reply.nothing()),
                Route.get("/buy")
                        .open()
                        .<Outcome<Integer, OutOfStock>>value(
                                r -> r.query().size() == 0 ? Outcome.success(1) : Outcome.failure(new OutOfStock(3)),
                                Reply.outcome(Reply.json(NUMBER), failure))));
        assertThat(client.send(HttpMethod.POST, "/go", null, Buffer.buffer()).status())
                .isEqualTo(303);
        assertThat(client.followRedirects()
                        .send(HttpMethod.POST, "/go", null, Buffer.buffer())
                        .text())
                .isEqualTo("arrived");
        assertThat(client.get("/done").status()).isEqualTo(204);
        assertThat(client.get("/buy").text()).isEqualTo("1");
        assertThat(client.get("/buy?x").status()).isEqualTo(409);
        assertThat(client.get("/buy?x").text()).isEqualTo("{\"left\":3}");
    }

    @Test
    void aNullResultNeverHangs() {
        TestClient client = servers.client(Servers.application(
                Route.get("/value").open().<String>value(r -> null, Reply.text()),
                Route.get("/future").open().<String>future(r -> Future.succeededFuture(), Reply.text()),
                Route.get("/nofuture").open().<String>future(r -> null, Reply.text()),
                Route.post("/value").open().<String>value(r -> null, Reply.text())));
        assertThat(client.get("/value").status()).isEqualTo(404);
        assertThat(client.get("/future").status()).isEqualTo(404);
        assertThat(client.get("/nofuture").status()).isEqualTo(500);
        assertThat(client.send(HttpMethod.POST, "/value", null, Buffer.buffer()).status())
                .isEqualTo(204);
    }

    @Test
    void failuresAreProblemsAndSayLittleInProduction() {
        Route<?>[] routes = {
            Route.get("/thrown").open().value(ResultsTest::fail, Reply.text()),
            Route.get("/failed").open().future(r -> Future.<String>failedFuture("secret"), Reply.text()),
            Route.get("/problem")
                    .open()
                    .<String>future(
                            r -> Future.failedFuture(Problem.of(409, "out-of-stock")
                                    .detail("Only 3 left")
                                    .with("left", 3)
                                    .exception()),
                            Reply.text()),
            Route.get("/mapped").open().value(ResultsTest::unsupported, Reply.text())
        };
        TestClient production = servers.client(Servers.application(routes)
                .options(options -> options.production(true))
                .environment(java.util.Map.of("PLECTRUM_SECRET_KEYS", "a key that is long enough for a test"))
                .onFailure(UnsupportedOperationException.class, e -> Problem.of(501, "later")));
        for (String path : List.of("/thrown", "/failed")) {
            TestResponse response = production.get(path);
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.problem()).isEqualTo("internal-error");
            assertThat(response.text()).doesNotContain("secret").contains(response.header("X-Request-Id"));
        }
        assertThat(production.get("/problem").text())
                .isEqualTo("{\"type\":\"urn:problem:out-of-stock\",\"title\":\"Conflict\",\"status\":409,"
                        + "\"detail\":\"Only 3 left\",\"left\":3}");
        assertThat(production.get("/mapped").problem()).isEqualTo("later");
        TestClient development = servers.client(Servers.application(routes));
        assertThat(development.get("/thrown").json().getJsonArray("trace").getString(0))
                .contains("secret");
        assertThat(development.header("Accept", "text/html").get("/thrown").text())
                .contains("<h1>500 Internal Server Error</h1>", "secret &lt;b&gt;");
    }

    private static String fail(Request request) {
        throw new IllegalStateException("secret <b>");
    }

    private static String unsupported(Request request) {
        throw new UnsupportedOperationException();
    }
}
