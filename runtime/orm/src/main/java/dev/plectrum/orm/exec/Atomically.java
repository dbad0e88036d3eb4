package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.DeadlockDetected;
import dev.plectrum.orm.error.HookFailed;
import dev.plectrum.orm.error.Report;
import dev.plectrum.orm.error.SerializationFailure;
import dev.plectrum.orm.error.StatementCancelled;
import dev.plectrum.orm.error.TransactionTimeout;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An outermost {@code atomic} from the call to the end of its future: gets a connection, runs the code in a transaction,
 * gives the connection back, runs the hooks, and does it all again where that was asked for.
 */
final class Atomically<T> implements Pool.Waiter, Cancellation.Cancellable {
    private static final Logger LOG = System.getLogger("dev.plectrum.transaction");

    private final Database database;
    private final Endpoint endpoint;
    private final Atomic options;
    private final ContextInternal caller;
    private final ContextInternal bodies;
    private final Function<Transaction, Future<T>> body;
    private final PromiseInternal<T> promise;
    private final @Nullable Cancellation cancellation;

    // Guarded by this.
    private int attempts;
    private @Nullable Transaction current;
    private @Nullable DatabaseException ended;
    private long timer = -1;

    Atomically(
            Database database,
            Endpoint endpoint,
            Atomic options,
            ContextInternal caller,
            ContextInternal bodies,
            Function<Transaction, Future<T>> body) {
        this.database = database;
        this.endpoint = endpoint;
        this.options = options;
        this.caller = caller;
        this.bodies = bodies;
        this.body = body;
        this.promise = caller.promise();
        Scope scope = Scope.of(caller);
        this.cancellation = scope == null ? null : scope.cancellation();
    }

    /** Whether running the transaction again may succeed. */
    static boolean isConflict(DatabaseException error) {
        return error instanceof SerializationFailure || error instanceof DeadlockDetected;
    }

    Future<T> start() {
        Duration timeout = options.timeout();
        if (timeout != null) {
            timer = endpoint.vertx()
                    .setTimer(
                            Math.max(1, timeout.toMillis()),
                            id -> end(new TransactionTimeout(Report.of("The transaction was not done within "
                                    + timeout.toMillis() + " ms and was rolled back"))));
        }
        if (cancellation != null && !cancellation.watch(this)) {
            promise.tryFail(Cancellation.reason());
            return promise.future();
        }
        attempt();
        return promise.future();
    }

    private void attempt() {
        attempts++;
        endpoint.pool().acquire(this);
    }

    @Override
    public EventLoop loop() {
        return database.loopOf(caller);
    }

    @Override
    public synchronized boolean isAbandoned() {
        return ended != null;
    }

    @Override
    public void refused(DatabaseException reason) {
        fail(reason);
    }

    @Override
    public void granted(Link link) {
        Transaction transaction = new Transaction(database, link, options, promise);
        DatabaseException reason;
        synchronized (this) {
            reason = ended;
            if (reason == null) {
                current = transaction;
            }
        }
        if (reason != null) {
            endpoint.pool().release(link, false);
            fail(reason);
            return;
        }
        transaction.begin(this, () -> transaction.run(bodies, body, promise));
    }

    /** BEGIN was refused, or never arrived; nothing of the user's has run. */
    void failedToBegin(Transaction transaction, Throwable error) {
        Link link = transaction.link();
        link.whenClosed(null);
        // A refused BEGIN leaves no transaction, unless its settings were refused and it stands.
        endpoint.pool().release(link, true);
        boolean idleConnectionWasDead =
                Link.lost(error) != null && attempts <= endpoint.options().poolSize();
        synchronized (this) {
            current = null;
            if (ended != null) {
                idleConnectionWasDead = false;
            }
        }
        if (idleConnectionWasDead) {
            attempt();
        } else {
            DatabaseException reason =
                    ended != null ? ended : database.diagnosis().of(error, null);
            fail(reason);
        }
    }

    void committed(Transaction transaction, @Nullable Object value, List<Transaction.Hook> hooks) {
        endpoint.pool().release(transaction.link(), false);
        over();
        if (hooks.isEmpty()) {
            succeed(value);
        } else {
            caller.emit(nothing -> hook(hooks, 0, value));
        }
    }

    /** Runs the hooks one after another, where the caller is: the transaction is over for them. */
    private void hook(List<Transaction.Hook> hooks, int next, @Nullable Object value) {
        if (next == hooks.size()) {
            succeed(value);
            return;
        }
        Transaction.Hook hook = hooks.get(next);
        call(hook).onComplete((done, error) -> {
            if (error == null) {
                hook(hooks, next + 1, value);
            } else if (hook.robust()) {
                LOG.log(Level.ERROR, "A robust commit hook failed", error);
                hook(hooks, next + 1, value);
            } else {
                promise.tryFail(new HookFailed(
                        Report.of("The transaction was committed; a hook that ran after it failed: " + error)
                                .causedBy(error)));
            }
        });
    }

    @SuppressWarnings("unchecked") // What a hook's future holds is nobody's business.
    private static Future<Object> call(Transaction.Hook hook) {
        return Bodies.call(() -> (Future<Object>) hook.action().get());
    }

    @SuppressWarnings("unchecked") // It is what the body returned.
    private void succeed(@Nullable Object value) {
        promise.tryComplete((T) value);
    }

    /** It was rolled back, or its connection is gone. */
    void ended(Transaction transaction, Throwable reason, boolean retry) {
        endpoint.pool().release(transaction.link(), false);
        boolean again;
        synchronized (this) {
            current = null;
            again = retry && ended == null && attempts <= options.retries();
        }
        if (!again) {
            fail(reason);
            return;
        }
        // Those who collided would collide again if all waited equally long.
        long backoff = 1 + ThreadLocalRandom.current().nextLong(10L << Math.min(attempts, 6));
        endpoint.vertx().setTimer(backoff, id -> attempt());
    }

    private void fail(Throwable reason) {
        over();
        promise.tryFail(reason);
    }

    private void over() {
        if (timer != -1) {
            endpoint.vertx().cancelTimer(timer);
        }
        if (cancellation != null) {
            cancellation.forget(this);
        }
    }

    @Override
    public void cancel(StatementCancelled reason) {
        end(reason);
    }

    private void end(DatabaseException reason) {
        Transaction running;
        synchronized (this) {
            if (ended != null) {
                return;
            }
            ended = reason;
            running = current;
        }
        if (running != null) {
            running.abort(reason);
        } else {
            promise.tryFail(reason);
        }
    }
}
