package dev.plectrum.orm.type;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Turns an array of objects into a list and back. */
record ObjectArray<E>(IntFunction<E[]> create) implements Converter<E[], List<E>> {
    @Override
    public List<E> toDatabase(E[] array) {
        return Arrays.asList(array);
    }

    @Override
    public E[] fromDatabase(List<E> list) {
        return list.toArray(create);
    }
}
