package dev.plectrum.example.shop;

import static dev.plectrum.testing.Await.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Chromium without a window, driven by its DevTools protocol. */
final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int MEGABYTES = 16 * 1024 * 1024;

    private final Process process;
    private final WebSocketClient sockets;
    private final WebSocket socket;
    private final Map<Integer, Promise<JsonObject>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    private Browser(Process process, WebSocketClient sockets, WebSocket socket) {
        this.process = process;
        this.sockets = sockets;
        this.socket = socket;
        socket.textMessageHandler(this::heard);
    }

    /** The program, if one is installed. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile of its own. */
    static Browser start(Path program, Path profile, Vertx vertx) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("output.txt").toFile())
                .start();
        List<String> where = listening(process, profile);
        WebSocketClient sockets =
                vertx.createWebSocketClient(new WebSocketClientOptions().setMaxMessageSize(MEGABYTES));
        WebSocket socket = await(sockets.connect(Integer.parseInt(where.get(0)), "127.0.0.1", where.get(1)));
        return new Browser(process, sockets, socket);
    }

    /** The port and path that it writes down once it listens. */
    private static List<String> listening(Process process, Path profile) throws IOException, InterruptedException {
        Path written = profile.resolve("DevToolsActivePort");
        while (process.isAlive()) {
            if (Files.exists(written) && Files.readAllLines(written).size() == 2) {
                return Files.readAllLines(written);
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new IOException("The browser ended: " + Files.readString(profile.resolve("output.txt")));
    }

    private void heard(String message) {
        JsonObject json = new JsonObject(message);
        Promise<JsonObject> promise = json.containsKey("id") ? asked.remove(json.getInteger("id")) : null;
        if (promise == null) {
            return;
        }
        if (json.containsKey("error")) {
            promise.fail(json.getJsonObject("error").encode());
        } else {
            promise.complete(json.getJsonObject("result"));
        }
    }

    private Future<JsonObject> ask(@Nullable String session, String method, JsonObject parameters) {
        int id = last.incrementAndGet();
        Promise<JsonObject> promise = Promise.promise();
        asked.put(id, promise);
        JsonObject message =
                new JsonObject().put("id", id).put("method", method).put("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        return socket.writeTextMessage(message.encode()).compose(sent -> promise.future());
    }

    /** A tab that shows this page, in a profile of its own: with no cookies of others. */
    Tab open(String url) {
        String context = await(ask(null, "Target.createBrowserContext", new JsonObject()))
                .getString("browserContextId");
        String target = await(ask(
                        null,
                        "Target.createTarget",
                        new JsonObject().put("url", "about:blank").put("browserContextId", context)))
                .getString("targetId");
        String session = await(ask(
                        null,
                        "Target.attachToTarget",
                        new JsonObject().put("targetId", target).put("flatten", true)))
                .getString("sessionId");
        Tab tab = new Tab(session);
        tab.go(url);
        return tab;
    }

    /** A page that is open. */
    final class Tab {
        private final String session;

        private Tab(String session) {
            this.session = session;
        }

        /** Shows another page, and waits until it is there. */
        void go(String url) {
            await(ask(session, "Page.navigate", new JsonObject().put("url", url)));
            run("""
                    new Promise(done => document.readyState === 'complete' && location.href !== 'about:blank'
                        ? done(true) : setTimeout(() => done(false), 20))""", true);
        }

        /** What a script comes to, promises included, as text. */
        String run(String script) {
            return run(script, null);
        }

        /** The same, again and again until it comes to this. */
        private String run(String script, @Nullable Object until) {
            while (true) {
                JsonObject answer = await(ask(
                        session,
                        "Runtime.evaluate",
                        new JsonObject()
                                .put("expression", script)
                                .put("awaitPromise", true)
                                .put("returnByValue", true)));
                JsonObject failure = answer.getJsonObject("exceptionDetails");
                if (failure != null) {
                    String description =
                            failure.getJsonObject("exception", failure).getString("description", "");
                    return "failed: " + description.lines().findFirst().orElse("");
                }
                Object value = answer.getJsonObject("result").getValue("value");
                if (until == null || until.equals(value)) {
                    return String.valueOf(value);
                }
            }
        }
    }

    /** Ends it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        await(sockets.close());
    }
}
