package dev.plectrum.orm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the {@code ?} in SQL of a user's own, and refuses SQL that would reach beyond the parentheses it is put between: a quote, comment
 * or parenthesis that is not closed.
 */
final class Fragments {
    private static final Pattern DOLLAR_QUOTE =
            Pattern.compile("\\$([A-Za-z_\\x80-\\uffff][A-Za-z0-9_\\x80-\\uffff]*)?\\$");

    private final String sql;
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int open;

    private Fragments(String sql) {
        this.sql = sql;
    }

    static ValueNode.Fragment parse(String sql, Expression<?>... between) {
        List<String> texts = new Fragments(sql).split();
        if (texts.size() != between.length + 1) {
            throw new IllegalArgumentException("The SQL has " + (texts.size() - 1) + " question marks for "
                    + between.length + " expressions: " + sql);
        }
        List<Node> nodes = new ArrayList<>();
        for (Expression<?> expression : between) {
            nodes.add(expression.node());
        }
        return new ValueNode.Fragment(List.copyOf(texts), List.copyOf(nodes));
    }

    private List<String> split() {
        if (sql.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("SQL cannot contain a NUL character");
        }
        while (at < sql.length()) {
            next();
        }
        if (open != 0) {
            throw new IllegalArgumentException("A parenthesis is not closed: " + sql);
        }
        texts.add(text.toString());
        return texts;
    }

    private void next() {
        char c = sql.charAt(at);
        if (c == '\'') {
            quoted('\'', isEscapeString());
        } else if (c == '"') {
            quoted('"', false);
        } else if (c == '$' && !continuesName()) {
            dollarQuoted();
        } else if (sql.startsWith("--", at)) {
            lineComment();
        } else if (sql.startsWith("/*", at)) {
            blockComment();
        } else if (sql.startsWith("??", at)) {
            text.append('?');
            at += 2;
        } else if (c == '?') {
            texts.add(text.toString());
            text.setLength(0);
            at++;
        } else {
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                throw new IllegalArgumentException("A parenthesis is closed that was not opened: " + sql);
            }
            text.append(c);
            at++;
        }
    }

    /** Whether the character before belongs to a name, in which {@code $} is an ordinary letter. */
    private boolean continuesName() {
        if (at == 0) {
            return false;
        }
        char before = sql.charAt(at - 1);
        return Character.isLetterOrDigit(before) || before == '_' || before == '$' || before >= 0x80;
    }

    /** Whether the quote at hand begins a string of the form {@code E'…'}, in which a backslash takes the meaning of a quote away. */
    private boolean isEscapeString() {
        if (at == 0 || Character.toUpperCase(sql.charAt(at - 1)) != 'E') {
            return false;
        }
        return at == 1 || !(Character.isLetterOrDigit(sql.charAt(at - 2)) || sql.charAt(at - 2) == '_');
    }

    private void quoted(char quote, boolean escapes) {
        int end = at + 1;
        while (end < sql.length() && (sql.charAt(end) != quote || isDoubled(end))) {
            end += sql.charAt(end) == quote || (escapes && sql.charAt(end) == '\\') ? 2 : 1;
        }
        take(end < sql.length() ? end + 1 : -1, "quote");
    }

    private boolean isDoubled(int quote) {
        return quote + 1 < sql.length() && sql.charAt(quote + 1) == sql.charAt(quote);
    }

    private void dollarQuoted() {
        Matcher quote = DOLLAR_QUOTE.matcher(sql).region(at, sql.length());
        if (!quote.lookingAt()) {
            text.append('$');
            at++;
            return;
        }
        int end = sql.indexOf(quote.group(), quote.end());
        take(end < 0 ? -1 : end + quote.group().length(), "dollar quote");
    }

    private void lineComment() {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
        text.append(' ');
    }

    private void blockComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
        if (depth > 0) {
            throw new IllegalArgumentException("A comment is not closed: " + sql);
        }
        text.append(' ');
    }

    private void take(int end, String what) {
        if (end < 0 || end > sql.length()) {
            throw new IllegalArgumentException("A " + what + " is not closed: " + sql);
        }
        text.append(sql, at, end);
        at = end;
    }
}
