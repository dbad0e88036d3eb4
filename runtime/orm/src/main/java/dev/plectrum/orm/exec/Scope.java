package dev.plectrum.orm.exec;

import io.vertx.core.Context;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a Vert.x context: the transactions the code runs in, one a database, and whether its caller can
 * leave. Immutable, so that a context made from another one cannot change what that one carries.
 *
 * @param transaction the innermost transaction; its scope before it is {@code outer}
 * @param cancellation ends the statements when the caller leaves
 * @param primary whether reads go to the primary even where there is a replica
 * @param outer what held before the transaction began
 */
record Scope(
        @Nullable Transaction transaction,
        @Nullable Cancellation cancellation,
        boolean primary,
        @Nullable Scope outer) {
    /** Nothing in particular. */
    static final Scope NONE = new Scope(null, null, false, null);

    private static final ContextLocal<Scope> KEY = ContextLocal.registerLocal(Scope.class);

    /** Loading this class has reserved the place; a Vert.x that was started before has none. */
    static void register() {
        Objects.requireNonNull(KEY);
    }

    /** What this context carries; null when nothing. */
    static @Nullable Scope of(Context context) {
        return KEY.get(context);
    }

    /** Has this context carry this scope. */
    void enter(Context context) {
        KEY.put(context, this);
    }

    /** The innermost transaction of this database; null when the code runs in none. */
    @Nullable Transaction transactionOf(Database database) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Transaction candidate = scope.transaction;
            if (candidate != null && candidate.database() == database) {
                return candidate;
            }
        }
        return null;
    }

    /** The same inside this transaction. */
    Scope inside(Transaction transaction) {
        return new Scope(transaction, cancellation, primary, this);
    }

    /** The same with a caller who can leave. */
    Scope until(Cancellation cancellation) {
        return new Scope(transaction, cancellation, primary, outer);
    }

    /** The same, reading from the primary. */
    Scope onPrimary() {
        return primary ? this : new Scope(transaction, cancellation, true, outer);
    }
}
