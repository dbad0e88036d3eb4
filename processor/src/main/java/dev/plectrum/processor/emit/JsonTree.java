package dev.plectrum.processor.emit;

import dev.plectrum.processor.model.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object in the making. What is empty is left out. */
final class JsonTree {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** One more member: a text, number, boolean, list or object. */
    JsonTree put(String name, Object value) {
        boolean empty = (value instanceof String text && text.isEmpty())
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof JsonTree tree && tree.members.isEmpty());
        if (!empty) {
            members.put(name, value);
        }
        return this;
    }

    /** One more member, even if it is empty. */
    JsonTree putAlways(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** What a member is. */
    Object get(String name) {
        return members.getOrDefault(name, "");
    }

    /** On one line. */
    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ": " + text(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(JsonTree::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof JsonValue json) {
            return text(json);
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return quoted(text.value());
        } else if (value instanceof JsonValue.Numeral number) {
            return number.digits();
        } else if (value instanceof JsonValue.Truth truth) {
            return String.valueOf(truth.value());
        } else if (value instanceof JsonValue.Items items) {
            return text(items.items());
        } else if (value instanceof JsonValue.Members members) {
            JsonTree tree = new JsonTree();
            members.members().forEach(tree::putAlways);
            return tree.toString();
        }
        return "null";
    }

    /** A text as JSON writes it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
