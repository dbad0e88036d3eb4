package dev.plectrum.orm.exec;

import dev.plectrum.orm.sql.Sql;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everybody who wants to know of statements: the listeners, the log, and the log of the slow ones. */
final class Observers {
    static final @Nullable Object[] NO_TOKENS = {};

    private static final Logger LOG = System.getLogger("dev.plectrum.sql");

    private final long slowNanoseconds;
    // Asked once: the level of a logger is set before the program starts, and this is on the path of every statement.
    private final boolean logging = LOG.isLoggable(Level.DEBUG);
    private volatile StatementListener[] listeners;

    Observers(DatabaseOptions options) {
        slowNanoseconds = options.slowStatement().isZero()
                ? Long.MAX_VALUE
                : options.slowStatement().toNanos();
        listeners = options.listeners().toArray(StatementListener[]::new);
    }

    synchronized void add(StatementListener listener) {
        List<StatementListener> all = new ArrayList<>(Arrays.asList(listeners));
        all.add(listener);
        listeners = all.toArray(StatementListener[]::new);
    }

    synchronized void remove(StatementListener listener) {
        List<StatementListener> all = new ArrayList<>(Arrays.asList(listeners));
        all.remove(listener);
        listeners = all.toArray(StatementListener[]::new);
    }

    /** What the listeners return for a transaction that begins, each behind its listener; null when nobody listens. */
    @Nullable Object @Nullable [] begin() {
        StatementListener[] told = listeners;
        return told.length == 0 ? null : tokens(told, StatementListener::transactionStarted);
    }

    /** The transaction is over. */
    void end(@Nullable Object[] tokens, long nanoseconds, @Nullable Throwable failure) {
        each(
                tokens,
                (listener, token) -> listener.transactionEnded(
                        new StatementListener.FinishedTransaction(nanoseconds, failure, token)));
    }

    /** A statement of this transaction, or of the one that its context carries, is about to be sent. */
    void start(Call<?, ?> call, @Nullable Transaction owner) {
        StatementListener[] told = listeners;
        if (told.length == 0) {
            if (logging || slowNanoseconds != Long.MAX_VALUE) {
                call.observed(System.nanoTime(), NO_TOKENS);
            }
            return;
        }
        Transaction transaction = owner == null ? transactionOf(call) : owner;
        @Nullable Object[] tokens = tokens(
                told,
                listener -> transaction == null
                        ? listener.started(call.sql())
                        : listener.started(call.sql(), transaction.tokenOf(listener)));
        call.observed(System.nanoTime(), tokens);
    }

    private static @Nullable Transaction transactionOf(Call<?, ?> call) {
        Scope scope = Scope.of(call.context());
        return scope == null ? null : scope.transactionOf(call.database());
    }

    void end(Call<?, ?> call, @Nullable Throwable failure) {
        @Nullable Object[] tokens = call.tokens();
        if (call.started() == 0) {
            return;
        }
        long nanoseconds = System.nanoTime() - call.started();
        if (nanoseconds >= slowNanoseconds) {
            LOG.log(Level.WARNING, () -> "Slow: " + line(call, nanoseconds, failure));
        } else if (logging) {
            LOG.log(Level.DEBUG, () -> line(call, nanoseconds, failure));
        }
        if (tokens.length > 0) {
            each(
                    tokens,
                    (listener, token) -> listener.ended(new StatementListener.Finished(
                            call.sql(), nanoseconds, call.rowCount(), failure, call.isControl(), token)));
        }
    }

    /** What each listener returns, behind the listener: they may come and go before it is handed back to them. */
    private static @Nullable Object[] tokens(
            StatementListener[] told, Function<StatementListener, @Nullable Object> returned) {
        @Nullable Object[] tokens = new Object[told.length * 2];
        for (int i = 0; i < told.length; i++) {
            tokens[2 * i] = told[i];
            try {
                tokens[2 * i + 1] = returned.apply(told[i]);
            } catch (RuntimeException e) {
                failed(e);
            }
        }
        return tokens;
    }

    private static void each(@Nullable Object[] tokens, BiConsumer<StatementListener, @Nullable Object> told) {
        for (int i = 0; i < tokens.length; i += 2) {
            if (tokens[i] instanceof StatementListener listener) {
                try {
                    told.accept(listener, tokens[i + 1]);
                } catch (RuntimeException e) {
                    failed(e);
                }
            }
        }
    }

    private static void failed(RuntimeException e) {
        LOG.log(Level.WARNING, "A statement listener failed", e);
    }

    private static String line(Call<?, ?> call, long nanoseconds, @Nullable Throwable failure) {
        Sql sql = call.sql();
        String site = sql.site() == null ? "" : " at " + sql.site();
        return nanoseconds / 1_000 + " µs" + outcome(call, failure) + site + ": " + sql.text();
    }

    private static String outcome(Call<?, ?> call, @Nullable Throwable failure) {
        if (failure != null) {
            return ", " + failure.getClass().getSimpleName();
        }
        if (call.sql().access() == Sql.Access.SCRIPT) {
            return "";
        }
        return call.rowCount() == 1 ? ", 1 row" : ", " + call.rowCount() + " rows";
    }
}
