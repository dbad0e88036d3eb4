package dev.plectrum.web.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with places for parameters: {@code /products/{id}}, {@code /reports/{year}.csv}, {@code /files/{path...}}. One
 * parameter fills a segment, or the part of it between a fixed beginning and a fixed end; the one with dots takes all segments
 * that are left.
 */
public final class PathPattern {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** One part between slashes: fixed, or with a parameter between a prefix and a suffix. */
    sealed interface Segment {
        /** A text that stands for itself. */
        record Fixed(String text) implements Segment {}

        /** A parameter. */
        record Parameter(String prefix, String name, String suffix) implements Segment {
            /** Whether a decoded segment fits. An empty parameter never does. */
            boolean fits(String segment) {
                return segment.length() > prefix.length() + suffix.length()
                        && segment.startsWith(prefix)
                        && segment.endsWith(suffix);
            }

            String value(String segment) {
                return segment.substring(prefix.length(), segment.length() - suffix.length());
            }

            int specificity() {
                return prefix.length() + suffix.length();
            }
        }

        /** All that is left. */
        record Rest(String name) implements Segment {}
    }

    private final String text;
    private final List<Segment> segments;
    private final List<String> parameters;

    private PathPattern(String text, List<Segment> segments, List<String> parameters) {
        this.text = text;
        this.segments = segments;
        this.parameters = parameters;
    }

    /** This pattern. Fails with {@link IllegalArgumentException} that says what is wrong with it. */
    public static PathPattern of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("The path \"" + text + "\" must begin with a slash");
        }
        List<Segment> segments = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        String[] parts = text.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (parts[i].isEmpty() && !last) {
                throw new IllegalArgumentException("The path \"" + text + "\" has an empty segment");
            }
            segments.add(segment(text, parts[i], last, parameters));
        }
        return new PathPattern(text, List.copyOf(segments), List.copyOf(parameters));
    }

    private static Segment segment(String text, String part, boolean last, List<String> parameters) {
        int open = part.indexOf('{');
        int close = part.indexOf('}');
        if (open < 0 && close < 0) {
            return new Segment.Fixed(part);
        }
        if (open < 0 || close < open || part.indexOf('{', open + 1) >= 0 || part.indexOf('}', close + 1) >= 0) {
            throw new IllegalArgumentException("The path \"" + text + "\" may have one {parameter} in each segment");
        }
        String name = part.substring(open + 1, close);
        boolean rest = name.endsWith("...");
        if (rest) {
            name = name.substring(0, name.length() - 3);
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The path \"" + text + "\" has a parameter named \"" + name + "\"");
        }
        if (parameters.contains(name)) {
            throw new IllegalArgumentException("The path \"" + text + "\" has two parameters named \"" + name + "\"");
        }
        parameters.add(name);
        String prefix = part.substring(0, open);
        String suffix = part.substring(close + 1);
        if (!rest) {
            return new Segment.Parameter(prefix, name, suffix);
        }
        if (!last || !prefix.isEmpty() || !suffix.isEmpty()) {
            throw new IllegalArgumentException(
                    "The path \"" + text + "\" must end with {" + name + "...}, which takes all that is left");
        }
        return new Segment.Rest(name);
    }

    List<Segment> segments() {
        return segments;
    }

    /** The names of its parameters, in their order. */
    public List<String> parameters() {
        return parameters;
    }

    /** The pattern as it was written. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
