package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.CheckViolation;
import dev.plectrum.orm.error.CommitInDoubt;
import dev.plectrum.orm.error.ConnectionLost;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.DeadlockDetected;
import dev.plectrum.orm.error.ExclusionViolation;
import dev.plectrum.orm.error.FieldNames;
import dev.plectrum.orm.error.ForeignKeyViolation;
import dev.plectrum.orm.error.InvalidValue;
import dev.plectrum.orm.error.LockTimeout;
import dev.plectrum.orm.error.NotNullViolation;
import dev.plectrum.orm.error.OutOfRange;
import dev.plectrum.orm.error.Report;
import dev.plectrum.orm.error.SerializationFailure;
import dev.plectrum.orm.error.StatementCancelled;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.error.StatementTimeout;
import dev.plectrum.orm.error.TransactionAborted;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.error.ValueTooLong;
import dev.plectrum.orm.sql.Sql;
import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the type of what went wrong, and keeps values out of what is said about it. */
final class Diagnosis {
    // "Key (sku, lower(name))=(7, desk) already exists." The parentheses are the same in every language of
    // PostgreSQL's.
    private static final Pattern KEY = Pattern.compile("\\((.*?)\\)=\\(");
    private static final Pattern POSITION = Pattern.compile("[Pp]arameter at position\\[(\\d+)]");
    private static final Pattern COUNT =
            Pattern.compile("number of parameters .*\\[(\\d+)].*\\[(\\d+)]", Pattern.DOTALL);

    private final boolean development;
    private final FieldNames names;

    Diagnosis(boolean development, FieldNames names) {
        this.development = development;
        this.names = names;
    }

    /** What the server answered, or why it could not, as one of our types; null statement for one of our own. */
    DatabaseException of(Throwable error, @Nullable Sql sql) {
        if (error instanceof DatabaseException known) {
            return known;
        }
        if (error instanceof PgException refusal) {
            return refused(refusal, sql);
        }
        Throwable lost = Link.lost(error);
        if (lost != null) {
            return lost(lost, sql);
        }
        return unsendable(error, sql);
    }

    /** A connection that broke while nothing that lasts was under way. */
    ConnectionLost lost(@Nullable Throwable cause, @Nullable Sql sql) {
        return new ConnectionLost(report("The connection to PostgreSQL broke before the answer came", sql, cause));
    }

    /** A connection that broke while something that lasts was under way. */
    CommitInDoubt inDoubt(@Nullable Throwable cause, @Nullable Sql sql) {
        return new CommitInDoubt(report(
                "The connection to PostgreSQL broke while a change was being committed: it may have been made, or not",
                sql,
                cause));
    }

    private Report report(String message, @Nullable Sql sql, @Nullable Throwable cause) {
        return Report.of(message, sql == null ? null : sql.text(), sql == null ? null : sql.site())
                .causedBy(development ? cause : null);
    }

    private DatabaseException refused(PgException refusal, @Nullable Sql sql) {
        String state = Objects.requireNonNullElse(refusal.getSqlState(), "");
        List<String> columns = columns(refusal);
        Report report = new Report(
                message(refusal, state),
                sql == null ? null : sql.text(),
                state,
                development ? refusal.getDetail() : null,
                refusal.getHint(),
                refusal.getTable(),
                refusal.getConstraint(),
                columns,
                names.fields(refusal.getTable(), refusal.getConstraint(), columns),
                sql == null ? null : sql.site(),
                development ? refusal : null);
        return switch (state) {
            case "23505" -> new UniqueViolation(report);
            case "23503", "23001" -> new ForeignKeyViolation(report);
            case "23514" -> new CheckViolation(report);
            case "23502" -> new NotNullViolation(report);
            case "23P01" -> new ExclusionViolation(report);
            case "22001" -> new ValueTooLong(report);
            case "22003", "22008", "22015" -> new OutOfRange(report);
            case "40001" -> new SerializationFailure(report);
            case "40P01" -> new DeadlockDetected(report);
            case "55P03" -> new LockTimeout(report);
            case "57014" -> byOperator(refusal) ? new StatementCancelled(report) : new StatementTimeout(report);
            case "25P02" -> new TransactionAborted(report);
            default -> state.startsWith("22") ? new InvalidValue(report) : byClass(state, report);
        };
    }

    private static DatabaseException byClass(String state, Report report) {
        // 08: connection exceptions; 57P01 to 57P05: the server is going down, or this backend was told to.
        return state.startsWith("08") || state.startsWith("57P")
                ? new ConnectionLost(report)
                : new StatementFailed(report);
    }

    /** PostgreSQL has one code for a timeout and for {@code pg_cancel_backend}; only the words differ. */
    static boolean byOperator(PgException refusal) {
        String message = refusal.getErrorMessage();
        return message != null && message.contains("user request");
    }

    private String message(PgException refusal, String state) {
        String message = Objects.requireNonNullElse(refusal.getErrorMessage(), "PostgreSQL refused the statement");
        // Of all classes, 22 quotes the value in the message itself: invalid input syntax for type integer: "secret".
        return (development || !state.startsWith("22") ? message : withoutQuotes(message)) + " (" + state + ")";
    }

    private static String withoutQuotes(String message) {
        int first = message.indexOf('"');
        int last = message.lastIndexOf('"');
        return first < 0 ? message : message.substring(0, first) + "…" + message.substring(last + 1);
    }

    private static List<String> columns(PgException refusal) {
        if (refusal.getColumn() != null) {
            return List.of(refusal.getColumn());
        }
        String state = refusal.getSqlState();
        if (refusal.getDetail() == null || state == null || !state.startsWith("23")) {
            return List.of();
        }
        Matcher key = KEY.matcher(refusal.getDetail());
        return key.find() ? Arrays.stream(split(key.group(1))).toList() : List.of();
    }

    /** Splits at the commas outside parentheses: {@code lower(a), coalesce(b, 0)} is two. */
    private static String[] split(String list) {
        return list.split(", (?![^(]*\\))", -1);
    }

    private InvalidValue unsendable(Throwable error, @Nullable Sql sql) {
        String message = Objects.requireNonNullElse(error.getMessage(), error.toString());
        Matcher position = POSITION.matcher(message);
        Matcher count = COUNT.matcher(message);
        String told;
        if (position.find()) {
            told = "The value bound to $" + (Integer.parseInt(position.group(1)) + 1)
                    + " is of a Java type that its SQL type does not take";
        } else if (count.find()) {
            told = "The statement has " + count.group(1) + " parameters and " + count.group(2) + " values were bound";
        } else {
            told = "The client could not send the statement or read its answer ("
                    + error.getClass().getSimpleName() + ")";
        }
        return new InvalidValue(report(development ? told + ": " + message : told, sql, error));
    }
}
