package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnstorableValueException;
import org.jspecify.annotations.Nullable;

/** A type that the client carries as a {@code String} which PostgreSQL must be able to hold: text, and what is stored as text. */
abstract class StringType<T> extends DbType<T> {
    /** Stored as {@code text}, or as {@code varchar}: alone they compare with each other, arrays of them do not. */
    StringType(String name) {
        super(name, "", "::" + name, ArrayForm.NATIVE);
    }

    /** Stored as a type that the client does not know, so that it has to be read as text. */
    StringType(String name, String readCast) {
        super(name, readCast, "::" + name, ArrayForm.TEXT);
    }

    /** The text to store; {@link #toText} checks that PostgreSQL can hold it. */
    abstract String write(T value);

    /** The value of a stored text. */
    abstract T read(String text);

    @Override
    final Object toClient(T value) {
        return toText(value);
    }

    @Override
    final T fromClient(Object value) {
        return read((String) value);
    }

    @Override
    final String toText(T value) {
        return storable(write(value));
    }

    @Override
    final @Nullable Object[] newArray(int length) {
        return new String[length];
    }

    /**
     * The text itself, if PostgreSQL can hold it.
     *
     * @throws UnstorableValueException if it contains the character NUL, or half of a surrogate pair, for which the client
     *     would send a question mark
     */
    static String storable(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new UnstorableValueException(
                        "the character NUL (\\u0000) at index " + i + "; PostgreSQL's text holds any other");
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new UnstorableValueException("half of a surrogate pair at index " + i
                            + ", which is no character; the text was probably cut in the middle of one");
                }
                i++;
            }
        }
        return text;
    }
}
