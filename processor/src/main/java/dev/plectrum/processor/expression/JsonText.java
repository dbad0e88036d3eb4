package dev.plectrum.processor.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON just closely enough to say whether PostgreSQL will. */
final class JsonText {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static boolean isValid(String text) {
        JsonText json = new JsonText(text);
        return json.value(0) && json.blank() && json.at == text.length();
    }

    private boolean value(int depth) {
        blank();
        if (at == text.length() || depth > DEEPEST) {
            return false;
        }
        char first = text.charAt(at);
        if (first == '{' || first == '[') {
            return members(depth, first == '{', first == '{' ? '}' : ']');
        }
        return first == '"'
                ? matches("\"([^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u(?!0000)[0-9a-fA-F]{4})*+\"")
                : matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }

    private boolean members(int depth, boolean named, char closing) {
        at++;
        blank();
        if (accept(closing)) {
            return true;
        }
        do {
            blank();
            if (named && !(at < text.length() && text.charAt(at) == '"' && value(depth) && blank() && accept(':'))) {
                return false;
            }
            if (!value(depth + 1)) {
                return false;
            }
            blank();
        } while (accept(','));
        return accept(closing);
    }

    private boolean matches(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        return true;
    }

    private boolean accept(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean blank() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return true;
    }
}
