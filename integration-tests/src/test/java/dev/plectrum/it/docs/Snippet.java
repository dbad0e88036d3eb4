package dev.plectrum.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of Java in a chapter, or what stands where one belongs.
 *
 * @param line where it begins, counted from 1
 * @param source the file and the region that it is from, as the line before it says; empty when it doesn't
 * @param text what is in it
 */
record Snippet(int line, String source, String text) {
    private static final Pattern FENCE = Pattern.compile("(\\s*)(`{3,}|~{3,})\\s*([A-Za-z0-9+-]*).*");
    private static final Pattern MARKER = Pattern.compile("\\s*<!-- from (\\S+) -->\\s*");

    /** All of a chapter. */
    static List<Snippet> in(String chapter) {
        List<Snippet> snippets = new ArrayList<>();
        List<String> lines = chapter.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher marker = MARKER.matcher(lines.get(i));
            boolean marked = marker.matches();
            int begin = marked ? i + 1 : i;
            Matcher fence = begin < lines.size() ? FENCE.matcher(lines.get(begin)) : null;
            boolean block = fence != null && fence.matches();
            if (!block) {
                if (marked) {
                    snippets.add(new Snippet(i + 1, marker.group(1), ""));
                }
                continue;
            }
            int end = begin + 1;
            StringBuilder text = new StringBuilder();
            while (end < lines.size() && !lines.get(end).strip().equals(fence.group(2))) {
                text.append(outdented(lines.get(end), fence.group(1).length())).append('\n');
                end++;
            }
            if (marked || fence.group(3).equals("java")) {
                snippets.add(new Snippet(begin + 1, marked ? marker.group(1) : "", text.toString()));
            }
            i = end;
        }
        return snippets;
    }

    /** What is wrong with it, to be read after its place; empty when it is a copy of its region. */
    String problem(Path root) throws IOException {
        if (source.isEmpty()) {
            return "this block of Java is nobody's copy: write <!-- from path/to/File.java#region --> on the line before it";
        }
        int hash = source.indexOf('#');
        if (hash < 0 || !source.substring(0, hash).matches("(?!/).*/src/(main|test)/java/.*\\.java")) {
            return "\"" + source + "\" is not of the form path/to/src/main/java/…/File.java#region";
        }
        Path file = root.resolve(source.substring(0, hash));
        if (!Files.isRegularFile(file)) {
            return "there is no " + source.substring(0, hash);
        }
        String name = source.substring(hash + 1);
        List<String> region = region(Files.readString(file), name);
        if (region.isEmpty()) {
            return source.substring(0, hash) + " has no \"// region " + name + "\" that ends with \"// endregion\"";
        }
        String code = String.join("\n", region).stripIndent() + "\n";
        return code.equals(text) ? "" : "this is not what " + source + " has; paste\n" + code;
    }

    /** The lines between the marks, without the marks of regions inside. */
    private static List<String> region(String file, String name) {
        List<String> lines = new ArrayList<>();
        int depth = 0;
        for (String line : file.lines().toList()) {
            String mark = line.strip();
            if (depth == 0) {
                depth = mark.equals("// region " + name) ? 1 : 0;
            } else if (mark.startsWith("// region ")) {
                depth++;
            } else if (mark.equals("// endregion")) {
                depth--;
                if (depth == 0) {
                    return lines;
                }
            } else {
                lines.add(line);
            }
        }
        return List.of();
    }

    private static String outdented(String line, int columns) {
        int indent = 0;
        while (indent < columns && indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return line.substring(indent);
    }
}
