package dev.plectrum.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One fact of a Def as text: a word, then {@code key}, {@code key=value} or {@code key="value with spaces"}. What is absent says
 * nothing, a key with several values stands there several times.
 */
final class Line {
    private final String word;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Line(String word) {
        this.word = word;
    }

    static Line parse(String text) {
        Reader reader = new Reader(text);
        Line line = new Line(reader.word());
        while (reader.more()) {
            String key = reader.word();
            line.with(key, reader.value());
        }
        return line;
    }

    String word() {
        return word;
    }

    Line with(String key, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
        }
        return this;
    }

    Line with(String key, List<String> all) {
        all.forEach(value -> with(key, value));
        return this;
    }

    Line with(String key, boolean value) {
        return with(key, value ? "true" : "");
    }

    Line with(String key, int value) {
        return with(key, value == 0 ? "" : Integer.toString(value));
    }

    String get(String key) {
        List<String> all = all(key);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    boolean is(String key) {
        return get(key).equals("true");
    }

    int number(String key) {
        return get(key).isEmpty() ? 0 : Integer.parseInt(get(key));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(word);
        values.forEach((key, all) -> all.forEach(value -> {
            text.append(' ').append(key);
            if (!value.equals("true")) {
                text.append('=').append(quoted(value));
            }
        }));
        return text.toString();
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '=' || c == '\\');
        if (plain) {
            return value;
        }
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean more() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length();
        }

        String word() {
            int start = at;
            while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '=') {
                at++;
            }
            return text.substring(start, at);
        }

        String value() {
            if (at >= text.length() || text.charAt(at) != '=') {
                return "true";
            }
            at++;
            if (at >= text.length() || text.charAt(at) != '"') {
                int start = at;
                while (at < text.length() && text.charAt(at) != ' ') {
                    at++;
                }
                return text.substring(start, at);
            }
            at++;
            StringBuilder value = new StringBuilder();
            while (text.charAt(at) != '"') {
                char c = text.charAt(at++);
                value.append(c == '\\' ? escaped(text.charAt(at++)) : c);
            }
            at++;
            return value.toString();
        }

        private static char escaped(char c) {
            return c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        }
    }
}
