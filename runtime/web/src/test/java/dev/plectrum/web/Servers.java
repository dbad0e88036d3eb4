package dev.plectrum.web;

import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.NetClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Vert.x for one test class, and the applications that it starts on it. */
public final class Servers implements AfterAllCallback {
    private final Vertx vertx = Vertx.vertx();
    // Held, because Vert.x closes a client, and what is open through it, once nobody refers to it.
    private final HttpClientAgent httpClient = vertx.createHttpClient();
    private final NetClient netClient = vertx.createNetClient();
    private final WebSocketClient webSocketClient = vertx.createWebSocketClient();
    private final List<Application.Built> started = new ArrayList<>();

    /** The Vert.x. */
    public Vertx vertx() {
        return vertx;
    }

    /** A bare client of HTTP. */
    public HttpClientAgent http() {
        return httpClient;
    }

    /** A bare client of TCP. */
    public NetClient net() {
        return netClient;
    }

    /** A bare client of WebSockets. */
    public WebSocketClient webSockets() {
        return webSocketClient;
    }

    /** An application that reads nothing from the process's environment and listens at any port. */
    public static Application application() {
        return Plectrum.application("test")
                .environment(Map.of())
                .options(options -> options.port(0).instances(2).accessLog(false));
    }

    /** One that has these routes. */
    public static Application application(Route<?>... routes) {
        return application().routes(app -> () -> List.of(routes));
    }

    /** Starts it. */
    public Application.Built start(Application application) {
        Application.Built built = await(application.start(vertx));
        started.add(built);
        return built;
    }

    /** A client over a socket. */
    public TestClient client(Application.Built built) {
        return TestClient.of(Transport.socket(vertx, built.server().port()));
    }

    /** A client over a socket, of an application started now. */
    public TestClient client(Application application) {
        return client(start(application));
    }

    /** A client without a socket. */
    public TestClient memory(Application application) {
        return TestClient.of(Transport.memory(application.build(vertx).server()));
    }

    /**
     * What comes of code that runs on one event loop from its beginning: what it listens to cannot happen before it listens, as it
     * could if a test's own thread did.
     */
    public <T> Future<T> onLoop(Supplier<Future<T>> code) {
        Promise<T> promise = Promise.promise();
        ((VertxInternal) vertx).createEventLoopContext().runOnContext(v -> code.get()
                .onComplete(promise));
        return promise.future();
    }

    /** The result of a future, for which a test waits. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError("It failed", e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("It did not end", e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (Application.Built built : started) {
            await(built.stop());
        }
        await(vertx.close());
    }
}
