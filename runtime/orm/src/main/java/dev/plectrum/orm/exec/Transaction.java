package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.ConnectionFailure;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.Report;
import dev.plectrum.orm.error.TransactionAborted;
import dev.plectrum.orm.error.TransactionMisuse;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.internal.command.CloseCursorCommand;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * An {@code atomic} in progress: a transaction, or a savepoint inside one. Code inside it need not mention it, because
 * the {@link Database} finds it through the Vert.x context; whoever wants to be explicit sends statements through it.
 *
 * <p>Statements are sent in the order in which they are asked for, without waiting for each other. Nested atomics of the
 * same parent run one after another, and the parent's own statements wait for them: PostgreSQL has one stack of
 * savepoints, and going back to one undoes everything behind it, whoever asked for it.
 */
public final class Transaction implements Session {
    /** Something that waits for a nested atomic to end. */
    private record Pending(Runnable start, Consumer<DatabaseException> refuse) {}

    /** Something to do after the commit. */
    record Hook(Supplier<? extends Future<?>> action, boolean robust) {}

    private final Database database;
    private final Link link;
    private final Atomic options;
    private final Transaction root;
    private final @Nullable Transaction parent;
    private final PromiseInternal<?> promise;
    private final String savepoint;

    // All of these are guarded by the root's monitor.
    private int underWay;
    private @Nullable Transaction active;
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private boolean finished;
    private @Nullable DatabaseException failure;
    private @Nullable Runnable whenQuiet;
    private final List<Hook> hooks = new ArrayList<>(0);

    // Of the root only.
    private int savepoints;
    private int portals;
    private @Nullable DatabaseException over;
    private @Nullable DatabaseException conflict;

    Transaction(Database database, Link link, Atomic options, PromiseInternal<?> promise) {
        this.database = database;
        this.link = link;
        this.options = options;
        this.root = this;
        this.parent = null;
        this.promise = promise;
        this.savepoint = "";
    }

    private Transaction(Transaction parent, PromiseInternal<?> promise, String savepoint) {
        this.database = parent.database;
        this.link = parent.link;
        this.options = parent.options;
        this.root = parent.root;
        this.parent = parent;
        this.promise = promise;
        this.savepoint = savepoint;
    }

    /** The database it belongs to. */
    public Database database() {
        return database;
    }

    Link link() {
        return link;
    }

    @Override
    public Clock clock() {
        return database.clock();
    }

    @Override
    public Session lasting() {
        boolean ended;
        synchronized (root) {
            ended = finished || root.finished;
        }
        if (!ended) {
            return this;
        }
        return parent == null ? database : parent.lasting();
    }

    // Statements.

    @Override
    public <A, R> Future<R> query(Sql sql, Collector<Row, A, R> rows) {
        ContextInternal context = database.callerContext();
        return here(context).send(database.call(sql, rows, Call.Wanted.ROWS, context));
    }

    @Override
    public Future<Long> execute(Sql sql) {
        ContextInternal context = database.callerContext();
        return here(context).send(database.call(sql, Database.IGNORED, Call.Wanted.AFFECTED, context));
    }

    @Override
    public <R> Future<R> change(Sql sql, Collector<Row, ?, R> row, Supplier<Future<R>> missing) {
        return change(sql, row, missing, database.callerContext());
    }

    private <A, R> Future<R> change(
            Sql sql, Collector<Row, A, R> row, Supplier<Future<R>> missing, ContextInternal context) {
        return here(context).send(database.call(sql, row, Call.Wanted.ROWS, context, missing));
    }

    @Override
    public <A, R> Future<Outcome<R>> run(Sql sql, Collector<Row, A, R> rows) {
        ContextInternal context = database.callerContext();
        return here(context).send(database.call(sql, rows, Call.Wanted.OUTCOME, context));
    }

    @Override
    public <T> Future<Long> stream(Sql sql, int fetchSize, Function<Row, T> decoder, Function<T, Future<?>> each) {
        ContextInternal context = database.callerContext();
        Transaction here = here(context);
        return new Cursor<>(here, sql, fetchSize, decoder, context).forEach(each);
    }

    @Override
    public <T> Rows<T> stream(Sql sql, int fetchSize, Function<Row, T> decoder) {
        ContextInternal context = database.callerContext();
        Transaction here = here(context);
        return new CursorRows<>(new Cursor<>(here, sql, fetchSize, decoder, context), context);
    }

    /**
     * The transaction that a statement sent through this one belongs to: this one, or the nested one in whose code the
     * caller is. That code waits for the statement, and a statement of this one would wait for that code.
     */
    private Transaction here(ContextInternal context) {
        Scope scope = Scope.of(context);
        if (scope == null) {
            return this;
        }
        Transaction innermost = scope.transactionOf(database);
        for (Transaction candidate = innermost; candidate != null; candidate = candidate.parent) {
            if (candidate == this && innermost != null) {
                return innermost;
            }
        }
        return this;
    }

    <T> Future<T> send(Call<?, ?> call) {
        String ending = Statements.endingTransaction(call.sql());
        if (ending != null) {
            call.settle(new TransactionMisuse(Report.of(
                    ending + " would change the transaction behind its back: use atomic for it",
                    call.sql().text(),
                    call.sql().site())));
        } else {
            dispatch(call, false);
        }
        return call.future();
    }

    private void dispatch(Call<?, ?> call, boolean waited) {
        DatabaseException refusal;
        synchronized (root) {
            refusal = refusal(call.sql(), waited);
            if (refusal == null && active != null) {
                waiting.add(new Pending(() -> dispatch(call, true), call::settle));
                return;
            }
            if (refusal == null) {
                enter();
            }
        }
        if (refusal != null) {
            call.settle(refusal);
        } else if (call.isAbandoned()) {
            answered(call, null);
        } else {
            sendWithOptions(call);
        }
    }

    private void sendWithOptions(Call<?, ?> call) {
        Sql.Options asked = call.sql().options();
        if (asked.isNone()) {
            link.send(call, this::answered);
            return;
        }
        String settings;
        try {
            settings = Framed.settings(asked, asked.timeout(), "SET LOCAL");
        } catch (IllegalArgumentException e) {
            call.settle(e);
            leave();
            return;
        }
        if (asked.timeout() != null) {
            link.patience(database.primary().patience(asked.timeout()));
        }
        AtomicReference<@Nullable Throwable> refused = new AtomicReference<>();
        control(settings, (set, error) -> {
            refused.set(error);
            answered(set, error);
        });
        // What was wrong with its settings is why the statement failed, and not the other way round.
        link.send(call, (sent, error) -> {
            Throwable first = refused.get();
            answered(sent, error != null && first != null ? first : error);
        });
        // SET LOCAL lasts until the end of the transaction, and these are for one statement.
        control(restoring(asked));
    }

    private String restoring(Sql.Options asked) {
        StringBuilder text = new StringBuilder();
        if (asked.timeout() != null) {
            DatabaseOptions own = database.options();
            text.append("SET LOCAL statement_timeout = ")
                    .append(
                            own.pgBouncer()
                                    ? Long.toString(own.statementTimeout().toMillis())
                                    : "DEFAULT")
                    .append(';');
        }
        for (String name : asked.settings().keySet()) {
            text.append("SET LOCAL ").append(name).append(" = DEFAULT;");
        }
        return text.toString();
    }

    /** Sends BEGIN's companions; an error counts as one of this scope's. */
    private void control(String text) {
        control(text, this::answered);
    }

    private void control(String text, Carrier carrier) {
        synchronized (root) {
            enter();
        }
        link.send(database.control(text, promise.context(), this), carrier);
    }

    /** Why nothing more may be sent; null when it may. */
    private @Nullable DatabaseException refusal(@Nullable Sql sql, boolean waited) {
        String text = sql == null ? null : sql.text();
        StackTraceElement site = sql == null ? null : sql.site();
        if (root.over != null) {
            return root.over;
        }
        if (finished && !waited) {
            return new TransactionMisuse(Report.of(
                    "The transaction has ended, and code that was started inside it still runs: "
                            + "its future is not part of the one that atomic waits for",
                    text,
                    site));
        }
        if (failure != null) {
            return aborted(text, site);
        }
        return null;
    }

    private TransactionAborted aborted(@Nullable String text, @Nullable StackTraceElement site) {
        return new TransactionAborted(Report.of(
                        "An earlier statement of this transaction failed, so that it cannot go on and was rolled back: "
                                + "to survive a failing statement, give it an atomic of its own",
                        text,
                        site)
                .causedBy(failure));
    }

    private void enter() {
        for (Transaction scope = this; scope != null; scope = scope.parent) {
            scope.underWay++;
        }
    }

    private void answered(Call<?, ?> call, @Nullable Throwable error) {
        Throwable told = error;
        if (error != null && error != call.thrown()) {
            told = failed(error, call.sql());
        }
        // The caller first: a statement that he sends upon this answer is to be part of what the end waits for.
        call.settle(told);
        leave();
    }

    private DatabaseException failed(Throwable error, Sql sql) {
        DatabaseException diagnosed = database.diagnosis().of(error, sql);
        synchronized (root) {
            if (diagnosed instanceof TransactionAborted && failure != null) {
                return aborted(sql.text(), sql.site());
            }
            boolean onServer = error instanceof PgException || Link.lost(error) != null;
            if (onServer && failure == null) {
                failure = diagnosed;
            }
            if (Atomically.isConflict(diagnosed) && root.conflict == null) {
                root.conflict = diagnosed;
            }
            if (onServer && Link.lost(error) != null && root.over == null && !root.finished) {
                root.over = diagnosed;
            }
        }
        return diagnosed;
    }

    /** One statement less is on its way; those who wait for the last one go on. */
    private void leave() {
        List<Runnable> quiet = new ArrayList<>(1);
        synchronized (root) {
            for (Transaction scope = this; scope != null; scope = scope.parent) {
                scope.underWay--;
                scope.takeQuiet(quiet);
            }
        }
        quiet.forEach(Runnable::run);
    }

    private void takeQuiet(List<Runnable> into) {
        Runnable action = whenQuiet;
        if (action != null && isQuiet()) {
            whenQuiet = null;
            into.add(action);
        }
    }

    private boolean isQuiet() {
        return underWay == 0 && (root.over != null || (active == null && waiting.isEmpty()));
    }

    /** Runs this when nothing of this scope is on its way any more. */
    private void whenQuiet(Runnable action) {
        List<Runnable> quiet = new ArrayList<>(1);
        synchronized (root) {
            whenQuiet = action;
            takeQuiet(quiet);
        }
        quiet.forEach(Runnable::run);
    }

    // Nested atomics.

    <T> Future<T> nested(Atomic asked, ContextInternal caller, Function<Transaction, Future<T>> body) {
        return here(caller).savepoint(asked, caller, body);
    }

    private <T> Future<T> savepoint(Atomic asked, ContextInternal caller, Function<Transaction, Future<T>> body) {
        String conflict = asked.conflictWith(options);
        if (conflict != null) {
            return caller.failedFuture(new TransactionMisuse(Report.of(conflict)));
        }
        PromiseInternal<T> promise = caller.promise();
        startNested(promise, caller, body, false);
        return promise.future();
    }

    private <T> void startNested(
            PromiseInternal<T> promise, ContextInternal caller, Function<Transaction, Future<T>> body, boolean waited) {
        DatabaseException refusal;
        Transaction child = null;
        synchronized (root) {
            refusal = refusal(null, waited);
            if (refusal == null && active != null) {
                waiting.add(new Pending(() -> startNested(promise, caller, body, true), promise::tryFail));
                return;
            }
            if (refusal == null) {
                child = new Transaction(this, promise, "plectrum_" + ++root.savepoints);
                active = child;
            }
        }
        if (child == null) {
            promise.tryFail(Objects.requireNonNull(refusal));
            return;
        }
        // Not waited for: should it fail, PostgreSQL fails everything behind it too.
        child.control("SAVEPOINT " + child.savepoint);
        child.run(caller, body, promise);
    }

    /** Runs the user's code on a context that carries this transaction. */
    <T> void run(ContextInternal caller, Function<Transaction, Future<T>> body, PromiseInternal<T> promise) {
        ContextInternal context = caller.duplicate(true);
        Scope scope = Scope.of(caller);
        (scope == null ? Scope.NONE : scope).inside(this).enter(context);
        context.emit(nothing -> Bodies.call(() -> body.apply(this)).onComplete((value, error) -> {
            if (parent == null) {
                endRoot(value, error);
            } else {
                endNested(value, error, promise);
            }
        }));
    }

    private <T> void endNested(@Nullable T value, @Nullable Throwable error, PromiseInternal<T> promise) {
        finish(error);
        whenQuiet(() -> {
            Transaction outer = Objects.requireNonNull(parent);
            DatabaseException lost;
            boolean keep;
            synchronized (root) {
                lost = root.over;
                keep = error == null && failure == null;
                if (keep && lost == null) {
                    outer.hooks.addAll(hooks);
                }
            }
            Throwable told = error;
            if (lost == null) {
                // Not waited for either: what follows is refused by PostgreSQL if this is, and the commit looks at it.
                outer.control(
                        keep
                                ? "RELEASE SAVEPOINT " + savepoint
                                : "ROLLBACK TO SAVEPOINT " + savepoint + ";RELEASE SAVEPOINT " + savepoint);
                if (!keep && told == null) {
                    told = swallowed();
                }
            } else if (told == null) {
                told = lost;
            }
            outer.nestedEnded();
            if (told == null) {
                promise.tryComplete(value);
            } else {
                promise.tryFail(told);
            }
        });
    }

    private TransactionAborted swallowed() {
        synchronized (root) {
            return aborted(null, null);
        }
    }

    /** A nested atomic is over: whoever waited for it is next. */
    private void nestedEnded() {
        synchronized (root) {
            active = null;
        }
        while (true) {
            Pending next;
            List<Runnable> quiet = new ArrayList<>(1);
            synchronized (root) {
                next = active == null ? waiting.poll() : null;
                if (next == null) {
                    takeQuiet(quiet);
                }
            }
            if (next == null) {
                quiet.forEach(Runnable::run);
                return;
            }
            next.start.run();
        }
    }

    /** The user's code is through: nothing may be added any more, and after a failure what waits is not begun. */
    private void finish(@Nullable Throwable error) {
        List<Pending> left = List.of();
        DatabaseException reason = null;
        synchronized (root) {
            finished = true;
            if (error != null) {
                left = List.copyOf(waiting);
                waiting.clear();
                reason = root.over;
            }
        }
        if (!left.isEmpty()) {
            DatabaseException told = reason != null
                    ? reason
                    : new TransactionMisuse(Report.of("The atomic that this was a part of has failed meanwhile"));
            left.forEach(each -> each.refuse.accept(told));
        }
    }

    // The root's end.

    private @Nullable Atomically<?> atomically;
    // What those who observe it keep with it; null when nobody does.
    private @Nullable Object @Nullable [] tokens;
    private long began;

    /** What this listener returned when the transaction began; null if it has come since. */
    @Nullable Object tokenOf(StatementListener listener) {
        @Nullable Object[] kept = root.tokens;
        for (int i = 0; kept != null && i < kept.length; i += 2) {
            if (kept[i] == listener) {
                return kept[i + 1];
            }
        }
        return null;
    }

    private void told(@Nullable Throwable failure) {
        if (tokens != null) {
            database.observers().end(tokens, System.nanoTime() - began, failure);
        }
    }

    /** Sends BEGIN; the user's code runs when it is answered, as statements sent before could run without it. */
    <T> void begin(Atomically<T> owner, Runnable then) {
        atomically = owner;
        tokens = database.observers().begin();
        began = tokens == null ? 0 : System.nanoTime();
        link.whenClosed(this::lost);
        String begin = options.begin() + (database.options().pgBouncer() ? settingsBehindPgBouncer() : "");
        link.send(database.control(begin, promise.context(), this), (call, error) -> {
            call.settle(error);
            if (error == null) {
                then.run();
            } else {
                told(error);
                owner.failedToBegin(this, error);
            }
        });
    }

    private String settingsBehindPgBouncer() {
        return ";SET LOCAL statement_timeout = "
                + database.options().statementTimeout().toMillis()
                + ";SET LOCAL lock_timeout = "
                + database.options().lockTimeout().toMillis()
                + ";SET LOCAL idle_in_transaction_session_timeout = "
                + database.options().idleInTransactionTimeout().toMillis();
    }

    private <T> void endRoot(@Nullable T value, @Nullable Throwable error) {
        synchronized (root) {
            if (finished) {
                return;
            }
        }
        finish(error);
        whenQuiet(() -> {
            DatabaseException reason;
            boolean keep;
            synchronized (root) {
                reason = over;
                keep = error == null && failure == null;
            }
            if (reason != null) {
                // Somebody who ended it from outside, or a lost connection, has the word.
                rollBack(error != null && !link.isOpen() && error instanceof DatabaseException ? error : reason);
            } else if (keep) {
                commit(value);
            } else {
                rollBack(error != null ? error : swallowed());
            }
        });
    }

    private void commit(@Nullable Object value) {
        Atomically<?> owner = Objects.requireNonNull(atomically);
        link.send(database.control("COMMIT", promise.context(), this), (call, error) -> {
            call.settle(error);
            link.whenClosed(null);
            if (error == null) {
                told(null);
                owner.committed(this, value, hooks);
                return;
            }
            told(error);
            DatabaseException diagnosed = database.diagnosis().of(error, call.sql());
            if (Link.lost(error) != null || diagnosed instanceof ConnectionFailure) {
                owner.ended(
                        this,
                        options.isReadOnly() || Link.unsent(error)
                                ? diagnosed
                                : database.diagnosis().inDoubt(error, call.sql()),
                        false);
            } else {
                owner.ended(this, diagnosed, Atomically.isConflict(diagnosed));
            }
        });
    }

    private void rollBack(Throwable reason) {
        Atomically<?> owner = Objects.requireNonNull(atomically);
        if (!link.isOpen()) {
            told(reason);
            owner.ended(this, reason, false);
            return;
        }
        Future<Void> cancelling = link.cancelling();
        if (cancelling != null && !cancelling.isComplete()) {
            // The cancel request must not find the ROLLBACK.
            cancelling.onComplete(done -> rollBack(reason));
            return;
        }
        link.send(database.control("ROLLBACK", promise.context(), this), (call, error) -> {
            call.settle(error);
            link.whenClosed(null);
            boolean retry;
            synchronized (root) {
                retry = conflict != null && over == null;
            }
            if (error != null) {
                // Nobody knows in which state it is: it is not to be used again.
                link.sever();
            }
            told(reason);
            owner.ended(this, reason, retry);
        });
    }

    /** Ends it from outside: its time is up, or its caller has left. */
    void abort(DatabaseException reason) {
        List<Pending> left = new ArrayList<>();
        List<PromiseInternal<?>> inside = new ArrayList<>();
        synchronized (this) {
            if (finished || over != null) {
                return;
            }
            over = reason;
            finished = true;
            for (Transaction scope = this; scope != null; scope = scope.active) {
                left.addAll(scope.waiting);
                scope.waiting.clear();
                scope.finished = true;
                if (scope != this) {
                    inside.add(scope.promise);
                }
            }
        }
        left.forEach(each -> each.refuse.accept(reason));
        inside.forEach(each -> each.tryFail(reason));
        link.cancel();
        whenQuiet(() -> rollBack(reason));
    }

    private void lost() {
        DatabaseException reason;
        synchronized (this) {
            reason = over != null
                    ? over
                    : failure != null ? failure : database.diagnosis().lost(null, null);
            over = null;
        }
        abort(reason);
    }

    // For cursors.

    String nextPortal() {
        synchronized (root) {
            return "plectrum_" + ++root.portals;
        }
    }

    /** Frees a portal; what PostgreSQL thinks of that shows at the commit. */
    void close(Portal portal, Runnable then) {
        CloseCursorCommand closing = portal.closing();
        synchronized (root) {
            // After an error, and after the end, there is no portal any more.
            if (closing == null || root.over != null || failure != null || !link.isOpen()) {
                closing = null;
            } else {
                enter();
            }
        }
        if (closing == null) {
            then.run();
            return;
        }
        link.schedule(closing, (nothing, error) -> {
            link.answered(error);
            if (error != null) {
                failed(error, Sql.text("CLOSE"));
            }
            then.run();
            leave();
        });
    }

    void onCommit(Hook hook) {
        DatabaseException refusal;
        synchronized (root) {
            refusal = refusal(null, false);
            if (refusal == null) {
                hooks.add(hook);
            }
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    /**
     * Runs code in a savepoint of this transaction: what it did is undone when its future fails, and the transaction
     * goes on.
     */
    @Override
    public <T> Future<T> atomic(Function<Transaction, Future<T>> body) {
        return nested(Atomic.DEFAULT, database.callerContext(), body);
    }

    @Override
    public String toString() {
        return (parent == null ? "transaction" : savepoint) + " on " + database;
    }
}
