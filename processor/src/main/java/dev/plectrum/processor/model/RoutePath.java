package dev.plectrum.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with places for parameters, as the runtime's {@code PathPattern} reads it.
 *
 * @param text as it is written, the view's part included
 * @param flaw what is wrong with it, in words; empty if nothing is
 */
public record RoutePath(String text, List<Part> parts, String flaw) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Copies the parts. */
    public RoutePath {
        parts = List.copyOf(parts);
    }

    /** A piece of a path. */
    public sealed interface Part {
        /** Stands for itself, slashes included. */
        record Text(String text) implements Part {}

        /**
         * A parameter.
         *
         * @param rest whether it takes all segments that are left
         */
        record Parameter(String name, boolean rest) implements Part {}
    }

    /** The path of a method below that of its view. */
    public static RoutePath of(String view, String method) {
        String prefix = view.endsWith("/") ? view.substring(0, view.length() - 1) : view;
        String text = prefix + method;
        if (text.isEmpty()) {
            text = "/";
        }
        if (!method.isEmpty() && !method.startsWith("/")) {
            return new RoutePath(text, List.of(), "\"" + method + "\" does not begin with a slash");
        }
        return parse(text);
    }

    private static RoutePath parse(String text) {
        List<Part> parts = new ArrayList<>();
        if (!text.startsWith("/")) {
            return new RoutePath(text, parts, "\"" + text + "\" does not begin with a slash");
        }
        String[] segments = text.substring(1).split("/", -1);
        StringBuilder fixed = new StringBuilder();
        for (int i = 0; i < segments.length; i++) {
            fixed.append('/');
            boolean last = i == segments.length - 1;
            if (segments[i].isEmpty() && !last) {
                return new RoutePath(text, parts, "it has an empty segment");
            }
            String flaw = segment(segments[i], last, fixed, parts);
            if (!flaw.isEmpty()) {
                return new RoutePath(text, parts, flaw);
            }
        }
        flush(fixed, parts);
        return new RoutePath(text, parts, "");
    }

    private static String segment(String segment, boolean last, StringBuilder fixed, List<Part> parts) {
        int open = segment.indexOf('{');
        int close = segment.indexOf('}');
        if (open < 0 && close < 0) {
            fixed.append(segment);
            return "";
        }
        if (open < 0 || close < open || segment.indexOf('{', open + 1) >= 0 || segment.indexOf('}', close + 1) >= 0) {
            return "a segment may have one {parameter}";
        }
        String name = segment.substring(open + 1, close);
        boolean rest = name.endsWith("...");
        if (rest) {
            name = name.substring(0, name.length() - 3);
        }
        if (!NAME.matcher(name).matches()) {
            return "\"" + name + "\" is not a name";
        }
        if (names(parts).contains(name)) {
            return "it has two parameters named \"" + name + "\"";
        }
        if (rest && (!last || open > 0 || close < segment.length() - 1)) {
            return "{" + name + "...} takes all that is left, so nothing can follow it";
        }
        fixed.append(segment, 0, open);
        flush(fixed, parts);
        parts.add(new Part.Parameter(name, rest));
        fixed.append(segment.substring(close + 1));
        return "";
    }

    private static void flush(StringBuilder fixed, List<Part> parts) {
        if (fixed.length() > 0) {
            parts.add(new Part.Text(fixed.toString()));
            fixed.setLength(0);
        }
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream()
                .filter(Part.Parameter.class::isInstance)
                .map(part -> ((Part.Parameter) part).name())
                .toList();
    }

    /** The names of its parameters, in their order. */
    public List<String> parameters() {
        return names(parts);
    }

    /** The path with its parameters' names left out: two routes of the same shape answer the same requests. */
    public String shape() {
        StringBuilder shape = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Text fixed) {
                shape.append(fixed.text());
            } else {
                shape.append(((Part.Parameter) part).rest() ? "{...}" : "{}");
            }
        }
        return shape.toString();
    }
}
