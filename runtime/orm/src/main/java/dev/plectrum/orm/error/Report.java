package dev.plectrum.orm.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a failure, gathered before its type is chosen.
 *
 * @param message what happened, without values
 * @param sql the statement, without values
 * @param sqlState PostgreSQL's code
 * @param detail PostgreSQL's detail, which holds values; given in development mode only
 * @param hint PostgreSQL's hint
 * @param table the table concerned
 * @param constraint the constraint concerned
 * @param columns the columns concerned
 * @param fields the names users know those columns by
 * @param site the line of the user's code
 * @param cause what led to it
 */
public record Report(
        String message,
        @Nullable String sql,
        @Nullable String sqlState,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String table,
        @Nullable String constraint,
        List<String> columns,
        List<String> fields,
        @Nullable StackTraceElement site,
        @Nullable Throwable cause) {
    /** Copies the lists. */
    public Report {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
    }

    /** A failure of which nothing but its message, statement and place are known. */
    public static Report of(String message, @Nullable String sql, @Nullable StackTraceElement site) {
        return new Report(message, sql, null, null, null, null, null, List.of(), List.of(), site, null);
    }

    /** A failure without a statement. */
    public static Report of(String message) {
        return of(message, null, null);
    }

    /** The same failure, caused by this one. */
    public Report causedBy(@Nullable Throwable cause) {
        return new Report(message, sql, sqlState, detail, hint, table, constraint, columns, fields, site, cause);
    }

    /** What {@code getMessage()} says: one line, then the detail, the hint and the statement, where there are any. */
    String text() {
        StringBuilder text = new StringBuilder(message);
        line(text, "Detail: ", detail);
        line(text, "Hint: ", hint);
        line(text, "SQL: ", sql);
        return text.toString();
    }

    private static void line(StringBuilder text, String label, @Nullable String value) {
        if (value != null) {
            text.append("\n  ").append(label).append(value.replace("\n", "\n  "));
        }
    }
}
