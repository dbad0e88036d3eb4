package dev.plectrum.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is written by hand: what is sent waits, up to a limit, until the reader takes it. May be written from any
 * thread; the reader is called on the thread that sends or asks.
 */
public final class PushStream<T> implements ReadStream<T>, AutoCloseable {
    private final int capacity;
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Promise<Void> closed = Promise.promise();
    private long demand = Long.MAX_VALUE;
    private boolean ended;
    private boolean delivering;
    private boolean endDelivered;
    private @Nullable Throwable failure;
    private @Nullable Handler<T> handler;
    private @Nullable Handler<Void> endHandler;
    private @Nullable Handler<Throwable> exceptionHandler;

    /** A stream in which up to so many items wait. */
    public PushStream(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Sends one item. False if it was not taken: the stream is over, or the reader is so far behind that it is over now. A reader
     * that cannot keep up is better cut off, and comes back, than served from a queue that grows for ever.
     */
    public boolean send(T item) {
        synchronized (this) {
            if (ended) {
                return false;
            }
            if (waiting.size() >= capacity) {
                ended = true;
                failure = new IllegalStateException("The reader is more than " + capacity + " items behind");
                waiting.clear();
            } else {
                waiting.add(item);
            }
        }
        deliver();
        return failure == null;
    }

    /** Nothing more will come. */
    public void end() {
        synchronized (this) {
            ended = true;
        }
        deliver();
    }

    /** Nothing more will come, because of this. */
    public void fail(Throwable cause) {
        synchronized (this) {
            if (!ended) {
                ended = true;
                failure = cause;
            }
        }
        deliver();
    }

    /** Completes when the reader has everything, or has left. */
    public Future<Void> closed() {
        return closed.future();
    }

    /** The reader leaves. */
    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            endDelivered = true;
            waiting.clear();
        }
        closed.tryComplete();
    }

    /** Hands over what may be handed over, one caller at a time, so that items stay in order. */
    private void deliver() {
        synchronized (this) {
            if (delivering) {
                return;
            }
            delivering = true;
        }
        while (true) {
            Runnable next = next();
            if (next == null) {
                return;
            }
            try {
                next.run();
            } catch (RuntimeException e) {
                synchronized (this) {
                    delivering = false;
                }
                throw e;
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Handler<T> reader = handler;
        if (reader != null && demand > 0 && !waiting.isEmpty()) {
            T item = waiting.remove();
            demand -= demand == Long.MAX_VALUE ? 0 : 1;
            return () -> reader.handle(item);
        }
        // A failure does not wait for demand: nothing else will come to a paused reader.
        boolean over = ended && !endDelivered && waiting.isEmpty() && (demand > 0 || failure != null);
        Throwable cause = failure;
        Handler<Throwable> onFailure = exceptionHandler;
        Handler<Void> onEnd = endHandler;
        if (over && (cause != null ? onFailure != null : onEnd != null)) {
            endDelivered = true;
            return () -> {
                closed.tryComplete();
                if (cause != null && onFailure != null) {
                    onFailure.handle(cause);
                } else if (onEnd != null) {
                    onEnd.handle(null);
                }
            };
        }
        delivering = false;
        return null;
    }

    @Override
    public PushStream<T> handler(@Nullable Handler<T> handler) {
        synchronized (this) {
            this.handler = handler;
        }
        deliver();
        return this;
    }

    @Override
    public synchronized PushStream<T> exceptionHandler(@Nullable Handler<Throwable> handler) {
        exceptionHandler = handler;
        return this;
    }

    @Override
    public PushStream<T> endHandler(@Nullable Handler<Void> handler) {
        synchronized (this) {
            endHandler = handler;
        }
        deliver();
        return this;
    }

    @Override
    public synchronized PushStream<T> pause() {
        demand = 0;
        return this;
    }

    @Override
    public PushStream<T> resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public PushStream<T> fetch(long amount) {
        synchronized (this) {
            demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
        }
        deliver();
        return this;
    }
}
