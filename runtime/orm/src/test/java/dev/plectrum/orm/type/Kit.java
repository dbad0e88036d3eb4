package dev.plectrum.orm.type;

import java.util.ArrayList;
import java.util.List;

/**
 * What the type kit tries with one type.
 *
 * @param column the column's type in DDL
 * @param values typical ones, and the extremes that PostgreSQL can hold
 * @param unstorable what is just beyond them
 * @param unreadable literals of values that PostgreSQL can hold and Java cannot
 */
record Kit<T>(
        String column, DbType<T> type, List<T> values, List<Unstorable<T>> unstorable, List<Unreadable> unreadable) {
    record Unstorable<T>(T value, String problem) {}

    record Unreadable(String literal, String problem) {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Kit<T> of(String column, DbType<T> type, T... values) {
        return new Kit<>(column, type, List.of(values), List.of(), List.of());
    }

    Kit<T> cannotStore(T value, String problem) {
        List<Unstorable<T>> more = new ArrayList<>(unstorable);
        more.add(new Unstorable<>(value, problem));
        return new Kit<>(column, type, values, more, unreadable);
    }

    Kit<T> cannotRead(String literal, String problem) {
        List<Unreadable> more = new ArrayList<>(unreadable);
        more.add(new Unreadable(literal, problem));
        return new Kit<>(column, type, values, unstorable, more);
    }

    /** Names the test: the column's type and the field's. */
    @Override
    public String toString() {
        return column + " as "
                + (values.get(0) instanceof List<?> list
                        ? "List of " + list.get(0).getClass().getSimpleName()
                        : values.get(0).getClass().getSimpleName());
    }
}
