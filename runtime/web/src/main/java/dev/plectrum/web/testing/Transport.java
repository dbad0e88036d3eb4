package dev.plectrum.web.testing;

import dev.plectrum.web.server.WebServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.internal.VertxInternal;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Function;

/** How a test's requests reach an application. */
public interface Transport {
    /** Sends one request. */
    Future<TestResponse> send(HttpMethod method, String uri, MultiMap headers, Buffer body);

    /**
     * Sends a request that is answered with a stream. The reader is called before anything of the stream comes. Fails with an
     * {@link AssertionError} if the answer is another, or if there is no socket.
     */
    default <T> Future<T> open(
            HttpMethod method, String uri, MultiMap headers, Function<HttpClientResponse, T> reader) {
        return Future.failedFuture(new AssertionError("Streams need a socket: TestClient.of(Transport.socket(…))"));
    }

    /**
     * Opens a WebSocket. The reader is called before any message comes. Fails with an {@link AssertionError} if that is refused, or if
     * there is no socket.
     */
    default <T> Future<T> connect(String uri, MultiMap headers, List<String> protocols, Function<WebSocket, T> reader) {
        return Future.failedFuture(new AssertionError("WebSockets need a socket: TestClient.of(Transport.socket(…))"));
    }

    /** The host that requests are for. */
    String host();

    /** Straight into the application, without a socket; it need not be started. */
    static Transport memory(WebServer server) {
        return new Transport() {
            @Override
            public Future<TestResponse> send(HttpMethod method, String uri, MultiMap headers, Buffer body) {
                return server.answer(method, uri, headers, body, false)
                        .map(answered -> new TestResponse(answered.status(), answered.headers(), answered.body()));
            }

            @Override
            public String host() {
                return "localhost";
            }
        };
    }

    /** Over a socket, to a server that was started. */
    static Transport socket(Vertx vertx, int port) {
        HttpClientAgent client = vertx.createHttpClient();
        WebSocketClient sockets = vertx.createWebSocketClient();
        // One context for all: an answer must not arrive on one event loop while another is still about to listen to
        // it.
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        return new Transport() {
            @Override
            public Future<TestResponse> send(HttpMethod method, String uri, MultiMap headers, Buffer body) {
                Promise<TestResponse> answered = Promise.promise();
                context.runOnContext(v -> client.request(asked(method, uri, headers))
                        .compose(open -> body.length() == 0 ? open.send() : open.send(body))
                        .compose(response -> response.body()
                                .map(bytes -> new TestResponse(response.statusCode(), response.headers(), bytes)))
                        .onComplete((response, cause) -> {
                            try {
                                answered.complete(response, cause);
                            } finally {
                                // Vert.x closes a client that nobody refers to; a test may hold no more than an answer.
                                Reference.reachabilityFence(client);
                            }
                        }));
                return answered.future();
            }

            private RequestOptions asked(HttpMethod method, String uri, MultiMap headers) {
                return new RequestOptions()
                        .setMethod(method)
                        .setHost("localhost")
                        .setPort(port)
                        .setURI(uri)
                        .setHeaders(headers);
            }

            @Override
            public <T> Future<T> open(
                    HttpMethod method, String uri, MultiMap headers, Function<HttpClientResponse, T> reader) {
                Promise<T> opened = Promise.promise();
                context.runOnContext(v -> client.request(asked(method, uri, headers))
                        .compose(open -> open.send())
                        .compose(response -> {
                            String type = String.valueOf(response.getHeader("Content-Type"));
                            return response.statusCode() == 200 && type.startsWith("text/event-stream")
                                    ? Future.succeededFuture(reader.apply(response))
                                    : response.body()
                                            .compose(body -> Future.failedFuture(
                                                    new AssertionError("Events were expected, and this came: "
                                                            + response.statusCode() + " " + body)));
                        })
                        .onComplete(opened));
                return opened.future();
            }

            @Override
            public <T> Future<T> connect(
                    String uri, MultiMap headers, List<String> protocols, Function<WebSocket, T> reader) {
                MultiMap sent =
                        MultiMap.caseInsensitiveMultiMap().addAll(headers).remove("Host");
                var options = new WebSocketConnectOptions()
                        .setHost("localhost")
                        .setPort(port)
                        .setURI(uri)
                        .setHeaders(sent)
                        .setSubProtocols(protocols);
                Promise<T> opened = Promise.promise();
                context.runOnContext(v -> sockets.connect(options)
                        .map(reader)
                        .recover(cause -> Future.failedFuture(
                                cause instanceof UpgradeRejectedException refused
                                        ? new AssertionError("A WebSocket was expected, and this came: "
                                                + refused.getStatus() + " " + refused.getBody())
                                        : cause))
                        .onComplete(opened));
                return opened.future();
            }

            @Override
            public String host() {
                return "localhost:" + port;
            }
        };
    }
}
