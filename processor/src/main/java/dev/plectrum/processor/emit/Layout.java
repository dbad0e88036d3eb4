package dev.plectrum.processor.emit;

import java.util.List;

/** What JavaPoet does not care about, but readers do. */
public final class Layout {
    private static final int WIDTH = 130;
    private static final String CONSTANT = "    static final ";
    private static final List<String> TABLE_PARTS = List.of("ColumnDef<", "Relation ", "AnyRelation ", "JoinTable ");

    private final String source;
    private final StringBuilder tidy;

    private Layout(String source) {
        this.source = source;
        this.tidy = new StringBuilder(source.length());
    }

    /** The same source, with short Javadoc and empty bodies on one line, and fields that are of one kind together. */
    public static String tidy(String source) {
        return new Layout(source).tidy();
    }

    // One walk over the lines, since every line of every generated file comes by here.
    private String tidy() {
        String before = "";
        int at = 0;
        while (at < source.length()) {
            String line = lineAt(at);
            int next = after(at, line);
            if (line.isEmpty() && areTogether(before, lineAt(next))) {
                at = next;
                continue;
            }
            int javadoc = line.endsWith("/**") ? javadoc(line, next) : -1;
            if (javadoc >= 0) {
                at = javadoc;
            } else if (line.endsWith("{") && lineAt(next).strip().startsWith("}")) {
                // What follows the brace stands behind it, be it another line's.
                tidy.append(line);
                at = next + lineAt(next).indexOf('}');
            } else {
                tidy.append(line).append('\n');
                at = next;
            }
            before = line;
        }
        return tidy.toString();
    }

    /** Writes a comment whose text is one short line; where the source goes on behind it, or -1 if it is longer. */
    private int javadoc(String begin, int at) {
        String text = lineAt(at);
        int last = after(at, text);
        String end = lineAt(last);
        String indent = begin.substring(0, begin.length() - "/**".length());
        if (!indent.isBlank()
                || !text.stripLeading().startsWith("* ")
                || !end.strip().equals("*/")) {
            return -1;
        }
        String line = indent + "/** " + text.stripLeading().substring("* ".length()) + " */";
        if (line.length() > WIDTH) {
            return -1;
        }
        tidy.append(line).append('\n');
        return after(last, end);
    }

    private static boolean areTogether(String one, String other) {
        return isTablePart(one) ? isTablePart(other) : isDraftField(one) && isDraftField(other);
    }

    /** {@code static final ColumnDef<Long> ID = …;} */
    private static boolean isTablePart(String line) {
        return line.endsWith(";")
                && line.startsWith(CONSTANT)
                && TABLE_PARTS.stream().anyMatch(part -> line.startsWith(part, CONSTANT.length()));
    }

    /** {@code private @Nullable String name;} */
    private static boolean isDraftField(String line) {
        return line.endsWith(";")
                && line.startsWith("    private ")
                && !line.startsWith("    private static")
                && line.indexOf('(') < 0
                && line.indexOf('{') < 0;
    }

    private String lineAt(int at) {
        int end = source.indexOf('\n', at);
        return source.substring(Math.min(at, source.length()), end < 0 ? source.length() : end);
    }

    private int after(int at, String line) {
        return Math.min(source.length(), at + line.length() + 1);
    }
}
