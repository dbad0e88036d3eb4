package dev.plectrum.web.server;

import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.json.JsonWriter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One event loop's share of a server. */
final class EventLoop extends VerticleBase {
    /** How exactly deadlines are kept. One walk over all requests costs less than a timer for each. */
    private static final long SWEEP = 250;

    private final ServerParts parts;
    private final HttpServerOptions httpOptions;
    // Of the server, not asked of each request: Vert.x looks through a connection's handlers to answer that.
    private final boolean secure;
    private final LiveStreams live = new LiveStreams();
    private final Dispatcher dispatcher;
    private final Connections connections;
    private @Nullable HttpServer server;

    EventLoop(ServerParts parts, HttpServerOptions httpOptions) {
        this.parts = parts;
        this.httpOptions = httpOptions;
        secure = httpOptions.isSsl();
        WebOptions options = parts.options();
        dispatcher = new Dispatcher(parts, Math.max(1, options.maxInFlight() / options.instances()));
        connections = new Connections(
                options.headerTimeout().toNanos(), options.idleTimeout().toNanos());
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(SWEEP, timer -> {
            dispatcher.sweep();
            connections.sweep();
        });
        HttpServer created = vertx.createHttpServer(httpOptions)
                .connectionHandler(connections::opened)
                .invalidRequestHandler(EventLoop::invalid)
                .requestHandler(this::accept);
        server = created;
        return created.listen();
    }

    private void accept(HttpServerRequest http) {
        var context = java.util.Objects.requireNonNull(ContextInternal.current());
        var connection = http.connection();
        // With Transfer-Encoding there may have been a Content-Length, which the decoder drops. A proxy in front that
        // went by that
        // one takes what follows for another client's request: so nothing that follows is answered.
        boolean chunked = http.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (!connections.begun(connection, chunked)) {
            connection.close();
            return;
        }
        if (chunked) {
            http.response().headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        var incoming =
                new SocketIncoming(http, context, parts.options(), live, secure, () -> connections.ended(connection));
        var x = new Exchange(incoming, context, parts.options());
        http.response().exceptionHandler(cause -> {
            // A body that is malformed is told here too, but its sender is still there, and hears of it.
            if (!(cause instanceof DecoderException)) {
                dispatcher.abandoned(x, cause);
                incoming.abandoned(x, cause);
            }
        });
        dispatcher.dispatch(x);
    }

    private static void invalid(HttpServerRequest http) {
        Throwable cause = http.decoderResult().cause();
        Problem problem = cause instanceof TooLongHttpLineException
                ? Problem.of(414, "uri-too-long")
                : cause instanceof TooLongHttpHeaderException
                        ? Problem.of(431, "headers-too-large")
                        : Problem.of(400, "malformed-request");
        http.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(JsonWriter.encode(ProblemJson.ENCODER, problem))
                .onComplete(sent -> http.connection().close());
    }

    int port() {
        return server == null ? -1 : server.actualPort();
    }

    /** Takes no more connections, tells the open ones that this is the end, and lets requests finish. */
    Future<Void> drain(long millis) {
        HttpServer closing = server;
        if (closing == null) {
            return Future.succeededFuture();
        }
        Promise<Void> done = Promise.promise();
        context.runOnContext(v -> {
            dispatcher.drain();
            live.endAll();
            closing.shutdown(millis, TimeUnit.MILLISECONDS).onComplete(done);
        });
        return done.future();
    }
}
