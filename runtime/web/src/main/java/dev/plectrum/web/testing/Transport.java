package dev.plectrum.web.testing;

import dev.plectrum.web.server.WebServer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

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
    static Transport socket(HttpClientAgent client, int port) {
        return new Transport() {
            @Override
            public Future<TestResponse> send(HttpMethod method, String uri, MultiMap headers, Buffer body) {
                var request = new RequestOptions()
                        .setMethod(method)
                        .setHost("localhost")
                        .setPort(port)
                        .setURI(uri)
                        .setHeaders(headers);
                return client.request(request)
                        .compose(open -> body.length() == 0 ? open.send() : open.send(body))
                        .compose(response -> response.body()
                                .map(bytes -> new TestResponse(response.statusCode(), response.headers(), bytes)));
            }

            @Override
            public String host() {
                return "localhost:" + port;
            }
        };
    }
}
