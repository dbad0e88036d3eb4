package dev.plectrum.orm.exec;

import dev.plectrum.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Is told of every statement: for metrics, traces and tests. It runs on the path of every query and must be quick; what it
 * throws is logged and changes nothing.
 */
public interface StatementListener {
    /**
     * A statement is about to be sent, or to wait for a connection. What comes back is handed to {@link #ended}: a span,
     * say.
     */
    default @Nullable Object started(Sql sql) {
        return null;
    }

    /**
     * The same inside a transaction, with what {@link #transactionStarted} returned for it.
     */
    default @Nullable Object started(Sql sql, @Nullable Object transaction) {
        return started(sql);
    }

    /** A transaction is about to begin on the connection that it has got. What comes back is handed to its statements and its end. */
    default @Nullable Object transactionStarted() {
        return null;
    }

    /** A transaction was committed or rolled back, or its connection is gone. One that is run again is another one. */
    default void transactionEnded(FinishedTransaction transaction) {}

    /** A statement has its answer, or never will. */
    void ended(Finished statement);

    /**
     * A transaction that is over.
     *
     * @param nanoseconds from BEGIN to the end
     * @param failure why it was not committed; null when it was
     * @param started what {@link #transactionStarted} returned
     */
    record FinishedTransaction(
            long nanoseconds,
            @Nullable Throwable failure,
            @Nullable Object started) {}

    /**
     * A statement with its answer.
     *
     * @param sql the statement
     * @param nanoseconds from asking to answer, waiting for a connection included
     * @param rows how many rows it returned or affected; 0 for a script
     * @param failure why it failed; null when it did not
     * @param isControl whether it is one of the layer's own, such as BEGIN or SAVEPOINT
     * @param started what {@link #started} returned
     */
    record Finished(
            Sql sql,
            long nanoseconds,
            long rows,
            @Nullable Throwable failure,
            boolean isControl,
            @Nullable Object started) {}
}
