package dev.plectrum.orm.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes write themselves: the text and the binds of one statement. Made for one statement and used up by it.
 *
 * <p>Each query being written, the outermost and those nested in it, is a {@link Scope}. A column names the level of the
 * lambda its row came from; {@link #enter} says which scope that level means until {@link #leave}.
 */
public final class SqlWriter {
    /** A query being written: knows what its rows are called. */
    public interface Scope {
        /** The table it selects from. */
        Table table();

        /** What the row at the end of this path is called, such as {@code t1}. */
        String alias(Path path);
    }

    private static final String[] ALIASES = new String[64];

    static {
        for (int i = 0; i < ALIASES.length; i++) {
            ALIASES[i] = "t" + i;
        }
    }

    private static final String[] PLACEHOLDERS = new String[64];

    static {
        for (int i = 0; i < PLACEHOLDERS.length; i++) {
            PLACEHOLDERS[i] = "$" + (i + 1);
        }
    }

    private static final @Nullable Object[] NO_BINDS = {};

    private static final int MAX_REUSED = 1 << 16;

    /** PostgreSQL's protocol counts values in 16 bits, and the client would send a wrong number without a word. */
    private static final int MOST_BINDS = 65_535;

    private static final ThreadLocal<StringBuilder> TEXT = ThreadLocal.withInitial(() -> new StringBuilder(1024));

    /** Writes whole queries; lives where queries become text. */
    public interface Selects {
        /** Writes {@code SELECT} of these values, or of {@code 1} if there are none. */
        void select(SqlWriter out, Query query, List<Query.Value> values);
    }

    private final @Nullable Selects selects;
    private final StringBuilder text;
    private @Nullable Object[] binds = NO_BINDS;
    private int bindCount;
    private @Nullable Scope[] scopes = new Scope[2];
    private int aliases;

    /** A writer with nothing written. Only one may be in use by a thread at a time. */
    public SqlWriter(Selects selects) {
        this.selects = selects;
        StringBuilder builder = TEXT.get();
        if (builder.capacity() > MAX_REUSED) {
            // One giant statement must not keep its memory for as long as the thread lives.
            builder = new StringBuilder(1024);
            TEXT.set(builder);
        }
        builder.setLength(0);
        this.text = builder;
    }

    /** For {@link #describe}: with a text of its own, because a message may be needed while a statement is being written. */
    private SqlWriter() {
        this.selects = null;
        this.text = new StringBuilder(64);
    }

    /** What a node is, for messages: its SQL, with the names of fields where columns go, and nothing of values. */
    static String describe(Node node) {
        SqlWriter out = new SqlWriter();
        node.write(out);
        return out.text();
    }

    /** Writes text as it is: keywords, names that are already quoted, never values. */
    public SqlWriter append(String sql) {
        text.append(sql);
        return this;
    }

    /** Writes one character. */
    public SqlWriter append(char sql) {
        text.append(sql);
        return this;
    }

    /** Writes a whole number that the shape of the statement depends on, such as a LIMIT. Never a user's value otherwise. */
    public SqlWriter appendNumber(long number) {
        text.append(number);
        return this;
    }

    /** Writes a placeholder with its cast and remembers the value, already in the client's own type. */
    public SqlWriter bind(@Nullable Object value, String cast) {
        if (bindCount == binds.length) {
            binds = Arrays.copyOf(binds, moreBinds());
        }
        binds[bindCount] = value;
        if (bindCount < PLACEHOLDERS.length) {
            text.append(PLACEHOLDERS[bindCount]);
        } else {
            text.append('$').append(bindCount + 1);
        }
        bindCount++;
        text.append(cast);
        return this;
    }

    private int moreBinds() {
        if (bindCount == MOST_BINDS) {
            throw new IllegalArgumentException("One statement takes " + MOST_BINDS
                    + " values, and this one has more. A list of any length is one value: in(list)");
        }
        return Math.min(MOST_BINDS, Math.max(6, bindCount * 2));
    }

    /** Writes a node, in parentheses if it holds together less than its surroundings ask. */
    public SqlWriter nest(Node node, int surroundings) {
        if (node.precedence() < surroundings) {
            text.append('(');
            node.write(this);
            text.append(')');
        } else {
            node.write(this);
        }
        return this;
    }

    /** Writes one of several conditions that are joined by AND. */
    public SqlWriter conjunct(Condition condition) {
        return nest(condition, Precedence.AND);
    }

    /** Writes nodes with commas between them. */
    public SqlWriter list(Iterable<? extends Node> nodes) {
        boolean first = true;
        for (Node node : nodes) {
            if (!first) {
                text.append(", ");
            }
            first = false;
            node.write(this);
        }
        return this;
    }

    /** Writes a column with the name of its row. */
    void column(ColumnNode column) {
        if (selects == null) {
            describe(column.path());
            text.append(column.def().field());
            return;
        }
        ColumnNode read = column.trimmed();
        text.append(scope(read.path()).alias(read.path()))
                .append('.')
                .append(read.def().sqlName());
    }

    private void describe(Path path) {
        if (path instanceof Path.Step step) {
            describe(step.from());
            text.append(step.relation()).append('.');
        }
    }

    /** Writes a query inside this one, without parentheses. */
    void select(Query query, List<Query.Value> values) {
        if (selects == null) {
            text.append("SELECT … FROM ").append(query.table().sqlName());
        } else {
            selects.select(this, query, values);
        }
    }

    /** What rows given at this level are, just now. */
    public @Nullable Scope scopeAt(int level) {
        return level < scopes.length ? scopes[level] : null;
    }

    private Scope scope(Path path) {
        int level = path.level();
        Scope scope = level < scopes.length ? scopes[level] : null;
        if (scope == null || scope.table() != root(path)) {
            throw new IllegalStateException("A row of " + root(path).modelName()
                    + " is used outside the lambda it was given to."
                    + " Use the lambda's own parameter, or nest the query inside that lambda");
        }
        return scope;
    }

    private static Table root(Path path) {
        return path.root().table();
    }

    /** From now on rows given at this level are those of this scope. Returns what they were before, for {@link #leave}. */
    public @Nullable Scope enter(int level, Scope scope) {
        if (level >= scopes.length) {
            scopes = Arrays.copyOf(scopes, Math.max(level + 1, scopes.length * 2));
        }
        Scope before = scopes[level];
        scopes[level] = scope;
        return before;
    }

    /** Rows given at this level are again what they were. */
    public void leave(int level, @Nullable Scope before) {
        scopes[level] = before;
    }

    /** A row name that no other row of this statement has. */
    public String newAlias() {
        int next = aliases++;
        return next < ALIASES.length ? ALIASES[next] : "t" + next;
    }

    /** The finished text: the one of an earlier statement if they are alike. */
    public String text() {
        return Texts.of(text);
    }

    /** The values, in the order of their placeholders. */
    public @Nullable Object[] binds() {
        return bindCount == binds.length ? binds : Arrays.copyOf(binds, bindCount);
    }
}
