package dev.plectrum.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.web.Application;
import dev.plectrum.web.EventStream;
import dev.plectrum.web.HealthCheck;
import dev.plectrum.web.Middleware;
import dev.plectrum.web.Plectrum;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.RequestKey;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestResponse;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LifecycleTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private Future<TestResponse> get(Application.Built built, String uri) {
        return Transport.socket(servers.vertx(), built.server().port())
                .send(HttpMethod.GET, uri, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
    }

    @Test
    void whatIsToBeDoneBeforeItListensIsDoneInItsOrder() {
        List<String> done = new ArrayList<>();
        var application = Servers.application(Route.get("/").open().value(request -> "page", Reply.text()))
                .onStart(app -> app.vertx().timer(50).onSuccess(v -> done.add("tables of " + app.name())))
                .onStart(app -> Future.succeededFuture(done.add("rows")));
        servers.start(application);
        assertThat(done).containsExactly("tables of test", "rows");
    }

    @Test
    void anApplicationThatCannotBeginDoesNotStart() {
        List<String> done = new ArrayList<>();
        var application = Servers.application()
                .routes(app -> {
                    app.onClose(() -> Future.succeededFuture()
                            .onSuccess(v -> done.add("closed"))
                            .mapEmpty());
                    return List::of;
                })
                .onStart(app -> {
                    throw new IllegalStateException("no tables");
                })
                .onStart(app -> Future.succeededFuture(done.add("rows")));
        assertThatThrownBy(() -> Servers.await(application.start(servers.vertx())))
                .hasRootCauseMessage("no tables");
        assertThat(done).containsExactly("closed");
    }

    @Test
    void aRequestThatTakesTooLongIsGivenUp() {
        Promise<Throwable> told = Promise.promise();
        TestClient client = servers.client(Servers.application(Route.get("/")
                .open()
                .timeout(Duration.ofMillis(100))
                .future(
                        request -> {
                            request.ended().onFailure(told::tryComplete);
                            return Promise.<String>promise().future();
                        },
                        Reply.text())));
        assertThat(client.get("/").problem()).isEqualTo("deadline");
        assertThat(Servers.await(told.future())).hasMessageContaining("deadline");
    }

    @Test
    void workForAClientThatLeftIsToldSo() {
        Promise<Void> asked = Promise.promise();
        Promise<Throwable> told = Promise.promise();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var built = servers.start(Servers.application(Route.get("/")
                        .open()
                        .future(
                                request -> {
                                    request.ended().onFailure(told::tryComplete);
                                    asked.complete();
                                    return Promise.<String>promise().future();
                                },
                                Reply.text()))
                .listener((request, route, status, duration, failure) -> statuses.add(status)));
        var socket = Servers.await(servers.net().connect(built.server().port(), "localhost"));
        socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Servers.await(asked.future());
        Servers.await(socket.close());
        Servers.await(told.future());
        Servers.await(servers.vertx().timer(50));
        assertThat(statuses).containsExactly(499);
    }

    @Test
    void moreRequestsThanItCanDoAreRefusedEarly() {
        Promise<String> release = Promise.promise();
        var built = servers.start(
                Servers.application(Route.get("/").open().future(request -> release.future(), Reply.text()))
                        .options(options -> options.instances(1).maxInFlight(3)));
        List<Future<TestResponse>> running = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            running.add(get(built, "/"));
        }
        // The refused are answered while the others still wait.
        Servers.await(servers.vertx().timer(300));
        release.complete("done");
        List<String> answers = running.stream()
                .map(Servers::await)
                .map(answer -> answer.status() + " " + answer.header("Retry-After"))
                .sorted()
                .toList();
        assertThat(answers).containsExactly("200 null", "200 null", "200 null", "503 1", "503 1");
    }

    @Test
    void aShutdownLetsRequestsFinishAndEndsWhatHasNoEnd() {
        Promise<Void> asked = Promise.promise();
        Promise<String> release = Promise.promise();
        var built = Servers.await(Servers.application(
                        Route.get("/slow")
                                .open()
                                .future(
                                        request -> {
                                            asked.complete();
                                            return release.future();
                                        },
                                        Reply.text()),
                        Route.get("/events")
                                .open()
                                .value(
                                        request -> EventStream.<String>push(1, events -> {}),
                                        Reply.events((out, text) -> out.string(text))))
                .start(servers.vertx()));
        Future<TestResponse> slow = get(built, "/slow");
        Future<TestResponse> events = get(built, "/events");
        Servers.await(asked.future());
        Servers.await(servers.vertx().timer(200));
        assertThat(events.isComplete()).isFalse();
        Future<Void> stopped = built.stop();
        assertThat(Servers.await(events).text()).isEqualTo(":\n\n");
        assertThat(stopped.isComplete()).isFalse();
        release.complete("done");
        TestResponse finished = Servers.await(slow);
        assertThat(finished.text()).isEqualTo("done");
        assertThat(finished.header("Connection")).isEqualTo("close");
        Servers.await(stopped);
        assertThatThrownBy(() -> Servers.await(get(built, "/slow"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatHasNoEndAndBeginsDuringAShutdownIsEndedToo() {
        Promise<Void> asked = Promise.promise();
        Promise<EventStream<String>> release = Promise.promise();
        var built = Servers.await(Servers.application(Route.get("/events")
                        .open()
                        .future(
                                request -> {
                                    asked.complete();
                                    return release.future();
                                },
                                Reply.events((out, text) -> out.string(text))))
                .start(servers.vertx()));
        Future<TestResponse> events = get(built, "/events");
        Servers.await(asked.future());
        Future<Void> stopped = built.stop();
        Servers.await(servers.vertx().timer(100));
        release.complete(EventStream.push(1, sink -> {}));
        assertThat(Servers.await(events).text()).isEqualTo(":\n\n");
        Servers.await(stopped);
    }

    @Test
    void healthTellsAliveFromReady() {
        boolean[] up = {true};
        TestClient client = servers.client(Servers.application()
                .healthCheck(app -> new HealthCheck(
                        "mail", () -> up[0] ? Future.succeededFuture() : Future.failedFuture("secret reason"))));
        assertThat(client.get("/health").text()).isEqualTo("{\"status\":\"up\",\"checks\":{\"mail\":\"up\"}}");
        up[0] = false;
        TestResponse down = client.header("Host", "10.0.0.7").get("/health/ready");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).isEqualTo("{\"status\":\"down\",\"checks\":{\"mail\":\"down\"}}");
        assertThat(client.get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void middlewareStandsAroundInItsOrderAndSeesErrorsAsAnswers() {
        RequestKey<String> trail = RequestKey.named("trail");
        Middleware outer = (request, next) -> {
            request.put(trail, "outer");
            return next.answer(request).map(response -> response.header("X-Outer", String.valueOf(response.status())));
        };
        Middleware inner = (request, next) -> {
            request.put(trail, request.get(trail) + ">inner");
            return next.answer(request).map(response -> response.header("X-Inner", "seen"));
        };
        Middleware closed = (request, next) ->
                Future.succeededFuture(Response.text("closed").withStatus(403));
        Middleware broken = (request, next) -> {
            throw new IllegalStateException("broken");
        };
        TestClient client = servers.client(Servers.application(
                        Route.get("/").open().use(inner).value(r -> r.get(trail), Reply.text()),
                        Route.get("/fails").open().use(inner).<String>value(LifecycleTest::fail, Reply.text()),
                        Route.get("/closed").open().use(inner, closed).value(r -> "never", Reply.text()),
                        Route.get("/broken").open().use(broken).value(r -> "never", Reply.text()))
                .use(outer));
        TestResponse response = client.get("/");
        assertThat(response.text()).isEqualTo("outer>inner");
        assertThat(response.header("X-Outer")).isEqualTo("200");
        assertThat(response.header("X-Inner")).isEqualTo("seen");
        assertThat(client.get("/fails").header("X-Inner")).isEqualTo("seen");
        assertThat(client.get("/closed").header("X-Outer")).isEqualTo("403");
        assertThat(client.get("/broken").header("X-Outer")).isEqualTo("500");
        assertThat(client.get("/nowhere").header("X-Outer")).isEqualTo("404");
    }

    private static String fail(Request request) {
        throw new IllegalStateException("on purpose");
    }

    @Test
    void theRequestFollowsItsFutures() {
        TestClient client = servers.client(Servers.application(Route.get("/")
                .open()
                .future(
                        request -> request.vertx()
                                .timer(5)
                                .compose(v -> request.vertx().executeBlocking(() -> "x"))
                                .map(v -> Objects.requireNonNull(Request.current())
                                        .id()),
                        Reply.text())));
        assertThat(client.header("X-Request-Id", "abc-1").get("/").text()).isEqualTo("abc-1");
        assertThat(client.get("/").header("X-Request-Id")).isEqualTo("abc-1");
        assertThat(client.header("X-Request-Id", "<script>").get("/").text()).matches("[0-9a-f]{16}");
        assertThat(Request.current()).isNull();
    }

    @Test
    void anAnswerMayComeFromAnyThread() {
        TestClient client = servers.client(Servers.application(Route.get("/")
                .open()
                .future(
                        request -> {
                            Promise<String> promise = Promise.promise();
                            new Thread(() -> promise.complete("from afar")).start();
                            return promise.future();
                        },
                        Reply.text())));
        assertThat(client.get("/").text()).isEqualTo("from afar");
    }

    @Test
    void aViewOnAVirtualThreadMayWait() {
        Application application = Servers.application(Route.get("/")
                .open()
                .name("Slow.view")
                .waiting(
                        request -> {
                            // Of Vert.x's waits only this one lets the thread's own context go on meanwhile.
                            request.vertx().timer(20).await();
                            return Objects.requireNonNull(Request.current()).path();
                        },
                        Reply.text()));
        if (((VertxInternal) servers.vertx()).isVirtualThreadAvailable()) {
            assertThat(servers.client(application).get("/").text()).isEqualTo("/");
        } else {
            assertThatThrownBy(() -> application.build(servers.vertx()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Slow.view runs on a virtual thread")
                    .hasMessageContaining("use JDK 21");
        }
    }

    @Test
    void theLanguageIsTheBestOfThoseSpoken() {
        TestClient client = servers.client(Servers.application(
                        Route.get("/").open().value(request -> request.locale().getLanguage(), Reply.text()))
                .options(options -> options.locales(List.of(Locale.ENGLISH, Locale.GERMAN))));
        assertThat(client.header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5")
                        .get("/")
                        .text())
                .isEqualTo("de");
        assertThat(client.header("Accept-Language", "x;;q=?").get("/").text()).isEqualTo("en");
    }

    @Test
    void productionWithoutSecretsDoesNotStart() {
        Application application = Plectrum.application("shop").environment(Map.of("PLECTRUM_ENV", "production"));
        assertThatThrownBy(() -> application.build(servers.vertx()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PLECTRUM_SECRET_KEYS is not set");
        assertThatThrownBy(() -> Plectrum.application("shop")
                        .environment(Map.of("PORT", "eighty"))
                        .build(servers.vertx()))
                .hasMessage("PORT must be a number, not \"eighty\"");
    }

    @Test
    void everyRequestIsLoggedInOneLineWithoutItsSecrets() {
        var lines = new ConcurrentLinkedQueue<String>();
        TestClient client = servers.client(Servers.application(
                        Route.get("/reset/{token}").open().name("Reset.form").value(r -> "ok", Reply.text()))
                .listener(new RequestListener() {
                    @Override
                    public void ended(
                            Request request,
                            @Nullable String route,
                            int status,
                            Duration duration,
                            @Nullable Throwable failure) {
                        lines.add(AccessLog.line(request, route, status, Duration.ofMillis(1)));
                    }
                }));
        client.header("X-Request-Id", "r1").get("/reset/7?password=secret");
        assertThat(lines)
                .containsExactly(
                        "{\"request\":\"r1\",\"method\":\"GET\",\"path\":\"/reset/7\",\"route\":\"Reset.form\","
                                + "\"status\":200,\"ms\":1.0,\"client\":\"127.0.0.1\"}");
    }

    @Test
    void aFormWithFilesIsStreamedToDiskAndCleanedUp() {
        var paths = new ConcurrentLinkedQueue<java.nio.file.Path>();
        var built = servers.start(Servers.application(Route.post("/upload")
                        .open()
                        .form()
                        .value(
                                request -> {
                                    var upload = request.inputs().requiredUpload("photo");
                                    request.inputs().check();
                                    paths.add(upload.path());
                                    return upload.fileName() + " " + upload.size() + " "
                                            + java.nio.file.Files.size(upload.path()) + " "
                                            + request.form().get("title");
                                },
                                Reply.text()))
                .options(options -> options.maxUpload(1_000_000)));
        TestClient client = servers.client(built);
        String boundary = "----frontier";
        Buffer body = multipart(boundary, 100_000);
        TestResponse response =
                client.send(HttpMethod.POST, "/upload", "multipart/form-data; boundary=" + boundary, body);
        assertThat(response.text()).isEqualTo("../../a.png 100000 100000 Grüße");
        Servers.await(servers.vertx().timer(100));
        assertThat(paths).hasSize(1).allMatch(path -> !java.nio.file.Files.exists(path));
        assertThat(client.postForm("/upload", "title", "x").fieldErrors()).containsExactly("form photo: is required");
        assertThat(client.send(
                                HttpMethod.POST,
                                "/upload",
                                "multipart/form-data; boundary=" + boundary,
                                multipart(boundary, 2_000_000))
                        .status())
                .isEqualTo(413);
        assertThat(client.send(HttpMethod.POST, "/upload", "multipart/form-data", Buffer.buffer("x"))
                        .problem())
                .isEqualTo("malformed-form");
    }

    private static Buffer multipart(String boundary, int size) {
        return Buffer.buffer("--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nGrüße\r\n--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"../../a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .appendBytes(new byte[size])
                .appendString("\r\n--" + boundary + "--\r\n");
    }
}
