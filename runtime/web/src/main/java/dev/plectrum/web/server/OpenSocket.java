package dev.plectrum.web.server;

import dev.plectrum.web.Request;
import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.FieldError.Place;
import dev.plectrum.web.error.FieldErrors;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.json.MalformedJsonException;
import dev.plectrum.web.socket.CloseCode;
import dev.plectrum.web.socket.Conversation;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.ContextInternal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A WebSocket off a real socket. */
final class OpenSocket<I, O> implements Conversation<I, O> {
    private static final System.Logger LOG = System.getLogger("dev.plectrum.web");
    private static final long PING_EVERY = 20_000;

    /** Messages that a client may leave unread before it is taken for dead. */
    private static final int MOST_UNREAD = 1000;

    /** What fits into a close frame beside its code. */
    private static final int LONGEST_REASON = 123;

    private final Request request;
    private final ServerWebSocket socket;
    private final SocketSpec<I, O> spec;
    private final WebOptions options;
    private final ContextInternal context;
    private final AtomicInteger unread = new AtomicInteger();
    private final long pings;
    private boolean alive = true;
    /** What has come of a message whose last frame has not. */
    private Buffer begun = Buffer.buffer(0);

    private Function<? super I, ? extends @Nullable Future<?>> onMessage = message -> null;
    private Consumer<Throwable> onError = this::failed;
    private Consumer<Integer> onClose = code -> {};

    private OpenSocket(
            Request request,
            ServerWebSocket socket,
            SocketSpec<I, O> spec,
            WebOptions options,
            ContextInternal context) {
        this.request = request;
        this.socket = socket;
        this.spec = spec;
        this.options = options;
        this.context = context;
        pings = context.owner().setPeriodic(PING_EVERY, timer -> ping());
    }

    static <I, O> OpenSocket<I, O> open(
            Request request,
            ServerWebSocket socket,
            SocketSpec<I, O> spec,
            WebOptions options,
            ContextInternal context,
            Runnable closed) {
        var open = new OpenSocket<>(request, socket, spec, options, context);
        socket.frameHandler(open::frame);
        socket.pongHandler(bytes -> open.alive = true);
        socket.exceptionHandler(cause -> LOG.log(System.Logger.Level.DEBUG, "WebSocket of " + request, cause));
        socket.closeHandler(v -> {
            closed.run();
            open.closed();
        });
        try {
            spec.opened().accept(open);
        } catch (Exception e) {
            open.failed(e);
        }
        return open;
    }

    private void closed() {
        context.owner().cancelTimer(pings);
        Short code = socket.closeStatusCode();
        try {
            onClose.accept(code == null ? 1006 : code.intValue());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "What " + request + " does at its close failed", e);
        }
    }

    private void ping() {
        if (!alive) {
            close(CloseCode.GOING_AWAY, "No answer to a ping");
            return;
        }
        alive = false;
        socket.writePing(Buffer.buffer(0));
    }

    /** Puts messages together from bytes: as texts, what is no UTF-8 would be other characters by now. */
    private void frame(WebSocketFrame frame) {
        if (frame.isBinary()) {
            close(CloseCode.UNSUPPORTED, "Only text messages are spoken here");
        }
        if ((!frame.isText() && !frame.isContinuation()) || socket.isClosed()) {
            return;
        }
        int most = spec.maxMessage() > 0 ? spec.maxMessage() : options.maxMessage();
        if (begun.length() + frame.binaryData().length() > most) {
            close(CloseCode.TOO_LARGE, "Messages have at most " + most + " bytes");
            return;
        }
        Buffer bytes = begun.length() == 0 ? frame.binaryData() : begun.appendBuffer(frame.binaryData());
        if (frame.isFinal()) {
            begun = Buffer.buffer(0);
            text(bytes);
        } else {
            begun = begun.length() == 0 ? bytes.copy() : bytes;
        }
    }

    private void text(Buffer bytes) {
        var errors = new FieldErrors(Place.BODY);
        I message;
        try {
            message = JsonReader.decode(bytes, spec.decoder(), options.jsonLimits(), errors);
        } catch (MalformedJsonException e) {
            close(CloseCode.INVALID, e.getMessage());
            return;
        }
        if (message == null || !errors.isEmpty()) {
            close(CloseCode.INVALID, errors.list().toString());
            return;
        }
        Future<?> handled;
        try {
            handled = onMessage.apply(message);
        } catch (RuntimeException e) {
            refused(e);
            return;
        }
        if (handled != null && !handled.succeeded()) {
            socket.pause();
            handled.onComplete((nothing, cause) -> context.runOnContext(v -> {
                if (cause != null) {
                    refused(cause);
                }
                socket.resume();
            }));
        }
    }

    private void refused(Throwable cause) {
        try {
            onError.accept(cause);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "WebSocket of " + request + " failed", cause);
        close(CloseCode.FAILED, "Something went wrong here");
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public @Nullable String protocol() {
        return socket.subProtocol();
    }

    @Override
    public Conversation<I, O> onMessage(Function<? super I, ? extends @Nullable Future<?>> handler) {
        onMessage = handler;
        return this;
    }

    @Override
    public Conversation<I, O> onError(Consumer<Throwable> handler) {
        onError = handler;
        return this;
    }

    @Override
    public Conversation<I, O> onClose(Consumer<Integer> handler) {
        onClose = handler;
        return this;
    }

    @Override
    public Future<Void> send(O message) {
        if (socket.isClosed()) {
            return Future.failedFuture(new IllegalStateException("The WebSocket is closed"));
        }
        if (unread.incrementAndGet() > MOST_UNREAD) {
            return close(CloseCode.TRY_LATER, "Too many unread messages")
                    .compose(v -> Future.failedFuture(new IllegalStateException(
                            "The client left more than " + MOST_UNREAD + " messages unread and was cut off")));
        }
        Buffer text = JsonWriter.encode(spec.encoder()::write, message);
        return socket.writeTextMessage(text.toString(StandardCharsets.UTF_8))
                .onComplete(done -> unread.decrementAndGet());
    }

    @Override
    public Future<Void> close(int code, @Nullable String reason) {
        if (socket.isClosed()) {
            return Future.succeededFuture();
        }
        return socket.close((short) code, reason == null ? null : shortened(reason));
    }

    private static String shortened(String reason) {
        String text = reason;
        while (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            text = text.substring(0, text.length() - 1 - text.length() / 20);
        }
        boolean half = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        return half ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public String toString() {
        return "socket of " + request;
    }
}
