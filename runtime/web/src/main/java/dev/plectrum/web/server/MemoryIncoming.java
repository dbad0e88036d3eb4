package dev.plectrum.web.server;

import dev.plectrum.web.error.Problem;
import dev.plectrum.web.input.Fields;
import dev.plectrum.web.input.UnreadableException;
import dev.plectrum.web.server.WebServer.Answered;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request out of a test, answered into memory. */
final class MemoryIncoming implements Incoming {
    private final HttpMethod method;
    private final String uri;
    private final MultiMap headers;
    private final Buffer body;
    private final boolean secure;
    private final MultiMap answerHeaders = MultiMap.caseInsensitiveMultiMap();
    private final Promise<Answered> answered;

    private MemoryIncoming(
            HttpMethod method, String uri, MultiMap headers, Buffer body, boolean secure, Promise<Answered> answered) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.secure = secure;
        this.answered = answered;
    }

    static Future<Answered> answer(
            ServerParts parts,
            Vertx vertx,
            HttpMethod method,
            String uri,
            MultiMap headers,
            Buffer body,
            boolean secure) {
        Promise<Answered> promise = Promise.promise();
        ContextInternal context =
                ((VertxInternal) vertx).createEventLoopContext().duplicate();
        var incoming = new MemoryIncoming(method, uri, headers, body, secure, promise);
        context.runOnContext(v -> {
            var dispatcher = new Dispatcher(parts, 1);
            var x = new Exchange(incoming, context, parts.options());
            long sweep = vertx.setPeriodic(50, timer -> dispatcher.sweep());
            promise.future().onComplete(done -> vertx.cancelTimer(sweep));
            dispatcher.dispatch(x);
        });
        return promise.future();
    }

    @Override
    public HttpMethod method() {
        return method;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public MultiMap headers() {
        return headers;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String peerAddress() {
        return "127.0.0.1";
    }

    @Override
    public Future<Buffer> body(long limit) {
        return body.length() > limit
                ? Future.failedFuture(Problem.of(413, "too-large")
                        .detail("The body has more than " + limit + " bytes")
                        .exception())
                : Future.succeededFuture(body);
    }

    @Override
    public Future<Form> form(long limit) {
        if (body.length() == 0) {
            return Future.succeededFuture(Form.EMPTY);
        }
        String type = headers.get("Content-Type");
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return Future.failedFuture(Problem.of(415, "unsupported-media-type")
                    .detail("Without a socket, forms are urlencoded")
                    .exception());
        }
        try {
            return Future.succeededFuture(
                    new Form(Fields.parse(body.toString(StandardCharsets.ISO_8859_1), 1000), List.of()));
        } catch (UnreadableException e) {
            return Future.failedFuture(e);
        }
    }

    @Override
    public ReadStream<Buffer> stream() {
        return new OneBuffer(body);
    }

    @Override
    public MultiMap answerHeaders() {
        return answerHeaders;
    }

    @Override
    public void send(Answer answer, Exchange x) {
        if (answer instanceof Answer.Bytes bytes) {
            Buffer buffer = bytes.buffer();
            done(x, answer.status(), buffer == null ? Buffer.buffer() : buffer);
        } else if (answer instanceof Answer.FilePart part) {
            x.vertx().fileSystem().readFile(part.path().toString()).onComplete((bytes, cause) -> {
                if (cause == null) {
                    done(x, answer.status(), bytes.getBuffer((int) part.offset(), (int)
                            (part.offset() + part.length())));
                } else {
                    answered.tryFail(cause);
                }
            });
        } else {
            var collected = new Collected();
            new StreamWriter(((Answer.Pieces) answer).stream(), collected, x.context, new LiveStreams(), cause -> {
                        if (cause == null) {
                            done(x, answer.status(), collected.all);
                        } else {
                            x.over(cause);
                            answered.tryFail(cause);
                        }
                    })
                    .start();
        }
    }

    private void done(Exchange x, int status, Buffer bytes) {
        x.over(null);
        answered.tryComplete(new Answered(status, answerHeaders, bytes));
    }

    @Override
    public void upgrade(Exchange exchange, SocketSpec<?, ?> socket, Dispatcher dispatcher) {
        throw new UnsupportedOperationException("A WebSocket needs a client with a socket");
    }

    /** A body as a stream. */
    private static final class OneBuffer implements ReadStream<Buffer> {
        private final Buffer buffer;
        private @Nullable Handler<Buffer> handler;
        private @Nullable Handler<Void> ended;
        private boolean sent;

        OneBuffer(Buffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }

        @Override
        public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
            this.handler = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
            ended = handler;
            return this;
        }

        @Override
        public ReadStream<Buffer> pause() {
            return this;
        }

        @Override
        public ReadStream<Buffer> resume() {
            return fetch(Long.MAX_VALUE);
        }

        @Override
        public ReadStream<Buffer> fetch(long amount) {
            if (!sent) {
                sent = true;
                if (handler != null && buffer.length() > 0) {
                    handler.handle(buffer);
                }
                if (ended != null) {
                    ended.handle(null);
                }
            }
            return this;
        }
    }

    /** A stream into memory. */
    private static final class Collected implements WriteStream<Buffer> {
        private final Buffer all = Buffer.buffer();

        @Override
        public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }

        @Override
        public Future<Void> write(Buffer data) {
            all.appendBuffer(data);
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> end() {
            return Future.succeededFuture();
        }

        @Override
        public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
            return this;
        }

        @Override
        public boolean writeQueueFull() {
            return false;
        }

        @Override
        public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
            return this;
        }
    }
}
