package dev.plectrum.web.json;

import dev.plectrum.web.Body;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream of values as a stream of bytes: one JSON array, or one value a line. Values that arrive in the same turn of the event
 * loop leave in one piece; none waits for another.
 */
public final class JsonLines<T> implements ReadStream<Buffer> {
    /** What gathers before it leaves within a turn. */
    private static final int PIECE = 8 * 1024;

    private final ReadStream<T> source;
    private final JsonEncoder<? super T> encoder;
    private final boolean array;

    private JsonWriter out = new JsonWriter(PIECE + 1024);
    private boolean first = true;
    private boolean flushing;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Throwable> failed;
    private @Nullable Handler<Void> ended;

    private JsonLines(ReadStream<T> source, JsonEncoder<? super T> encoder, boolean array) {
        this.source = source;
        this.encoder = encoder;
        this.array = array;
    }

    /** The values as one array. */
    public static <T> Body.Stream array(ReadStream<T> source, JsonEncoder<? super T> encoder) {
        return body(source, new JsonLines<>(source, encoder, true));
    }

    /** The values, each on its line. */
    public static <T> Body.Stream lines(ReadStream<T> source, JsonEncoder<? super T> encoder) {
        return body(source, new JsonLines<>(source, encoder, false));
    }

    private static Body.Stream body(ReadStream<?> source, JsonLines<?> bytes) {
        source.pause();
        return new Body.Stream(bytes, () -> abandon(source), null);
    }

    /** Lets go of a stream whose reader left: one that holds something is closed, any other just never resumed. */
    public static void abandon(ReadStream<?> source) {
        source.pause();
        if (source instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("A stream that its reader left could not be closed", e);
            }
        }
    }

    private void accept(T value) {
        try {
            if (array) {
                out.raw(first ? '[' : ',');
            }
            first = false;
            out.value(encoder, value);
            if (!array) {
                out.raw('\n');
            }
            out.unseparated();
        } catch (RuntimeException e) {
            source.pause();
            fail(e);
            return;
        }
        if (out.size() >= PIECE) {
            flush();
        } else if (!flushing) {
            flushing = true;
            Context context = Vertx.currentContext();
            if (context == null) {
                flush();
            } else {
                context.runOnContext(v -> flush());
            }
        }
    }

    private void flush() {
        flushing = false;
        if (out.size() > 0 && handler != null) {
            Buffer piece = out.toBuffer();
            out = new JsonWriter(PIECE + 1024);
            handler.handle(piece);
        }
    }

    private void end() {
        if (array) {
            if (first) {
                out.raw('[');
            }
            out.raw(']');
        }
        flush();
        if (ended != null) {
            ended.handle(null);
        }
    }

    private void fail(Throwable cause) {
        if (failed != null) {
            failed.handle(cause);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        source.exceptionHandler(handler == null ? null : this::fail);
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        this.handler = handler;
        source.handler(handler == null ? null : this::accept);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        ended = handler;
        source.endHandler(handler == null ? null : v -> end());
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
