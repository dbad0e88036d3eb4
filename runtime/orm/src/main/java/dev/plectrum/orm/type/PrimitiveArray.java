package dev.plectrum.orm.type;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.List;

/**
 * Turns an array of primitives into a list and back. It knows the arrays there are, in place of lambdas for each of them: every program
 * would link those while it starts, and few have such a column.
 *
 * @param <A> the array
 * @param <E> the box of its elements
 */
record PrimitiveArray<A, E>(Class<A> type) implements Converter<A, List<E>> {
    @Override
    public List<E> toDatabase(A array) {
        return new AbstractList<>() {
            @Override
            @SuppressWarnings("unchecked") // what is in an array of A is an E
            public E get(int i) {
                return (E) element(array, i);
            }

            @Override
            public int size() {
                return Array.getLength(array);
            }
        };
    }

    @Override
    public A fromDatabase(List<E> list) {
        A array = type.cast(Array.newInstance(type.getComponentType(), list.size()));
        for (int i = 0; i < list.size(); i++) {
            put(array, i, list.get(i));
        }
        return array;
    }

    private static Object element(Object array, int i) {
        if (array instanceof long[] longs) {
            return longs[i];
        } else if (array instanceof int[] ints) {
            return ints[i];
        } else if (array instanceof double[] doubles) {
            return doubles[i];
        } else if (array instanceof float[] floats) {
            return floats[i];
        } else if (array instanceof short[] shorts) {
            return shorts[i];
        }
        return ((boolean[]) array)[i];
    }

    private static void put(Object array, int i, Object value) {
        if (array instanceof long[] longs) {
            longs[i] = (Long) value;
        } else if (array instanceof int[] ints) {
            ints[i] = (Integer) value;
        } else if (array instanceof double[] doubles) {
            doubles[i] = (Double) value;
        } else if (array instanceof float[] floats) {
            floats[i] = (Float) value;
        } else if (array instanceof short[] shorts) {
            shorts[i] = (Short) value;
        } else {
            ((boolean[]) array)[i] = (Boolean) value;
        }
    }
}
