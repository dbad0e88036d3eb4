package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A range. The client does not know the type: it binds the text as it is, and has to be given text to read.
 *
 * @param <T> the type of the bounds
 */
final class RangeType<T extends Comparable<? super T>> extends TextArrayType<Range<T>> {
    private final DbType<T> bound;
    private final Function<String, T> read;

    RangeType(String name, DbType<T> bound, Function<String, T> read) {
        super(name, "::text", "::" + name);
        this.bound = bound;
        this.read = read;
    }

    @Override
    Object toClient(Range<T> value) {
        return toText(value);
    }

    @Override
    String toText(Range<T> value) {
        if (value.isEmpty()) {
            return "empty";
        }
        StringBuilder out = new StringBuilder().append(value.lowerIncluded() ? '[' : '(');
        print(value.lower(), out);
        print(value.upper(), out.append(','));
        return out.append(value.upperIncluded() ? ']' : ')').toString();
    }

    private void print(@Nullable T value, StringBuilder out) {
        if (value != null) {
            // Quoted for the sake of spaces; no bound has a quote or a backslash in it.
            out.append('"').append(bound.toText(value)).append('"');
        }
    }

    @Override
    Range<T> fromClient(Object value) {
        String text = (String) value;
        if (text.equals("empty")) {
            return Range.empty();
        }
        int comma = text.indexOf(',');
        int end = text.length() - 1;
        return Range.of(
                bound(text.substring(1, comma)),
                text.charAt(0) == '[',
                bound(text.substring(comma + 1, end)),
                text.charAt(end) == ']');
    }

    private @Nullable T bound(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return read.apply(text.startsWith("\"") ? text.substring(1, text.length() - 1) : text);
        } catch (UnreadableValueException e) {
            throw new UnreadableValueException("a range bounded by " + e.problem(), e);
        }
    }

    @Override
    boolean equal(Range<T> a, Range<T> b) {
        return a.isEmpty() == b.isEmpty()
                && a.lowerIncluded() == b.lowerIncluded()
                && a.upperIncluded() == b.upperIncluded()
                && bound.same(a.lower(), b.lower())
                && bound.same(a.upper(), b.upper());
    }
}
