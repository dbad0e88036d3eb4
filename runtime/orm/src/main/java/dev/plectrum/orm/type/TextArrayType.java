package dev.plectrum.orm.type;

import org.jspecify.annotations.Nullable;

/** A type whose values the client can carry in an array only as text. */
abstract class TextArrayType<T> extends DbType<T> {
    TextArrayType(String name, String readCast, String bindCast) {
        super(name, readCast, bindCast, ArrayForm.TEXT);
    }

    @Override
    final @Nullable Object[] newArray(int length) {
        return new String[length];
    }
}
