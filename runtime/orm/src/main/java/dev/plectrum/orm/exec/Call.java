package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.StatementCancelled;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import io.vertx.sqlclient.PropertyKind;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.internal.PreparedStatement;
import io.vertx.sqlclient.internal.QueryResultHandler;
import io.vertx.sqlclient.internal.RowDesc;
import io.vertx.sqlclient.internal.command.ExtendedQueryCommand;
import io.vertx.sqlclient.internal.command.QueryCommandBase;
import io.vertx.sqlclient.internal.command.SimpleQueryCommand;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * One statement on its way, from being asked for to its answer. It is all in one object, the client's command aside,
 * because there is one of these for every statement the program sends: it is the collector that the client fills, the
 * handler that the client calls, and it holds the promise on the caller's own context, so that no future stands between
 * the answer and the caller.
 */
final class Call<A, R>
        implements QueryResultHandler<R>,
                Completable<Boolean>,
                Collector<Row, A, R>,
                BiConsumer<A, Row>,
                Cancellation.Cancellable {
    /** What the caller gets of an answer. */
    enum Wanted {
        ROWS,
        AFFECTED,
        OUTCOME,
        /** Nobody waits: the carrier hears of it. */
        NOTHING
    }

    private final Database database;
    private final Sql sql;
    private final Collector<Row, A, R> rows;
    private final Wanted wanted;
    private final ContextInternal context;
    private final @Nullable PromiseInternal<Object> promise;
    private final @Nullable Cancellation cancellation;
    /** What happens when no row was affected, if that is not as good as any other answer. */
    private final @Nullable Supplier<Future<R>> missing;

    private @Nullable Carrier carrier;
    private @Nullable Link link;
    private volatile boolean abandoned;
    private byte attempts;

    private @Nullable Object answer;
    private int affected;
    private int size;
    private boolean suspended;
    private @Nullable Throwable thrown;

    private @Nullable Portal portal;

    private long started;
    private @Nullable Object[] tokens = Observers.NO_TOKENS;

    Call(
            Database database,
            Sql sql,
            Collector<Row, A, R> rows,
            Wanted wanted,
            ContextInternal context,
            @Nullable Cancellation cancellation,
            @Nullable Supplier<Future<R>> missing,
            @Nullable Transaction owner) {
        this.database = database;
        this.sql = wanted == Wanted.NOTHING ? sql : database.located(sql);
        this.rows = rows;
        this.wanted = wanted;
        this.context = context;
        this.promise = wanted == Wanted.NOTHING ? null : context.promise();
        this.cancellation = cancellation;
        this.missing = missing;
        database.observers().start(this, owner);
        if (cancellation != null && !cancellation.watch(this)) {
            cancel(Cancellation.reason());
        }
    }

    /** Reads a part of the answer at a time through this portal. */
    Call<A, R> through(Portal portal) {
        this.portal = portal;
        return this;
    }

    Database database() {
        return database;
    }

    Sql sql() {
        return sql;
    }

    ContextInternal context() {
        return context;
    }

    boolean isControl() {
        return wanted == Wanted.NOTHING;
    }

    /** What the caller waits for; its type is the one that goes with what was wanted. */
    @SuppressWarnings("unchecked")
    <T> Future<T> future() {
        return promise == null ? Future.succeededFuture() : (Future<T>) (Future<?>) promise.future();
    }

    /** Whether nobody waits for it any more. */
    boolean isAbandoned() {
        return abandoned;
    }

    /** Whether it may be tried once more, after something that had no effect. */
    boolean tryAgain() {
        return attempts++ < 2 && !abandoned;
    }

    /** What the caller's own collector threw; null when it did not. */
    @Nullable Throwable thrown() {
        return thrown;
    }

    /** Whether the portal has more rows. */
    boolean isSuspended() {
        return suspended;
    }

    /** What the client is to send. Every attempt has its own, and a clean slate. */
    QueryCommandBase<R> command(Carrier carrier, Link link) {
        this.carrier = carrier;
        this.link = link;
        affected = 0;
        size = 0;
        answer = null;
        thrown = null;
        if (sql.access() == Sql.Access.SCRIPT && sql.binds().length == 0) {
            return new SimpleQueryCommand<>(sql.text(), false, false, this, this);
        }
        if (portal != null) {
            return portal.command(this);
        }
        // No "auto-commit": with it the client guesses parameter types after a refusal, in transactions it cannot, and
        // a
        // statement should not work in one and fail in the other.
        return ExtendedQueryCommand.createQuery(sql.text(), null, null, new Binds(sql.binds()), false, this, this);
    }

    ExtendedQueryCommand<R> fetch(@Nullable PreparedStatement statement, int rows, String name, boolean suspended) {
        return ExtendedQueryCommand.createQuery(
                sql.text(), null, statement, new Binds(sql.binds()), rows, name, suspended, false, this, this);
    }

    // The client's collector: hands each row on and gives it back to be used again.

    @Override
    public Supplier<A> supplier() {
        return rows.supplier();
    }

    @Override
    public BiConsumer<A, Row> accumulator() {
        return this;
    }

    @Override
    public void accept(A container, Row row) {
        if (thrown != null) {
            return;
        }
        try {
            rows.accumulator().accept(container, row);
        } catch (Throwable t) {
            // An Error would go up into the pipeline and take the connection, and everybody else on it, down.
            thrown = t;
        }
        row.release();
    }

    @Override
    public BinaryOperator<A> combiner() {
        return rows.combiner();
    }

    @Override
    public Function<A, R> finisher() {
        return rows.finisher();
    }

    @Override
    public Set<Characteristics> characteristics() {
        return rows.characteristics();
    }

    @Override
    public void handleResult(
            int updated, int size, @Nullable RowDesc description, @Nullable R result, @Nullable Throwable failure) {
        this.affected = updated;
        this.size = size;
        this.answer = result;
        if (failure != null && thrown == null) {
            thrown = failure;
        }
    }

    @Override
    public <V> void addProperty(PropertyKind<V> property, V value) {
        // PostgreSQL's client sets none.
    }

    /** The answer is there. */
    @Override
    public void complete(@Nullable Boolean more, @Nullable Throwable error) {
        suspended = Boolean.TRUE.equals(more);
        if (link != null) {
            link.answered(error);
        }
        Throwable failure = error != null ? error : thrown;
        if (carrier == null) {
            settle(failure);
        } else {
            carrier.answered(this, failure);
        }
    }

    /** Tells the caller, once everybody else knows. */
    void settle(@Nullable Throwable failure) {
        if (cancellation != null) {
            cancellation.forget(this);
        }
        database.observers().end(this, failure);
        if (promise == null) {
            return;
        }
        if (failure != null) {
            StackTraceElement site = sql.site();
            if (site != null) {
                CallSite.show(failure, site);
            }
            promise.tryFail(failure);
        } else if (missing != null && affected == 0) {
            Bodies.call(missing).onComplete(promise);
        } else {
            promise.tryComplete(told());
        }
    }

    @SuppressWarnings("NullAway") // A collector of the caller's may well produce null.
    private @Nullable Object told() {
        return switch (wanted) {
            case AFFECTED -> (long) affected;
            case OUTCOME -> new Outcome<>(answer, affected);
            case ROWS, NOTHING -> answer;
        };
    }

    /** How many rows came back or were affected. Of a script nothing is known: the client reads a count out of any answer. */
    long rowCount() {
        return sql.access() == Sql.Access.SCRIPT ? 0 : Math.max(size, affected);
    }

    /** The caller has left: on a connection of its own it is ended on the server too. */
    @Override
    public void cancel(StatementCancelled reason) {
        abandoned = true;
        if (promise != null) {
            promise.tryFail(reason);
        }
        Carrier carrier = this.carrier;
        Link link = this.link;
        if (carrier != null && carrier.isAlone() && link != null) {
            link.cancel();
        }
    }

    // What the observers keep with it.

    long started() {
        return started;
    }

    @Nullable Object[] tokens() {
        return tokens;
    }

    void observed(long started, @Nullable Object[] tokens) {
        this.started = started;
        this.tokens = tokens;
    }
}
