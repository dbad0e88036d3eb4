package dev.plectrum.web.server;

import dev.plectrum.web.Body;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stream out as fast as the client takes it, and no faster; breaks silences; lets go of the source when the client
 * leaves. Everything happens on the request's context, wherever the source comes from.
 */
final class StreamWriter {
    private final Body.Stream stream;
    private final WriteStream<Buffer> out;
    private final Context context;
    private final Consumer<@Nullable Throwable> over;
    private final Runnable forget;
    private long heartbeat = -1;
    private boolean quiet = true;
    private boolean done;

    StreamWriter(
            Body.Stream stream,
            WriteStream<Buffer> out,
            Context context,
            LiveStreams live,
            Consumer<@Nullable Throwable> over) {
        this.stream = stream;
        this.out = out;
        this.context = context;
        this.over = over;
        Body.Heartbeat beat = stream.heartbeat();
        // Only a stream that may be silent for ever is ended by a shutdown; any other is let finish.
        forget = beat == null ? () -> {} : live.add(context, this::end);
        if (beat != null) {
            heartbeat = context.owner().setPeriodic(beat.every().toMillis(), timer -> beat(beat.bytes()));
        }
    }

    void start() {
        out.exceptionHandler(this::left);
        out.drainHandler(v -> stream.source().resume());
        var source = stream.source();
        source.exceptionHandler(cause -> on(() -> failed(cause)));
        source.endHandler(v -> on(this::end));
        source.handler(piece -> on(() -> write(piece)));
        source.resume();
        if (stream.heartbeat() != null) {
            // The head goes out now: a browser that waits for it does not know that it is connected.
            write(stream.heartbeat().bytes());
        }
    }

    private void on(Runnable action) {
        if (io.vertx.core.Vertx.currentContext() == context) {
            action.run();
        } else {
            context.runOnContext(v -> action.run());
        }
    }

    private void write(Buffer piece) {
        if (done) {
            return;
        }
        quiet = false;
        out.write(piece);
        if (out.writeQueueFull()) {
            stream.source().pause();
        }
    }

    private void beat(Buffer bytes) {
        if (quiet && !out.writeQueueFull()) {
            write(bytes);
        }
        quiet = true;
    }

    private void end() {
        if (finish()) {
            out.end();
            over.accept(null);
        }
    }

    private void failed(Throwable cause) {
        if (finish()) {
            stream.abandon().run();
            over.accept(cause);
        }
    }

    /** The client left. */
    void left(Throwable cause) {
        if (finish()) {
            stream.abandon().run();
            over.accept(cause);
        }
    }

    private boolean finish() {
        if (done) {
            return false;
        }
        done = true;
        forget.run();
        if (heartbeat >= 0) {
            context.owner().cancelTimer(heartbeat);
        }
        return true;
    }
}
