package dev.plectrum.orm.query;

import static java.util.Objects.requireNonNull;

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
    private static final String[] PLACEHOLDERS = new String[64];
    private static final String[] NUMBERS = new String[256];
    private static final String[] CHARACTERS = new String[128];

    static {
        for (int i = 0; i < ALIASES.length; i++) {
            ALIASES[i] = "t" + i;
            PLACEHOLDERS[i] = "$" + (i + 1);
        }
        for (int i = 0; i < NUMBERS.length; i++) {
            NUMBERS[i] = Integer.toString(i);
        }
        for (char c = 0; c < CHARACTERS.length; c++) {
            CHARACTERS[c] = String.valueOf(c);
        }
    }

    private static final @Nullable Object[] NO_BINDS = {};

    /** PostgreSQL's protocol counts values in 16 bits, and the client would send a wrong number without a word. */
    private static final int MOST_BINDS = 65_535;

    /** Writes whole queries; lives where queries become text. */
    public interface Selects {
        /** Writes {@code SELECT} of these values, or of {@code 1} if there are none. */
        void select(SqlWriter out, Query query, List<Query.Value> values);
    }

    private final @Nullable Selects selects;
    /** How far the text has got among those that were written before; null where it is {@code own}. */
    private @Nullable Texts place;
    /** The text, if it is none to be kept. */
    private @Nullable StringBuilder own;

    private @Nullable Object[] binds = NO_BINDS;
    private int bindCount;
    private @Nullable Scope[] scopes = new Scope[2];
    private int aliases;

    /** A writer with nothing written. */
    public SqlWriter(Selects selects) {
        this.selects = selects;
        this.place = Texts.start();
    }

    /** For {@link #describe}. */
    private SqlWriter() {
        this.selects = null;
        this.own = new StringBuilder(64);
    }

    /** What a node is, for messages: its SQL, with the names of fields where columns go, and nothing of values. */
    static String describe(Node node) {
        SqlWriter out = new SqlWriter();
        node.write(out);
        return out.text();
    }

    /** Writes text as it is: keywords, names that are already quoted, never values. */
    public SqlWriter append(String sql) {
        Texts at = place;
        if (at == null) {
            requireNonNull(own).append(sql);
            return this;
        }
        place = at.then(sql);
        if (place == null) {
            own = new StringBuilder(at.whole()).append(sql);
        }
        return this;
    }

    /** Writes one character. */
    public SqlWriter append(char sql) {
        return append(sql < CHARACTERS.length ? CHARACTERS[sql] : String.valueOf(sql));
    }

    /** Writes a whole number that the shape of the statement depends on, such as a LIMIT. Never a user's value otherwise. */
    public SqlWriter appendNumber(long number) {
        return append(number >= 0 && number < NUMBERS.length ? NUMBERS[(int) number] : Long.toString(number));
    }

    /** Writes a placeholder with its cast and remembers the value, already in the client's own type. */
    public SqlWriter bind(@Nullable Object value, String cast) {
        if (bindCount == binds.length) {
            binds = Arrays.copyOf(binds, moreBinds());
        }
        binds[bindCount] = value;
        if (bindCount < PLACEHOLDERS.length) {
            append(PLACEHOLDERS[bindCount]);
        } else {
            append("$" + (bindCount + 1));
        }
        bindCount++;
        return append(cast);
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
            append("(");
            node.write(this);
            append(")");
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
                append(", ");
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
            append(column.def().field());
            return;
        }
        ColumnNode read = column.trimmed();
        append(scope(read.path()).alias(read.path()))
                .append(".")
                .append(read.def().sqlName());
    }

    private void describe(Path path) {
        if (path instanceof Path.Step step) {
            describe(step.from());
            append(step.relation().toString()).append(".");
        }
    }

    /** Writes a query inside this one, without parentheses. */
    void select(Query query, List<Query.Value> values) {
        if (selects == null) {
            append("SELECT … FROM ").append(query.table().sqlName());
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
        return place == null ? requireNonNull(own).toString() : place.whole();
    }

    /** The values, in the order of their placeholders. */
    public @Nullable Object[] binds() {
        return bindCount == binds.length ? binds : Arrays.copyOf(binds, bindCount);
    }
}
