package dev.plectrum.orm.exec;

import dev.plectrum.orm.sql.Sql;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a statement's first word tells. */
final class Statements {
    private static final Set<String> ROWS =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES", "MERGE", "TABLE", "EXPLAIN");
    private static final Set<String> TRANSACTION =
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE");
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?:\\s|--[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/|\\()*([a-zA-Z]+)");

    private Statements() {}

    /**
     * Whether it only touches rows, so that the connection is afterwards as it was before. BEGIN, SET, LISTEN and their
     * like leave something behind and get a connection that is closed after them.
     */
    static boolean mayShare(Sql sql) {
        if (sql.access() == Sql.Access.SCRIPT) {
            return false;
        }
        String text = sql.text();
        // What query sets write begins with one of these: no need to look for the word.
        return text.startsWith("SELECT")
                || text.startsWith("INSERT")
                || text.startsWith("UPDATE")
                || text.startsWith("DELETE")
                || text.startsWith("WITH")
                || ROWS.contains(firstWord(text));
    }

    /** The word with which a statement would change the transaction behind its back; null when it would not. */
    static @Nullable String endingTransaction(Sql sql) {
        if (mayShare(sql)) {
            return null;
        }
        String word = firstWord(sql.text());
        return TRANSACTION.contains(word) ? word : null;
    }

    private static String firstWord(String text) {
        Matcher word = FIRST_WORD.matcher(text);
        return word.lookingAt() ? word.group(1).toUpperCase(Locale.ROOT) : "";
    }
}
