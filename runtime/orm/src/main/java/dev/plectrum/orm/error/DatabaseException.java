package dev.plectrum.orm.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database, or the way to it, had against a statement. Carries the SQL and never the values: PostgreSQL's own
 * detail, which quotes rows, is kept in development mode only.
 *
 * <p>There is no Java stack in it, because the failure arrives on an event loop long after the caller has left. In
 * development mode the stack trace is the one line of the user's code that built the query.
 */
public abstract sealed class DatabaseException extends RuntimeException
        permits ConstraintViolation,
                RejectedValue,
                StatementEnded,
                TransactionFailure,
                TransactionMisuse,
                ConnectionFailure,
                Overload,
                StatementFailed {
    private static final long serialVersionUID = 1L;

    private final transient Report report;

    DatabaseException(Report report) {
        super(report.text(), report.cause(), false, true);
        this.report = report;
        StackTraceElement site = report.site();
        setStackTrace(site == null ? new StackTraceElement[0] : new StackTraceElement[] {site});
    }

    /** The statement that failed, with {@code $1} where a value went; null when no statement was involved. */
    public @Nullable String sql() {
        return report.sql();
    }

    /** PostgreSQL's five-character code; null when the failure is not the server's. */
    public @Nullable String sqlState() {
        return report.sqlState();
    }

    /** PostgreSQL's detail. It quotes values of the row, so that it is null outside development mode. */
    public @Nullable String detail() {
        return report.detail();
    }

    /** PostgreSQL's hint, if it had one. */
    public @Nullable String hint() {
        return report.hint();
    }

    /** The line of the user's code that built the query; known in development mode. */
    public @Nullable StackTraceElement site() {
        return report.site();
    }

    /** The table concerned, where PostgreSQL names it. */
    public @Nullable String table() {
        return report.table();
    }

    final Report report() {
        return report;
    }

    /** The columns concerned, where PostgreSQL names them. */
    final List<String> reportedColumns() {
        return report.columns();
    }
}
