package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A one-dimensional array without null elements, as a {@code List} of its own that may be changed. */
final class ListType<E> extends DbType<List<E>> {
    private final DbType<E> element;
    private final DbType<List<E>> unlimited;

    ListType(DbType<E> element) {
        // Many arrays in one bind would be a two-dimensional one: they travel as text, whatever the elements are.
        super(
                element.arrayName(),
                element.arrays() == ArrayForm.NATIVE ? "" : "::text[]",
                element.arrayCast(),
                ArrayForm.TEXT);
        this.element = element;
        this.unlimited = element.unlimited() == element ? this : new ListType<>(element.unlimited());
    }

    @Override
    public DbType<List<E>> unlimited() {
        return unlimited;
    }

    @Override
    public String arrayCast() {
        throw new UnsupportedOperationException(
                "PostgreSQL has no array of " + name() + " values: compare with one list at a time");
    }

    @Override
    Object toClient(List<E> value) {
        @Nullable Object[] array = element.newArray(value.size());
        int i = 0;
        for (E one : value) {
            array[i] = stored(one, i, element::toElement);
            i++;
        }
        return array;
    }

    /** As in {@code {"a","b"}}. */
    @Override
    String toText(List<E> value) {
        StringBuilder out = new StringBuilder("{");
        int i = 0;
        for (E one : value) {
            // Quoted always: unquoted, NULL is no text, and spaces and commas are syntax.
            out.append(i == 0 ? "\"" : ",\"");
            escape(stored(one, i, element::toText), out);
            out.append('"');
            i++;
        }
        return out.append('}').toString();
    }

    private static <E, S> S stored(@Nullable E one, int i, Function<E, S> store) {
        try {
            if (one == null) {
                throw new UnstorableValueException("a null element, which lists and arrays of columns do not have");
            }
            return store.apply(one);
        } catch (UnstorableValueException e) {
            throw e.in("[" + i + "]");
        }
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
    }

    @Override
    List<E> fromClient(Object value) {
        @Nullable Object[] array = (Object[]) value;
        List<E> list = new ArrayList<>(array.length);
        for (int i = 0; i < array.length; i++) {
            Object one = array[i];
            try {
                if (one == null) {
                    throw new UnreadableValueException("a NULL element, which lists and arrays of columns do not have");
                }
                list.add(element.fromClient(one));
            } catch (UnreadableValueException e) {
                throw e.in("[" + i + "]");
            }
        }
        return list;
    }

    @Override
    boolean equal(List<E> a, List<E> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!element.same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    @Nullable Object[] newArray(int length) {
        return new String[length];
    }
}
