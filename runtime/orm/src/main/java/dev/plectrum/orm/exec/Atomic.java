package dev.plectrum.orm.exec;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction is to run: {@code db.atomic(SERIALIZABLE.retries(3), () -> …)}. Immutable; the constants are made for
 * static import.
 *
 * @param isolation what concurrent transactions may be seen to do; null is the server's default, READ COMMITTED
 * @param isReadOnly whether PostgreSQL refuses every change; may then run on a replica
 * @param isDeferrable whether a serializable read-only transaction waits for a moment at which it cannot fail
 * @param isDurable whether it insists on being outermost, so that its success means that the data is permanent
 * @param retries how often it is run again after a serialization failure or a deadlock; only the outermost can be
 * @param timeout how long it may take all in all, waiting for a connection included; null is for ever
 */
public record Atomic(
        @Nullable Isolation isolation,
        boolean isReadOnly,
        boolean isDeferrable,
        boolean isDurable,
        int retries,
        @Nullable Duration timeout) {
    /** What concurrent transactions may be seen to do, from little protection to much. */
    public enum Isolation {
        /** Each statement sees what was committed before it began. */
        READ_COMMITTED("READ COMMITTED"),
        /** All statements see what was committed before the first began. */
        REPEATABLE_READ("REPEATABLE READ"),
        /** As if the transactions ran one after another; one that cannot be ordered so fails and may be retried. */
        SERIALIZABLE("SERIALIZABLE");

        private final String sql;

        Isolation(String sql) {
            this.sql = sql;
        }
    }

    /** As the server does it: READ COMMITTED, reading and writing, once. */
    public static final Atomic DEFAULT = new Atomic(null, false, false, false, 0, null);

    /** Asks for READ COMMITTED, whatever the server's default. */
    public static final Atomic READ_COMMITTED = DEFAULT.isolation(Isolation.READ_COMMITTED);

    /** Sees one snapshot throughout. */
    public static final Atomic REPEATABLE_READ = DEFAULT.isolation(Isolation.REPEATABLE_READ);

    /** As if it ran alone; combine it with {@link #retries(int)}. */
    public static final Atomic SERIALIZABLE = DEFAULT.isolation(Isolation.SERIALIZABLE);

    /** Refuses every change. */
    public static final Atomic READ_ONLY = DEFAULT.readOnly();

    /** Refuses to run inside another one. */
    public static final Atomic DURABLE = DEFAULT.durable();

    /** Refuses negative retries and timeouts that are not positive. */
    public Atomic {
        if (retries < 0) {
            throw new IllegalArgumentException("A transaction cannot be retried " + retries + " times");
        }
        if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
            throw new IllegalArgumentException("A transaction's timeout must be positive, not " + timeout);
        }
    }

    /** The same at this isolation level. */
    public Atomic isolation(Isolation level) {
        return new Atomic(level, isReadOnly, isDeferrable, isDurable, retries, timeout);
    }

    /** The same, refusing every change. */
    public Atomic readOnly() {
        return new Atomic(isolation, true, isDeferrable, isDurable, retries, timeout);
    }

    /** The same, waiting for a safe snapshot; it has an effect on serializable read-only transactions. */
    public Atomic deferrable() {
        return new Atomic(isolation, isReadOnly, true, isDurable, retries, timeout);
    }

    /** The same, refusing to run inside another one. */
    public Atomic durable() {
        return new Atomic(isolation, isReadOnly, isDeferrable, true, retries, timeout);
    }

    /**
     * The same, run again up to this many times after a serialization failure or a deadlock. The code must bear that:
     * what it does beside the database happens each time.
     */
    public Atomic retries(int times) {
        return new Atomic(isolation, isReadOnly, isDeferrable, isDurable, times, timeout);
    }

    /** The same, rolled back when it is not done by then. */
    public Atomic timeout(Duration limit) {
        return new Atomic(isolation, isReadOnly, isDeferrable, isDurable, retries, limit);
    }

    /** {@code BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE}, as far as asked. */
    String begin() {
        StringBuilder sql = new StringBuilder("BEGIN");
        if (isolation != null) {
            sql.append(" ISOLATION LEVEL ").append(isolation.sql);
        }
        if (isReadOnly) {
            sql.append(" READ ONLY");
        }
        if (isDeferrable) {
            sql.append(" DEFERRABLE");
        }
        return sql.toString();
    }

    /** What this asks for inside a transaction that runs as {@code outer} and cannot have there; null when it can. */
    @Nullable String conflictWith(Atomic outer) {
        if (isDurable) {
            return "A durable atomic was called inside another atomic: its success would not mean that the data is permanent";
        }
        if (isolation != null
                && (outer.isolation == null ? Isolation.READ_COMMITTED : outer.isolation).compareTo(isolation) < 0) {
            return "An atomic that asks for " + isolation.sql + " was called inside one that runs at "
                    + (outer.isolation == null ? "the server's default" : outer.isolation.sql)
                    + ": the isolation is chosen by the outermost";
        }
        if (isReadOnly && !outer.isReadOnly) {
            return "A read-only atomic was called inside one that may write: say READ_ONLY at the outermost";
        }
        return null;
    }
}
