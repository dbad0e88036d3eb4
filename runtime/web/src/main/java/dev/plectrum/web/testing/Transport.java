package dev.plectrum.web.testing;

import dev.plectrum.web.server.WebServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.VertxInternal;
import java.lang.ref.Reference;

/** How a test's requests reach an application. */
public interface Transport {
    /** Sends one request. */
    Future<TestResponse> send(HttpMethod method, String uri, MultiMap headers, Buffer body);

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
        // One context for all: an answer must not arrive on one event loop while another is still about to listen to
        // it.
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        return new Transport() {
            @Override
            public Future<TestResponse> send(HttpMethod method, String uri, MultiMap headers, Buffer body) {
                var request = new RequestOptions()
                        .setMethod(method)
                        .setHost("localhost")
                        .setPort(port)
                        .setURI(uri)
                        .setHeaders(headers);
                Promise<TestResponse> answered = Promise.promise();
                context.runOnContext(v -> client.request(request)
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

            @Override
            public String host() {
                return "localhost:" + port;
            }
        };
    }
}
