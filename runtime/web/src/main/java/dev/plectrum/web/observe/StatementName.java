package dev.plectrum.web.observe;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement does, in a word or two of which there are only so many: {@code SELECT product}, {@code COMMIT}.
 *
 * @param operation its first word
 * @param table the first table that it names, without quotes; empty if it names none
 */
record StatementName(String operation, String table) {
    private static final Pattern FIRST = Pattern.compile("\\s*([A-Za-z]+)");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:FROM|INTO|UPDATE)\\s+(?:ONLY\\s+)?((?:\"[^\"]+\"|\\w+)(?:\\.(?:\"[^\"]+\"|\\w+))?)");

    static StatementName of(String sql) {
        Matcher first = FIRST.matcher(sql);
        Matcher table = TABLE.matcher(sql);
        return new StatementName(
                first.lookingAt() ? first.group(1).toUpperCase(Locale.ROOT) : "OTHER",
                table.find() ? table.group(1).replace("\"", "") : "");
    }

    @Override
    public String toString() {
        return table.isEmpty() ? operation : operation + " " + table;
    }
}
