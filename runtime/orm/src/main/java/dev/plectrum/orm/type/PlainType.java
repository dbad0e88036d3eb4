package dev.plectrum.orm.type;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** A type that PostgreSQL, the client and Java agree on entirely: nothing to check, nothing to convert. */
final class PlainType<T> extends NativeType<T> {
    private final Class<T> type;

    PlainType(String name, Class<T> type) {
        super(name);
        this.type = type;
    }

    @Override
    Object toClient(T value) {
        return value;
    }

    @Override
    T fromClient(Object value) {
        return type.cast(value);
    }

    @Override
    String toText(T value) {
        return value.toString();
    }

    @Override
    @Nullable Object[] newArray(int length) {
        return (@Nullable Object[]) Array.newInstance(type, length);
    }
}
