package dev.plectrum.orm.exec;

import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;

/**
 * Where a statement can be sent: a {@link Database} or one of its {@link Transaction}s.
 *
 * <p>Every method returns at once. Its future completes on the caller's Vert.x context, or on one of the database's own
 * where the caller has none, and fails with one of the {@link dev.plectrum.orm.error.DatabaseException}s, or with what the
 * caller's own collector threw.
 */
public sealed interface Session permits Database, Transaction {
    /** The clock that {@code @AutoNow} fields are set by, in whole microseconds. */
    Clock clock();

    /**
     * The rows of a statement, collected. A row handed to the collector is used again for the next one: read what is
     * needed from it, do not keep it.
     */
    <A, R> Future<R> query(Sql sql, Collector<Row, A, R> rows);

    /** Runs a statement and tells how many rows it affected. A script's last statement counts. */
    Future<Long> execute(Sql sql);

    /**
     * Runs a statement that changes one row. Comes to what the collector makes of what the statement returns, or, if there was no row to
     * change, to what {@code missing} comes to.
     */
    <R> Future<R> change(Sql sql, Collector<Row, ?, R> row, Supplier<Future<R>> missing);

    /** Runs a statement that both changes rows and returns some of them, such as {@code INSERT … RETURNING}. */
    <A, R> Future<Outcome<R>> run(Sql sql, Collector<Row, A, R> rows);

    /**
     * Runs code in a transaction, or in a savepoint of the one that this is: commits when its future succeeds, rolls back
     * and fails when it fails or the code throws. The transaction is handed over, and travels with the context too.
     */
    <T> Future<T> atomic(Function<Transaction, Future<T>> code);

    /**
     * This, or where it is a transaction that has ended, what that was part of: rows may outlive the transaction that they were read in,
     * and what belongs to them is then read where others read.
     */
    Session lasting();

    /**
     * Hands the rows of a query to {@code each}, one by one, each after the previous one's future has succeeded. Rows come
     * through a server-side cursor, {@code fetchSize} at a time, so that memory does not grow with the result. Outside a
     * transaction this opens one of its own, read-only, and ends it.
     *
     * @param decoder reads a row at once; it must not keep it
     * @param each handles one value; when it throws or its future fails, the stream ends with that failure
     * @return how many rows were handled
     */
    <T> Future<Long> stream(Sql sql, int fetchSize, Function<Row, T> decoder, Function<T, Future<?>> each);

    /**
     * The rows of a query as a stream, for a response to be written with back-pressure. Nothing is asked of the database
     * before a handler is set. {@link Rows#close()} ends it early; a stream that is neither read to its end nor closed holds
     * its connection until the transaction's idle timeout ends it.
     */
    <T> Rows<T> stream(Sql sql, int fetchSize, Function<Row, T> decoder);

    /**
     * A stream of decoded rows that can be abandoned.
     *
     * @param <T> what a row was decoded to
     */
    interface Rows<T> extends ReadStream<T> {
        /**
         * Ends the stream and frees its connection; completes when that is done. No handler is called any more. Closing
         * an ended stream does nothing.
         */
        Future<Void> close();
    }
}
