package dev.plectrum.orm.exec;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cursor as a stream that its reader may slow down and leave. Handlers are called on the context on which it was asked
 * for, one at a time. The next rows are asked for when the last ones are handed over, so that at most one batch is held.
 */
final class CursorRows<T> implements Session.Rows<T> {
    /** Opens the cursor when somebody listens. */
    private final Supplier<Future<Cursor<T>>> opening;

    /** Ends what was opened beside the cursor. */
    private final Supplier<Future<Void>> closing;

    private final ContextInternal context;

    // Guarded by this.
    private @Nullable Handler<T> handler;
    private @Nullable Handler<Throwable> exceptionHandler;
    private @Nullable Handler<Void> endHandler;
    private final ArrayDeque<T> rows = new ArrayDeque<>();
    private long demand = Long.MAX_VALUE;
    private @Nullable Cursor<T> cursor;
    private boolean opened;
    private boolean busy;
    private boolean emitting;
    private boolean ended;
    private final PromiseInternal<Void> closed;

    CursorRows(Cursor<T> cursor, ContextInternal context) {
        this(() -> Future.succeededFuture(cursor), Future::succeededFuture, context);
    }

    CursorRows(Supplier<Future<Cursor<T>>> opening, Supplier<Future<Void>> closing, ContextInternal context) {
        this.opening = opening;
        this.closing = closing;
        this.context = context;
        this.closed = context.promise();
    }

    @Override
    public synchronized CursorRows<T> exceptionHandler(@Nullable Handler<Throwable> handler) {
        exceptionHandler = handler;
        return this;
    }

    @Override
    public CursorRows<T> handler(@Nullable Handler<T> handler) {
        synchronized (this) {
            this.handler = handler;
        }
        if (handler != null) {
            context.emit(null, nothing -> go());
        }
        return this;
    }

    @Override
    public synchronized CursorRows<T> endHandler(@Nullable Handler<Void> handler) {
        endHandler = handler;
        return this;
    }

    @Override
    public synchronized CursorRows<T> pause() {
        demand = 0;
        return this;
    }

    @Override
    public CursorRows<T> resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public CursorRows<T> fetch(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException(
                    "The number of rows to fetch is " + amount + ": it must not be negative");
        }
        synchronized (this) {
            demand = demand + amount < 0 ? Long.MAX_VALUE : demand + amount;
        }
        context.emit(null, nothing -> go());
        return this;
    }

    /** Opens, reads, hands over or ends: whatever is next. Always on the context. */
    private void go() {
        boolean open;
        synchronized (this) {
            if (emitting || busy || ended || handler == null) {
                return;
            }
            open = !opened;
            opened = true;
            busy = open;
            emitting = !open;
        }
        if (!open) {
            emit();
        } else {
            Bodies.call(opening).onComplete((cursor, error) -> {
                synchronized (this) {
                    busy = false;
                    this.cursor = cursor;
                }
                proceed(error);
            });
        }
    }

    private void emit() {
        while (true) {
            T row;
            Handler<T> to;
            boolean read = false;
            synchronized (this) {
                to = handler;
                row = ended || demand == 0 || to == null ? null : rows.poll();
                if (row == null) {
                    emitting = false;
                    read = !ended && to != null && rows.isEmpty();
                } else if (demand != Long.MAX_VALUE) {
                    demand--;
                }
            }
            if (row == null || to == null) {
                if (read) {
                    read();
                }
                return;
            }
            try {
                to.handle(row);
            } catch (Throwable thrown) {
                end(thrown);
                return;
            }
        }
    }

    private void read() {
        Cursor<T> from;
        synchronized (this) {
            from = cursor;
            if (from == null || busy) {
                return;
            }
            if (!from.isExhausted() && demand == 0) {
                return;
            }
            busy = true;
        }
        if (from.isExhausted()) {
            end(null);
            return;
        }
        from.next().onComplete((List<T> fetched, Throwable error) -> {
            synchronized (this) {
                busy = false;
                if (error == null) {
                    rows.addAll(fetched);
                }
            }
            proceed(error);
        });
    }

    private void proceed(@Nullable Throwable error) {
        boolean left;
        synchronized (this) {
            left = ended;
        }
        if (left) {
            free();
        } else if (error != null) {
            end(error);
        } else {
            context.emit(null, nothing -> go());
        }
    }

    private void end(@Nullable Throwable error) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            emitting = false;
            busy = false;
            rows.clear();
        }
        free();
        closed.future().onComplete((nothing, closingError) -> {
            Throwable told = error != null ? error : closingError;
            Handler<Throwable> failed;
            Handler<Void> done;
            synchronized (this) {
                failed = exceptionHandler;
                done = endHandler;
            }
            if (told != null) {
                if (failed != null) {
                    failed.handle(told);
                }
            } else if (done != null) {
                done.handle(null);
            }
        });
    }

    private void free() {
        Cursor<T> from;
        synchronized (this) {
            from = cursor;
        }
        Future<Void> freed = from == null ? Future.succeededFuture() : from.close();
        freed.eventually(() -> Bodies.call(closing)).onComplete(closed::tryComplete, closed::tryFail);
    }

    @Override
    public Future<Void> close() {
        boolean wait;
        synchronized (this) {
            if (ended) {
                return closed.future();
            }
            ended = true;
            rows.clear();
            // A batch that is on its way is waited for: its answer frees the cursor.
            wait = busy;
        }
        if (!wait) {
            free();
        }
        return closed.future();
    }
}
