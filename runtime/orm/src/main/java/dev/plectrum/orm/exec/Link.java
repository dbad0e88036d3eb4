package dev.plectrum.orm.exec;

import io.netty.channel.EventLoop;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VertxException;
import io.vertx.core.internal.ContextInternal;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import io.vertx.sqlclient.internal.command.CommandBase;
import io.vertx.sqlclient.internal.command.CommandScheduler;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to PostgreSQL, on one event loop. Whoever holds it, a lane or a lease, sends through it; it counts what is
 * on its way, notices when no answer comes any more, and can be cut off without anybody's consent.
 */
final class Link {
    private static final Logger LOG = System.getLogger("dev.plectrum.connection");

    private static final long FIRST_PAUSE = 10;
    private static final long LONGEST_PAUSE = 200;

    private final Endpoint endpoint;
    private final EventLoop loop;
    private final ContextInternal context;
    private final Wire wire;
    private final SqlConnection connection;
    private final CommandScheduler scheduler;
    private final long born = System.nanoTime();
    private final AtomicInteger underWay = new AtomicInteger();
    private final int patience;
    private volatile int signOfLife;
    private volatile int patienceNow;
    private volatile boolean open = true;
    private volatile @Nullable Runnable whenClosed;
    private volatile @Nullable Future<Void> cancelling;
    private volatile long idleSince = born;

    private Link(Endpoint endpoint, ContextInternal context, Wire wire, SqlConnection connection, int patience) {
        this.endpoint = endpoint;
        this.context = context;
        this.loop = context.nettyEventLoop();
        this.wire = wire;
        this.connection = connection;
        this.scheduler = (CommandScheduler) connection;
        this.patience = patience;
        this.patienceNow = patience;
    }

    /**
     * Opens one on this event loop. It belongs to a context of its own: on its caller's it would be closed with the
     * caller's verticle, and keep what the caller's request carries alive.
     *
     * @param patience how many ticks may go by without an answer
     */
    static void open(
            Endpoint endpoint, EventLoop loop, PgConnectOptions options, int patience, Completable<Link> then) {
        ContextInternal context =
                endpoint.vertx().contextBuilder().withEventLoop(loop).build();
        try {
            context.emit(nothing -> connect(endpoint, context, options, patience, then));
        } catch (RejectedExecutionException e) {
            then.complete(null, e);
        }
    }

    private static void connect(
            Endpoint endpoint,
            ContextInternal context,
            PgConnectOptions options,
            int patience,
            Completable<Link> then) {
        Wire wire = new Wire(endpoint.vertx(), endpoint.client());
        ConnectionFactory<PgConnectOptions> factory =
                PgDriver.INSTANCE.createConnectionFactory(wire, endpoint.transport());
        long timer = context.setTimer(endpoint.options().connectTimeout().toMillis(), id -> wire.cut());
        factory.connect(context, options).onComplete((connection, error) -> {
            context.owner().cancelTimer(timer);
            if (error != null) {
                wire.cut();
                then.complete(null, error);
                return;
            }
            Link link = new Link(endpoint, context, wire, connection, patience);
            connection.exceptionHandler(
                    failure -> LOG.log(Level.DEBUG, () -> "PostgreSQL ended a connection: " + failure.getMessage()));
            ((PgConnection) connection)
                    .noticeHandler(notice -> LOG.log(Level.DEBUG, () -> "PostgreSQL says: " + notice.getMessage()));
            connection.closeHandler(nothing -> link.closed());
            if (((SqlConnectionInternal) connection).unwrap().isValid()) {
                then.complete(link, null);
            } else {
                link.closed();
                then.complete(null, ClosedConnectionException.INSTANCE);
            }
        });
    }

    EventLoop loop() {
        return loop;
    }

    boolean isOpen() {
        return open;
    }

    long born() {
        return born;
    }

    long idleSince() {
        return idleSince;
    }

    /** When something was last on its way, to the tick. */
    long lastUsed() {
        return endpoint.timeOf(signOfLife);
    }

    /** Called when it breaks or is closed. */
    void whenClosed(@Nullable Runnable action) {
        whenClosed = action;
    }

    /** Sends a statement; its carrier hears of the answer. */
    void send(Call<?, ?> call, Carrier carrier) {
        schedule(call.command(carrier, this), call);
    }

    /** Sends a command of the protocol; whoever gets the answer calls {@link #answered}. */
    <T> void schedule(CommandBase<T> command, Completable<T> then) {
        if (underWay.getAndIncrement() == 0) {
            signOfLife = endpoint.tick();
        }
        try {
            scheduler.schedule(command, then);
        } catch (RejectedExecutionException e) {
            // Vert.x is closed, and its event loops with it.
            then.complete(null, e);
        }
    }

    /** An answer came, so the connection lives; or its loss was told instead. */
    void answered(@Nullable Throwable error) {
        underWay.decrementAndGet();
        signOfLife = endpoint.tick();
        if (error != null && !(error instanceof PgException) && lost(error) != null) {
            // Its close handler is called behind this: nobody shall send on it in between.
            open = false;
        }
    }

    int underWay() {
        return underWay.get();
    }

    /** Waits this long for an answer, until it is released. */
    void patience(int ticks) {
        patienceNow = Math.max(ticks, patience);
    }

    /** Cuts it off when the server should have answered long ago. */
    void check(int tick) {
        if (open && underWay.get() > 0 && tick - signOfLife > patienceNow) {
            LOG.log(Level.WARNING, "A connection to PostgreSQL gave no answer in time and was cut off");
            sever();
        }
    }

    /**
     * Asks the server to end what runs here, until it has. A request that arrives while the statement is still on its way,
     * or between its preparation and its execution, finds an idle backend and is forgotten: once is not enough. Only for a
     * connection that nobody shares.
     */
    void cancel() {
        Promise<Void> ended;
        synchronized (this) {
            if (cancelling != null || !open || underWay.get() == 0) {
                return;
            }
            ended = context.promise();
            cancelling = ended.future();
        }
        patienceNow = endpoint.ticks(endpoint.options().answerGrace());
        signOfLife = endpoint.tick();
        cancel(ended, FIRST_PAUSE);
    }

    private void cancel(Promise<Void> ended, long pause) {
        requestCancel().onComplete((nothing, error) -> {
            if (error != null) {
                ended.tryFail(error);
            } else if (underWay.get() == 0 || !open) {
                ended.tryComplete();
            } else {
                context.setTimer(pause, id -> {
                    if (underWay.get() == 0 || !open) {
                        ended.tryComplete();
                    } else {
                        cancel(ended, Math.min(2 * pause, LONGEST_PAUSE));
                    }
                });
            }
        });
    }

    private Future<Void> requestCancel() {
        PgConnection own = (PgConnection) connection;
        return CancelRequest.send(endpoint, loop, own.processId(), own.secretKey(), own.isSSL());
    }

    /**
     * When a cancel request for this connection is on its way, the moment at which it cannot hit anything any more: before
     * that, the next statement could be its victim. Null when there is none.
     */
    @Nullable Future<Void> cancelling() {
        return cancelling;
    }

    /** Ready for somebody else. */
    void reset() {
        cancelling = null;
        patienceNow = patience;
        whenClosed = null;
        idleSince = System.nanoTime();
    }

    /** Says goodbye to the server and waits until it hangs up, or for as long as it is worth waiting. */
    Future<Void> close() {
        open = false;
        long timer = context.setTimer(endpoint.options().answerGrace().toMillis(), id -> wire.cut());
        return connection.close().onComplete(done -> context.owner().cancelTimer(timer));
    }

    /** Closes the socket as it is. */
    void sever() {
        open = false;
        boolean asked;
        synchronized (this) {
            asked = cancelling != null;
        }
        if (underWay.get() > 0 && !asked) {
            // The server does not look at its socket while it works. Whether it hears of this makes no difference here.
            requestCancel();
        }
        wire.cut();
    }

    private void closed() {
        open = false;
        Runnable action = whenClosed;
        if (action != null) {
            action.run();
        }
    }

    /** The error, when it says that the connection broke with the statement on its way or before it was sent. */
    static @Nullable Throwable lost(Throwable error) {
        if (error instanceof PgException) {
            return null;
        }
        String message = error.getMessage();
        // The client refuses values that do not fit before it sends anything; whatever else it reports ends the
        // connection.
        return error instanceof VertxException && message != null && message.contains("arameter") ? null : error;
    }

    /** Whether the statement never left: running it elsewhere is safe. */
    static boolean unsent(Throwable error) {
        String message = error.getMessage();
        return error instanceof VertxException
                && message != null
                && (message.startsWith("Connection is not active now")
                        || message.startsWith("Pending requests failed to be sent"));
    }
}
