package dev.plectrum.web;

import dev.plectrum.web.input.Fields;
import dev.plectrum.web.security.User;
import dev.plectrum.web.server.CurrentRequest;
import dev.plectrum.web.session.Session;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to an answer. It follows the futures and virtual threads that work on it: {@link #current()} is it
 * anywhere below the view. Used by one thread at a time.
 */
public interface Request {
    /** The request that is being answered here, or null outside of any. */
    static @Nullable Request current() {
        return CurrentRequest.get();
    }

    /** The method. */
    HttpMethod method();

    /** The request target as it was sent, query included. */
    String uri();

    /** The path as it was sent, still encoded. */
    String path();

    /** The headers. */
    MultiMap headers();

    /** The first header of this name. */
    @Nullable String header(CharSequence name);

    /** The first cookie of this name. */
    @Nullable String cookie(String name);

    /** {@code https} or {@code http}, as the client sees it: a trusted proxy's word counts. */
    String scheme();

    /** The host, with its port if one was sent, as the client sees it. It is one of the allowed hosts. */
    String host();

    /** The client's network address: a trusted proxy's word counts. */
    String clientAddress();

    /** The route that answers. Fails with {@link IllegalStateException} where none was found. */
    Route<?> route();

    /** The name of this request in logs and answers: the client's {@code X-Request-Id} if it sent a sensible one. */
    String id();

    /** When the answer must be there. */
    Instant deadline();

    /** The language to answer in: the best of those the application speaks. */
    Locale locale();

    /** Who asks, or null if nobody is logged in or the view does not care. */
    @Nullable User user();

    /** Who asks. Fails with 401 if nobody is logged in. */
    User requireUser();

    /**
     * The session. Fails with {@link IllegalStateException} on a public view that did not ask for one with
     * {@link Route.Draft#session()}.
     */
    Session session();

    /** The token that forms must send back as {@code csrf_token}, or scripts as {@code X-CSRF-Token}. A new form of it each time. */
    String csrfToken();

    /** What a {@code <script>} or {@code <style>} of this answer must carry as its {@code nonce}. */
    String cspNonce();

    /** The values in the path, in the pattern's order, decoded. */
    List<String> pathValues();

    /** The query string. Fails with 400 if it is not well-formed. */
    Fields query();

    /** The submitted form. Empty unless the route reads one. */
    Fields form();

    /** The files of the submitted form. */
    List<Upload> uploads();

    /** The body. Empty unless the route reads one. */
    Buffer body();

    /** The body as it arrives, paused, for routes that read it as a stream. */
    ReadStream<Buffer> bodyStream();

    /** Reads typed values, gathering what is wrong with them. */
    Inputs inputs();

    /** A value that middleware left here. */
    <T> @Nullable T get(RequestKey<T> key);

    /** Leaves a value here. */
    <T> void put(RequestKey<T> key, @Nullable T value);

    /** Completes when the answer is sent, or fails when the client left or the deadline passed before it was. */
    Future<Void> ended();

    /** The Vert.x instance that serves this. */
    Vertx vertx();
}
