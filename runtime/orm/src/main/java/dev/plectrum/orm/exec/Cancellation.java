package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.Report;
import dev.plectrum.orm.error.StatementCancelled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A caller who may leave before the answer: a request whose client can disconnect, a deadline that can pass. Statements
 * and transactions started inside {@link #run} end with {@link StatementCancelled} once {@link #cancel} is called. On a
 * connection of their own they are cancelled on the server too; on a shared one, where that could hit somebody else's
 * statement, the answer is dropped.
 */
public final class Cancellation {
    // Most requests have one statement under way at a time: a set is made for those that have more.
    private @Nullable Cancellable first;
    private @Nullable Set<Cancellable> others;
    private boolean cancelled;

    /** Something that can be told that nobody waits for it any more. */
    interface Cancellable {
        void cancel(StatementCancelled reason);
    }

    /** Nobody has left yet. */
    public Cancellation() {}

    /** Runs this code, and all that follows from it, for the caller who may leave. */
    public <T> Future<T> run(Supplier<Future<T>> code) {
        Context current = Vertx.currentContext();
        if (current == null) {
            throw new IllegalStateException("A cancellation travels with a Vert.x context, and this thread has none");
        }
        ContextInternal caller = (ContextInternal) current;
        ContextInternal context = caller.duplicate(true);
        Scope scope = Scope.of(caller);
        (scope == null ? Scope.NONE : scope).until(this).enter(context);
        return Bodies.run(context, caller, code);
    }

    /**
     * Has all that runs on this context from now on run for the caller who may leave. For a context that is this caller's
     * alone, such as a request's: {@link #run} makes one where there is none.
     */
    public void enter(Context context) {
        Scope scope = Scope.of(context);
        (scope == null ? Scope.NONE : scope).until(this).enter(context);
    }

    /** The caller has left. Calling it again does nothing. */
    public void cancel() {
        List<Cancellable> toEnd;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toEnd = new ArrayList<>();
            if (first != null) {
                toEnd.add(first);
            }
            if (others != null) {
                toEnd.addAll(others);
            }
            first = null;
            others = null;
        }
        toEnd.forEach(each -> each.cancel(reason()));
    }

    /** Whether the caller has left. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Has this one told when the caller leaves; false when that has happened already. */
    synchronized boolean watch(Cancellable statement) {
        if (cancelled) {
            return false;
        }
        if (first == null) {
            first = statement;
        } else {
            if (others == null) {
                others = new LinkedHashSet<>();
            }
            others.add(statement);
        }
        return true;
    }

    synchronized void forget(Cancellable statement) {
        if (first == statement) {
            first = null;
        } else if (others != null) {
            others.remove(statement);
        }
    }

    static StatementCancelled reason() {
        return new StatementCancelled(Report.of("Cancelled: whoever asked has left"));
    }
}
