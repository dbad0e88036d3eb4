package dev.plectrum.processor.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JavaPoet does not care about, but readers do. */
public final class Layout {
    private static final Pattern ONE_LINE_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern BETWEEN_COLUMNS =
            Pattern.compile("(?m)^(    static final (?:ColumnDef<|Relation |JoinTable ).*;)\\n\\n"
                    + "(?=    static final (?:ColumnDef<|Relation |JoinTable ))");
    private static final Pattern BETWEEN_DRAFT_FIELDS =
            Pattern.compile("(?m)^(    private (?!static)[^({]*;)\\n\\n(?=    private (?!static)[^({]*;$)");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *\\}");
    private static final int WIDTH = 130;

    private Layout() {}

    /** The same source, with short Javadoc on one line and fields that are of one kind together. */
    public static String tidy(String source) {
        String shorter = ONE_LINE_JAVADOC.matcher(source).replaceAll(javadoc -> {
            String line = javadoc.group(1) + "/** " + javadoc.group(2) + " */";
            return Matcher.quoteReplacement(line.length() <= WIDTH ? line : javadoc.group());
        });
        shorter = EMPTY_BODY.matcher(shorter).replaceAll("{}");
        shorter = BETWEEN_COLUMNS.matcher(shorter).replaceAll("$1\n");
        return BETWEEN_DRAFT_FIELDS.matcher(shorter).replaceAll("$1\n");
    }
}
