package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.DatabaseClosed;
import dev.plectrum.orm.error.Report;
import dev.plectrum.orm.error.TransactionMisuse;
import dev.plectrum.orm.schema.Ddl;
import dev.plectrum.orm.schema.Described;
import dev.plectrum.orm.schema.Schema;
import dev.plectrum.orm.sql.Sql;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.sqlclient.Row;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database, and the connections to it. A program makes one of each and shares it everywhere; it may be used
 * from any thread. Making one opens no connection: {@link #check()} does.
 *
 * <p>Single statements travel over a few connections that the callers of an event loop share, transactions and streams over
 * connections of their own. Nobody needs to know: inside {@link #atomic(Supplier) atomic}, statements sent through the
 * database belong to the transaction.
 */
public final class Database implements Session {
    /** Lets the rows go by. */
    static final Collector<Row, Object, Object> IGNORED =
            Collector.of(() -> Database.class, (nothing, row) -> {}, (one, other) -> one);

    private static final Logger LOG = System.getLogger("dev.plectrum.transaction");
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final DatabaseOptions options;
    private final VertxInternal vertx;
    private final boolean ownsVertx;
    private final ContextInternal own;
    private final Observers observers;
    private final Diagnosis diagnosis;
    private final Endpoint primary;
    private final @Nullable Endpoint replica;
    private final AtomicReference<@Nullable Future<Void>> closing = new AtomicReference<>();

    private Database(DatabaseOptions options, VertxInternal vertx, boolean ownsVertx) {
        this.options = options;
        this.vertx = vertx;
        this.ownsVertx = ownsVertx;
        this.own = vertx.createEventLoopContext();
        this.observers = new Observers(options);
        this.diagnosis = new Diagnosis(options.development(), options.fieldNames());
        // Made on a context of ours: on a verticle's, Vert.x would close the network client together with the verticle.
        ContextInternal previous = own.beginDispatch();
        try {
            this.primary = new Endpoint(this, options, vertx);
            DatabaseOptions copy = options.replica();
            this.replica = copy == null ? null : new Endpoint(this, copy, vertx);
        } finally {
            own.endDispatch(previous);
        }
    }

    /** The database at this URL, on a Vert.x of its own. {@link DatabaseOptions#of(String)} tells what the URL may say. */
    public static Database connect(String url) {
        return connect(DatabaseOptions.of(url));
    }

    /** The database with these options, on a Vert.x of its own. */
    public static Database connect(DatabaseOptions options) {
        return new Database(options, (VertxInternal) Vertx.vertx(), true);
    }

    /** The database with these options, on the caller's Vert.x, which is left running when the database is closed. */
    public static Database connect(Vertx vertx, DatabaseOptions options) {
        return new Database(options, (VertxInternal) vertx, false);
    }

    /**
     * The database that {@code DATABASE_URL} names. Without that variable, the one that the development services start,
     * if they are on the class path; {@link IllegalStateException} otherwise.
     */
    public static Database fromEnvironment() {
        return connect(environment(""));
    }

    /** The same on the caller's Vert.x. */
    public static Database fromEnvironment(Vertx vertx) {
        return connect(vertx, environment(""));
    }

    /** One of several databases: {@code reports} is the one that {@code REPORTS_DATABASE_URL} names. */
    public static Database fromEnvironment(Vertx vertx, String name) {
        return connect(vertx, environment(name));
    }

    private static DatabaseOptions environment(String name) {
        Map<String, String> environment = System.getenv();
        DatabaseOptions configured = DatabaseOptions.of(environment, name);
        if (configured != null) {
            return configured;
        }
        if (name.isEmpty()) {
            for (DevelopmentDatabase development : ServiceLoader.load(DevelopmentDatabase.class)) {
                return DatabaseOptions.of(development.url())
                        .development(true)
                        .withEnvironment(environment, "DATABASE_");
            }
        }
        String variable = name.isEmpty() ? "DATABASE_URL" : name.toUpperCase(java.util.Locale.ROOT) + "_DATABASE_URL";
        throw new IllegalStateException(
                "There is no database: set " + variable
                        + "=postgres://user:password@host:5432/database, or add plectrum-devservices for one that starts by itself");
    }

    @Override
    public Clock clock() {
        return options.clock();
    }

    // Statements.

    @Override
    public <A, R> Future<R> query(Sql sql, Collector<Row, A, R> rows) {
        return send(sql, rows, Call.Wanted.ROWS);
    }

    @Override
    public Future<Long> execute(Sql sql) {
        return send(sql, IGNORED, Call.Wanted.AFFECTED);
    }

    @Override
    public <R> Future<R> change(Sql sql, Collector<Row, ?, R> row, Supplier<Future<R>> missing) {
        return send(sql, row, Call.Wanted.ROWS, missing);
    }

    @Override
    public <A, R> Future<Outcome<R>> run(Sql sql, Collector<Row, A, R> rows) {
        return send(sql, rows, Call.Wanted.OUTCOME);
    }

    /**
     * Runs a script: several statements without binds, separated by semicolons, in one implicit transaction unless the
     * script has its own. Its connection is closed afterwards, with whatever it has SET.
     */
    public Future<Void> script(String statements) {
        return execute(Sql.text(statements)).mapEmpty();
    }

    private <A, R, T> Future<T> send(Sql sql, Collector<Row, A, R> rows, Call.Wanted wanted) {
        return send(sql, rows, wanted, null);
    }

    private <A, R, T> Future<T> send(
            Sql sql, Collector<Row, A, R> rows, Call.Wanted wanted, @Nullable Supplier<Future<R>> missing) {
        ContextInternal context = callerContext();
        Scope scope = Scope.of(context);
        if (scope == null) {
            Call<A, R> call = new Call<>(this, sql, rows, wanted, context, null, missing, null);
            route(call, context, null);
            return call.future();
        }
        Transaction transaction = scope.transactionOf(this);
        Call<A, R> call = new Call<>(this, sql, rows, wanted, context, scope.cancellation(), missing, null);
        if (transaction != null) {
            return transaction.send(call);
        }
        route(call, context, scope);
        return call.future();
    }

    private void route(Call<?, ?> call, ContextInternal context, @Nullable Scope scope) {
        Sql sql = call.sql();
        if (sql.access() == Sql.Access.LOCK) {
            call.settle(new TransactionMisuse(Report.of(
                    "A locking read was sent outside a transaction, where its locks end with it: put it into db.atomic(…)",
                    sql.text(),
                    sql.site())));
            return;
        }
        Endpoint endpoint = primary;
        if (replica != null) {
            if (sql.access() == Sql.Access.READ) {
                endpoint = scope != null && scope.primary() ? primary : replica;
            } else if (context.isDuplicate()) {
                // A request that has written reads what it wrote.
                (scope == null ? Scope.NONE : scope).onPrimary().enter(context);
            }
        }
        endpoint.route(call, loopOf(context));
    }

    /** Has the primary answer what its replica could not be asked; false when this was the primary. */
    boolean fallBack(Endpoint failed, Call<?, ?> call, EventLoop loop) {
        if (failed == primary) {
            return false;
        }
        primary.route(call, loop);
        return true;
    }

    @Override
    public <T> Future<Long> stream(Sql asked, int fetchSize, Function<Row, T> decoder, Function<T, Future<?>> each) {
        Sql sql = located(asked);
        ContextInternal context = callerContext();
        Transaction current = transactionOf(context);
        if (current != null) {
            return current.stream(sql, fetchSize, decoder, each);
        }
        // The rows' handlers run where the caller is, outside this transaction: it is read-only, and they may write.
        return outermost(streaming(sql), context, transaction -> {
            return new Cursor<>(transaction, sql, fetchSize, decoder, context).forEach(each);
        });
    }

    @Override
    public <T> Rows<T> stream(Sql asked, int fetchSize, Function<Row, T> decoder) {
        Sql sql = located(asked);
        ContextInternal context = callerContext();
        Transaction current = transactionOf(context);
        if (current != null) {
            return current.stream(sql, fetchSize, decoder);
        }
        PromiseInternal<Void> read = context.promise();
        AtomicReference<Future<Void>> transactionEnd = new AtomicReference<>(Future.succeededFuture());
        return new CursorRows<>(
                () -> {
                    PromiseInternal<Cursor<T>> opened = context.promise();
                    Future<Void> end = outermost(streaming(sql), context, transaction -> {
                        opened.tryComplete(new Cursor<>(transaction, sql, fetchSize, decoder, context));
                        return read.future();
                    });
                    end.onFailure(opened::tryFail);
                    transactionEnd.set(end);
                    return opened.future();
                },
                () -> {
                    read.tryComplete();
                    return transactionEnd.get();
                },
                context);
    }

    private static Atomic streaming(Sql sql) {
        return sql.access() == Sql.Access.READ ? Atomic.READ_ONLY : Atomic.DEFAULT;
    }

    // Tables.

    @Override
    public Session lasting() {
        return this;
    }

    /**
     * Makes the tables of models, with all that belongs to them, in an empty database: for development and tests. All of them or, on a
     * failure, none.
     */
    public Future<Void> createSchema(Iterable<? extends Described> models) {
        return query(
                        Sql.read("SELECT current_setting('server_version_num')::int4"),
                        Collectors.mapping(row -> row.getInteger(0), Collectors.toList()))
                .compose(version -> script(String.join(";\n", Schema.of(models).createStatements(version.get(0)))));
    }

    /** Whether all tables of these models are there. */
    public Future<Boolean> hasTables(Iterable<? extends Described> models) {
        String[] names = Schema.of(models).tables().stream().map(Ddl::name).toArray(String[]::new);
        return query(
                        Sql.read(
                                "SELECT count(*) FROM unnest($1::text[]) AS t(name) WHERE to_regclass(t.name) IS NOT NULL",
                                (Object) names),
                        Collectors.mapping(row -> row.getLong(0), Collectors.toList()))
                .map(count -> count.get(0) == names.length);
    }

    // Transactions.

    /**
     * Runs code in a transaction: committed when its future succeeds, rolled back when it fails or the code throws. The
     * result is that of the code; a success means that the data is permanent. Inside another {@code atomic} it is a
     * savepoint of that one.
     *
     * <p>Statements sent through this database by the code, and by whatever follows from it, belong to the transaction.
     */
    public <T> Future<T> atomic(Supplier<Future<T>> code) {
        return atomic(Atomic.DEFAULT, code);
    }

    /** The same, the way it is asked for here. */
    public <T> Future<T> atomic(Atomic options, Supplier<Future<T>> code) {
        return atomic(options, transaction -> code.get());
    }

    /** The same for code that wants to name the transaction. */
    @Override
    public <T> Future<T> atomic(Function<Transaction, Future<T>> code) {
        return atomic(Atomic.DEFAULT, code);
    }

    /** The same, the way it is asked for here. */
    public <T> Future<T> atomic(Atomic options, Function<Transaction, Future<T>> code) {
        ContextInternal context = callerContext();
        Transaction current = transactionOf(context);
        return current != null ? current.nested(options, context, code) : outermost(options, context, code);
    }

    private <T> Future<T> outermost(Atomic options, ContextInternal context, Function<Transaction, Future<T>> code) {
        Scope scope = Scope.of(context);
        boolean mayLag = replica != null
                && options.isReadOnly()
                && options.isolation() != Atomic.Isolation.SERIALIZABLE
                && (scope == null || !scope.primary());
        Endpoint endpoint = mayLag && replica != null ? replica : primary;
        if (replica != null && !options.isReadOnly() && context.isDuplicate()) {
            (scope == null ? Scope.NONE : scope).onPrimary().enter(context);
        }
        return new Atomically<>(this, endpoint, options, context, bodyContext(context), code).start();
    }

    /**
     * Runs this once the transaction is committed, and never if it is not; at once when there is none. Hooks run in the
     * order in which they were added, each after the future of the one before; the first that fails keeps the later ones
     * from running, and {@code atomic} fails with {@link dev.plectrum.orm.error.HookFailed}.
     */
    public void onCommit(Supplier<? extends Future<?>> hook) {
        onCommit(new Transaction.Hook(hook, false));
    }

    /** The same for something that is done when it returns. */
    public void onCommit(Runnable hook) {
        onCommit(() -> {
            hook.run();
            return Future.succeededFuture();
        });
    }

    /** Like {@link #onCommit(Supplier)}, but a failure is logged and keeps nothing else from running. */
    public void onCommitRobust(Supplier<? extends Future<?>> hook) {
        onCommit(new Transaction.Hook(hook, true));
    }

    private void onCommit(Transaction.Hook hook) {
        Transaction current = transactionOf(callerContext());
        if (current != null) {
            current.onCommit(hook);
            return;
        }
        Future<?> done = hook.action().get();
        done.onFailure(error -> LOG.log(Level.ERROR, "A commit hook that ran outside a transaction failed", error));
    }

    /** The transaction that the calling code runs in; null when there is none. */
    public @Nullable Transaction currentTransaction() {
        return transactionOf(callerContext());
    }

    private @Nullable Transaction transactionOf(ContextInternal context) {
        Scope scope = Scope.of(context);
        return scope == null ? null : scope.transactionOf(this);
    }

    /** Runs code whose reads go to the primary although there is a replica. */
    public <T> Future<T> onPrimary(Supplier<Future<T>> code) {
        ContextInternal caller = callerContext();
        ContextInternal context = caller.duplicate(true);
        Scope scope = Scope.of(caller);
        (scope == null ? Scope.NONE : scope).onPrimary().enter(context);
        return Bodies.run(context, caller, code);
    }

    // The rest.

    /** Asks the server for a sign of life: fails as any statement would when there is none. */
    public Future<Void> check() {
        return execute(Sql.read("SELECT 1")).mapEmpty();
    }

    /** Has this one told of every statement from now on. */
    public void addListener(StatementListener listener) {
        observers.add(listener);
    }

    /** The opposite of {@link #addListener}. */
    public void removeListener(StatementListener listener) {
        observers.remove(listener);
    }

    /** With what it was made. */
    public DatabaseOptions options() {
        return options;
    }

    /** The Vert.x it runs on. */
    public Vertx vertx() {
        return vertx;
    }

    /** How its connections are used at this moment. */
    public PoolState pool() {
        Pool pool = primary.pool();
        return new PoolState(
                options.poolSize(), pool.connections(), pool.lanes(), pool.idleConnections(), pool.queued());
    }

    /**
     * How the connections to the primary are used.
     *
     * @param size how many there may be
     * @param open how many there are, lanes included
     * @param lanes how many of them are shared by single statements
     * @param idle how many are lent to nobody
     * @param waiting how many callers wait for one
     */
    public record PoolState(int size, int open, int lanes, int idle, int waiting) {}

    /**
     * Closes its connections, and its Vert.x if that is its own. New statements fail with {@link DatabaseClosed}; those
     * under way have ten seconds to end. Closing it again returns the same future.
     */
    public Future<Void> close() {
        Future<Void> already = closing.get();
        if (already != null) {
            return already;
        }
        io.vertx.core.Promise<Void> done = io.vertx.core.Promise.promise();
        if (!closing.compareAndSet(null, done.future())) {
            return close();
        }
        Future<Void> replicaClosed = replica == null ? Future.succeededFuture() : replica.close(CLOSING);
        Future.join(primary.close(CLOSING), replicaClosed)
                .<Void>mapEmpty()
                .eventually(() -> ownsVertx ? vertx.close() : Future.succeededFuture())
                .onComplete(done);
        return done.future();
    }

    static DatabaseClosed closedException() {
        return new DatabaseClosed(Report.of("The database was closed"));
    }

    /** The caller's context, on which his futures complete; one of the database's own when he has none. */
    ContextInternal callerContext() {
        ContextInternal current = ContextInternal.current();
        if (current != null) {
            return current;
        }
        return own.duplicate();
    }

    /**
     * Where the code of an atomic runs: where its caller is. The code of a caller on a virtual thread of his own may wait
     * for its futures as he may, and gets a virtual thread too; its own, because one that is interrupted while it waits
     * can stall its context, and the caller shall hear of that.
     */
    private ContextInternal bodyContext(ContextInternal caller) {
        boolean virtual = ContextInternal.current() == null
                && Threads.isVirtual(Thread.currentThread())
                && vertx.isVirtualThreadAvailable();
        return virtual ? vertx.createVirtualThreadContext() : caller;
    }

    /** The event loop whose connections serve this caller: his, if it is one of ours. */
    EventLoop loopOf(ContextInternal context) {
        return context.owner() == vertx ? context.nettyEventLoop() : own.nettyEventLoop();
    }

    <A, R> Call<A, R> call(Sql sql, Collector<Row, A, R> rows, Call.Wanted wanted, ContextInternal context) {
        return call(sql, rows, wanted, context, null);
    }

    <A, R> Call<A, R> call(
            Sql sql,
            Collector<Row, A, R> rows,
            Call.Wanted wanted,
            ContextInternal context,
            @Nullable Supplier<Future<R>> missing) {
        Scope scope = Scope.of(context);
        return new Call<>(this, sql, rows, wanted, context, scope == null ? null : scope.cancellation(), missing, null);
    }

    /** The statement with the line of the user's code that asks for it, in development mode. */
    Sql located(Sql sql) {
        return options.development() && sql.site() == null ? sql.at(CallSite.find()) : sql;
    }

    /** A statement of the layer's own, for this transaction if it is one of the user's. */
    Call<Object, Object> control(String text, ContextInternal context, @Nullable Transaction owner) {
        return new Call<>(this, Sql.text(text), IGNORED, Call.Wanted.NOTHING, context, null, null, owner);
    }

    Endpoint primary() {
        return primary;
    }

    Observers observers() {
        return observers;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
