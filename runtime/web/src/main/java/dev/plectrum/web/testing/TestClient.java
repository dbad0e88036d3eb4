package dev.plectrum.web.testing;

import dev.plectrum.web.Url;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.security.User;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks an application as a browser would: remembers cookies, sends the CSRF token it was given, follows redirects when told to.
 * With {@link Transport#memory} no socket is opened and everything else is as it is in production; with
 * {@link Transport#socket} there is one. Waits for each answer: for test threads.
 */
public final class TestClient {
    private final Transport transport;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private boolean followsRedirects;

    private TestClient(Transport transport) {
        this.transport = transport;
        headers.set("Host", transport.host());
    }

    /** A client that asks in this way. */
    public static TestClient of(Transport transport) {
        return new TestClient(transport);
    }

    /** Goes where answers redirect to, up to ten times. */
    public TestClient followRedirects() {
        followsRedirects = true;
        return this;
    }

    /** Sends this header with every request. */
    public TestClient header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    /** Sends this bearer token with every request. */
    public TestClient bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Another client of the same application, with the same headers and no cookies yet, that is logged in as this user. */
    public TestClient as(TestLogins logins, User user) {
        TestClient other = new TestClient(transport);
        other.headers.setAll(headers);
        return other.header(TestLogins.HEADER, logins.token(user));
    }

    /** Sends this CSRF token with every request. */
    public TestClient csrfToken(String token) {
        return header("X-CSRF-Token", token);
    }

    /** The cookie of this name, or null. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Has this cookie. */
    public TestClient cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** A request that is put together piece by piece, as generated clients do. */
    public TestRequest request(HttpMethod method, Url url) {
        return new TestRequest(this, method, url);
    }

    /** GET. */
    public TestResponse get(String uri) {
        return send(HttpMethod.GET, uri, null, Buffer.buffer());
    }

    /** HEAD. */
    public TestResponse head(String uri) {
        return send(HttpMethod.HEAD, uri, null, Buffer.buffer());
    }

    /** OPTIONS. */
    public TestResponse options(String uri) {
        return send(HttpMethod.OPTIONS, uri, null, Buffer.buffer());
    }

    /** DELETE. */
    public TestResponse delete(String uri) {
        return send(HttpMethod.DELETE, uri, null, Buffer.buffer());
    }

    /** POST, with a JSON text. */
    public TestResponse post(String uri, String json) {
        return send(HttpMethod.POST, uri, "application/json", Buffer.buffer(json));
    }

    /** POST, with a map as JSON. */
    public TestResponse post(String uri, Map<String, ?> json) {
        return send(HttpMethod.POST, uri, "application/json", JsonWriter.encode(JsonWriter::any, json));
    }

    /** PUT, with a JSON text. */
    public TestResponse put(String uri, String json) {
        return send(HttpMethod.PUT, uri, "application/json", Buffer.buffer(json));
    }

    /** PATCH, with a JSON text. */
    public TestResponse patch(String uri, String json) {
        return send(HttpMethod.PATCH, uri, "application/json", Buffer.buffer(json));
    }

    /** POST, as a form: name, value, name, value. */
    public TestResponse postForm(String uri, String... fields) {
        var text = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            text.append(text.length() == 0 ? "" : "&")
                    .append(dev.plectrum.web.input.Percent.encode(fields[i]))
                    .append('=')
                    .append(dev.plectrum.web.input.Percent.encode(fields[i + 1]));
        }
        return send(HttpMethod.POST, uri, "application/x-www-form-urlencoded", Buffer.buffer(text.toString()));
    }

    /** Any request. */
    public TestResponse send(HttpMethod method, String uri, @Nullable String contentType, Buffer body) {
        return send(method, uri, contentType, body, Map.of());
    }

    /** A request with headers of its own, which no redirect of it gets. */
    TestResponse send(
            HttpMethod method, String uri, @Nullable String contentType, Buffer body, Map<String, String> ownHeaders) {
        TestResponse response = once(method, uri, contentType, body, ownHeaders);
        HttpMethod next = method;
        Buffer sent = body;
        for (int hops = 0; followsRedirects && isRedirect(response); hops++) {
            if (hops == 10) {
                throw new AssertionError("More than ten redirects, the last to " + response.header("Location"));
            }
            if (response.status() == 303) {
                next = HttpMethod.GET;
                sent = Buffer.buffer();
            }
            response = once(next, String.valueOf(response.header("Location")), contentType, sent, Map.of());
        }
        return response;
    }

    private static boolean isRedirect(TestResponse response) {
        int status = response.status();
        return (status == 303 || status == 307 || status == 308) && response.header("Location") != null;
    }

    private TestResponse once(
            HttpMethod method, String uri, @Nullable String contentType, Buffer body, Map<String, String> ownHeaders) {
        MultiMap sent = sent(ownHeaders);
        if (contentType != null && body.length() > 0) {
            sent.set("Content-Type", contentType);
        }
        TestResponse response = await(transport.send(method, uri, sent, body));
        response.headers().getAll("Set-Cookie").forEach(this::keep);
        return response;
    }

    /** Opens a stream of events. */
    <T> TestEvents<T> events(HttpMethod method, String uri, Map<String, String> ownHeaders, JsonDecoder<T> decoder) {
        return await(transport.open(
                method, uri, sent(ownHeaders), response -> new TestEvents<>(response, transport, decoder)));
    }

    /** Opens a WebSocket. */
    <I, O> TestSocket<I, O> socket(
            String uri,
            Map<String, String> ownHeaders,
            List<String> protocols,
            JsonEncoder<? super I> encoder,
            JsonDecoder<O> decoder) {
        return await(transport.connect(
                uri, sent(ownHeaders), protocols, socket -> new TestSocket<>(socket, transport, encoder, decoder)));
    }

    private MultiMap sent(Map<String, String> ownHeaders) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        ownHeaders.forEach(sent::set);
        if (!cookies.isEmpty()) {
            var line = new StringBuilder();
            cookies.forEach((name, value) -> line.append(line.length() == 0 ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            String own = sent.get("Cookie");
            sent.set("Cookie", own == null ? line.toString() : line + "; " + own);
        }
        return sent;
    }

    /** The next of what comes. */
    static <T> T take(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(30, TimeUnit.SECONDS);
            if (next != null) {
                return next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("No " + what + " came within 30 seconds");
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AssertionError said
                    ? said
                    : new AssertionError("There was no answer", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("There was no answer within 30 seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for an answer", e);
        }
    }
}
