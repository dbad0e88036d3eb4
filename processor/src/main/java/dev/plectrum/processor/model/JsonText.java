package dev.plectrum.processor.model;

import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON that users write in annotations. */
public final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /** What the text says; fails with {@link Malformed}. */
    public static JsonValue parse(String text) {
        JsonText reader = new JsonText(text);
        JsonValue value = reader.value();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.malformed("nothing may follow the value");
        }
        return value;
    }

    /** Whether it is written as JSON writes numbers. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** A text that is not JSON. */
    public static final class Malformed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int offset;

        private Malformed(String message, int offset) {
            super(message);
            this.offset = offset;
        }

        /** Where it stops to be JSON. */
        public int offset() {
            return offset;
        }

        /** What should have been there, in words. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }

    private Malformed malformed(String why) {
        return new Malformed(why, at);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char wanted) {
        space();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private JsonValue value() {
        space();
        int start = at;
        if (++depth > DEEPEST) {
            throw malformed("it is too deep");
        }
        JsonValue value;
        if (next('{')) {
            value = new JsonValue.Members(members(), new JsonValue.At(start, at));
        } else if (next('[')) {
            value = new JsonValue.Items(items(), new JsonValue.At(start, at));
        } else if (next('"')) {
            value = new JsonValue.Text(string(), new JsonValue.At(start, at));
        } else {
            value = word(start);
        }
        depth--;
        return value;
    }

    private JsonValue word(int start) {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return new JsonValue.Numeral(number.group(), new JsonValue.At(start, at));
        }
        for (String word : List.of("true", "false", "null")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                JsonValue.At place = new JsonValue.At(start, at);
                return word.equals("null")
                        ? new JsonValue.Nothing(place)
                        : new JsonValue.Truth(word.equals("true"), place);
            }
        }
        throw malformed("a value must stand here");
    }

    private Map<String, JsonValue> members() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (next('}')) {
            return members;
        }
        do {
            space();
            int start = at;
            if (!next('"')) {
                throw malformed("a name in double quotes must stand here");
            }
            String name = string();
            if (!next(':')) {
                throw malformed("a colon must stand here");
            }
            if (members.put(name, value()) != null) {
                throw new Malformed("\"" + name + "\" stands there twice", start);
            }
        } while (next(','));
        if (!next('}')) {
            throw malformed("a comma or } must stand here");
        }
        return members;
    }

    private List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (next(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (next(','));
        if (!next(']')) {
            throw malformed("a comma or ] must stand here");
        }
        return items;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                at--;
                throw malformed("a text must end in the line in which it begins");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            throw malformed("a text must end with a double quote");
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        String hex = c == 'u' && at + HEX_DIGITS <= text.length() ? text.substring(at, at + HEX_DIGITS) : "";
        if (!hex.matches("[0-9a-fA-F]{4}")) {
            at--;
            throw malformed("this is none of the escapes of JSON");
        }
        at += HEX_DIGITS;
        return (char) Integer.parseInt(hex, HEX);
    }
}
