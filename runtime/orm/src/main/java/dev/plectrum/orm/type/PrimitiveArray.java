package dev.plectrum.orm.type;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Turns an array of primitives into a list and back.
 *
 * @param <A> the array
 * @param <E> the box of its elements
 */
record PrimitiveArray<A, E>(ToIntFunction<A> length, Get<A, E> get, IntFunction<A> create, Set<A, E> set)
        implements Converter<A, List<E>> {
    interface Get<A, E> {
        E at(A array, int i);
    }

    interface Set<A, E> {
        void at(A array, int i, E value);
    }

    @Override
    public List<E> toDatabase(A array) {
        return new AbstractList<>() {
            @Override
            public E get(int i) {
                return get.at(array, i);
            }

            @Override
            public int size() {
                return length.applyAsInt(array);
            }
        };
    }

    @Override
    public A fromDatabase(List<E> list) {
        A array = create.apply(list.size());
        for (int i = 0; i < list.size(); i++) {
            set.at(array, i, list.get(i));
        }
        return array;
    }
}
