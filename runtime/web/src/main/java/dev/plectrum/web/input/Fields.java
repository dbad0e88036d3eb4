package dev.plectrum.web.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and values in the order they came, a name as often as it came: a query string, a form, cookies. */
public final class Fields {
    /** None. */
    public static final Fields NONE = new Fields();

    // Few enough that a walk beats a hash.
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private Fields() {}

    /**
     * The fields of a query string or an urlencoded form. Fails with {@link UnreadableException} on broken escapes, on bytes that
     * are not UTF-8, and on more than this many fields.
     */
    public static Fields parse(@Nullable String text, int most) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        var fields = new Fields();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('&', start);
            if (end < 0) {
                end = text.length();
            }
            if (end > start) {
                int equals = text.indexOf('=', start);
                if (equals < 0 || equals > end) {
                    fields.add(Percent.decode(text.substring(start, end), true), "", most);
                } else {
                    fields.add(
                            Percent.decode(text.substring(start, equals), true),
                            Percent.decode(text.substring(equals + 1, end), true),
                            most);
                }
            }
            start = end + 1;
        }
        return fields;
    }

    /** The cookies of a {@code Cookie} header. A part without {@code =} is skipped, as browsers send none. */
    public static Fields cookies(@Nullable String header, int most) {
        if (header == null) {
            return NONE;
        }
        var fields = new Fields();
        for (String part : header.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String value = part.substring(equals + 1).strip();
                if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
                    value = value.substring(1, value.length() - 1);
                }
                fields.add(part.substring(0, equals).strip(), value, most);
            }
        }
        return fields;
    }

    /** These pairs: name, value, name, value. */
    public static Fields of(String... pairs) {
        var fields = new Fields();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(pairs[i], pairs[i + 1], Integer.MAX_VALUE);
        }
        return fields;
    }

    /** These pairs. */
    public static Fields of(Iterable<Map.Entry<String, String>> pairs, int most) {
        var fields = new Fields();
        pairs.forEach(pair -> fields.add(pair.getKey(), pair.getValue(), most));
        return fields;
    }

    private void add(String name, String value, int most) {
        if (names.size() >= most) {
            throw new UnreadableException("too-many-fields", "has more than " + most + " fields", Map.of("max", most));
        }
        names.add(name);
        values.add(value);
    }

    /** The first value of this name. */
    public @Nullable String get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }

    /** Whether there are several values of this name. */
    public boolean isRepeated(String name) {
        int index = names.indexOf(name);
        return index >= 0 && names.lastIndexOf(name) != index;
    }

    /** Every value of this name. */
    public List<String> all(String name) {
        List<String> all = new ArrayList<>(2);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                all.add(values.get(i));
            }
        }
        return all;
    }

    /** Every name, as often as it came. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }

    @Override
    public String toString() {
        return names.toString(); // values may be secrets
    }
}
