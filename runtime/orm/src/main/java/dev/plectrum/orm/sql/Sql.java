package dev.plectrum.orm.sql;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text with binds, ready to send, and what the sender must know beyond them. {@code toString()} is the text: values never
 * reach a log by accident.
 */
public final class Sql {
    /** What a statement does to rows, which decides where it may run. */
    public enum Access {
        /** Reads without locking: may go to a replica, may share a pipelined connection. */
        READ,
        /** Writes: goes to the primary. */
        WRITE,
        /** Reads and locks rows: only inside a transaction, never on a shared connection. */
        LOCK,
        /** One or several statements without binds, such as DDL: on a connection of its own, unprepared. */
        SCRIPT
    }

    /**
     * What a user asked for this statement alone. A statement with any of these runs on a connection of its own.
     *
     * @param timeout how long the server may work on it; null is the database's own setting
     * @param settings planner settings, such as {@code enable_seqscan=off}, in force for this statement only
     */
    public record Options(@Nullable Duration timeout, Map<String, String> settings) {
        /** Nothing asked. */
        public static final Options NONE = new Options(null, Map.of());

        /** Copies the settings. */
        public Options {
            settings = Map.copyOf(settings);
        }

        /** Whether nothing is asked. */
        public boolean isNone() {
            return timeout == null && settings.isEmpty();
        }
    }

    private static final Object[] NO_BINDS = {};

    private final String text;
    private final Object[] binds;
    private final Access access;
    private final Options options;
    private final @Nullable StackTraceElement site;

    private Sql(String text, Object[] binds, Access access, Options options, @Nullable StackTraceElement site) {
        this.text = text;
        this.binds = binds;
        this.access = access;
        this.options = options;
        this.site = site;
    }

    /** A statement that only reads. The binds are the client's own value types and are not copied. */
    public static Sql read(String text, @Nullable Object... binds) {
        return new Sql(text, binds, Access.READ, Options.NONE, null);
    }

    /** A statement that changes rows. */
    public static Sql write(String text, @Nullable Object... binds) {
        return new Sql(text, binds, Access.WRITE, Options.NONE, null);
    }

    /** A read that locks the rows it returns. */
    public static Sql lock(String text, @Nullable Object... binds) {
        return new Sql(text, binds, Access.LOCK, Options.NONE, null);
    }

    /** Statements without binds, such as DDL; several are separated by semicolons. */
    public static Sql text(String text) {
        return new Sql(text, NO_BINDS, Access.SCRIPT, Options.NONE, null);
    }

    /** The same statement with these options. */
    public Sql with(Options options) {
        return new Sql(text, binds, access, options, site);
    }

    /** Another statement with the same binds and options. */
    public Sql withText(String text) {
        return new Sql(text, binds, access, options, site);
    }

    /** The same statement, remembering the line of the user's code that asked for it. */
    public Sql at(@Nullable StackTraceElement site) {
        return new Sql(text, binds, access, options, site);
    }

    /** The text, with {@code $1}, {@code $2}, … where the binds go. */
    public String text() {
        return text;
    }

    /** The values, in the client's own types, in the order of their numbers. Not a copy: do not change it. */
    public @Nullable Object[] binds() {
        return binds;
    }

    /** What it does to rows. */
    public Access access() {
        return access;
    }

    /** What was asked for this statement alone. */
    public Options options() {
        return options;
    }

    /** The line of the user's code that asked for it; known in development mode only. */
    public @Nullable StackTraceElement site() {
        return site;
    }

    /** The texts of several statements, in order, for logs and tests. */
    public static List<String> texts(List<Sql> statements) {
        return statements.stream().map(Sql::text).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
