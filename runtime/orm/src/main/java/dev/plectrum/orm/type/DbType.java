package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL type paired with the Java type of a field: how a value is bound, how it is read back, and the casts that SQL
 * needs around it. The types are in {@link Types}.
 *
 * <p>A value of the client does not always survive the way: it cuts numbers that are too large, knows no citext, and closes the
 * connection over a {@code numeric} infinity. So each type checks what it binds, and says where SQL must cast:
 *
 * <pre>{@code
 * SELECT t0.during::text                     -- select("t0.during"), then decode(row, 0)
 * WHERE t0.during = $1::int4range            -- bind("$1"), with encode(value)
 * WHERE t0.price = ANY($1::text[]::numeric[])  -- bindArray("$1"), with encodeArray(values)
 * SELECT u.c1::numeric                       -- bulkElement("u.c1")
 * FROM unnest($1::text[]) AS u (c1)          -- bulk("$1"), with encodeArray(rows, row -> row.price)
 * }</pre>
 *
 * <p>No cast carries a modifier: {@code $1::varchar(3)} cuts and {@code $1::numeric(10,2)} rounds without a word.
 *
 * @param <T> the field's type
 */
public abstract class DbType<T> {
    /** How values travel when many of them share one bind, or stand in an array column. */
    enum ArrayForm {
        /** As an array of the type itself. */
        NATIVE,
        /** As {@code text[]}, each element cast to the type: the client cannot bind or read an array of it. */
        TEXT
    }

    private final String name;
    private final String readCast;
    private final String bindCast;
    private final ArrayForm arrays;

    DbType(String name, String readCast, String bindCast, ArrayForm arrays) {
        this.name = name;
        this.readCast = readCast;
        this.bindCast = bindCast;
        this.arrays = arrays;
    }

    /** PostgreSQL's name of the type, without modifiers: {@code int8}, {@code numeric}, {@code text[]}. */
    public final String name() {
        return name;
    }

    /** PostgreSQL's name of an array of the type. An array of arrays is of the same type as the array. */
    public final String arrayName() {
        return name.endsWith("[]") ? name : name + "[]";
    }

    /** What makes an expression one of this type: {@code ::int8}. For a placeholder, see {@link #bindCast}. */
    public final String cast() {
        return "::" + name;
    }

    /**
     * The type without the limits of a column, such as the length of a {@code varchar(3)}: the one to bind what a column is compared
     * with. A longer text is not stored, but it may be looked for.
     */
    public DbType<T> unlimited() {
        return this;
    }

    /** What follows an expression of this type in a select list so that {@link #decode} can read it; often nothing. */
    public final String readCast() {
        return readCast;
    }

    /** What follows a placeholder bound with {@link #encode}: {@code ::int8}. */
    public final String bindCast() {
        return bindCast;
    }

    /**
     * What follows a placeholder bound with {@link #encodeArray(Collection)} where an array of the type is meant:
     * {@code ::int8[]}.
     *
     * @throws UnsupportedOperationException if the type is itself an array
     */
    public String arrayCast() {
        return arrays == ArrayForm.NATIVE ? "::" + arrayName() : "::text[]::" + arrayName();
    }

    /** The array that {@code unnest} takes in a bulk statement: {@code ::int8[]}, or {@code ::text[]}. */
    public final String bulkCast() {
        return arrays == ArrayForm.NATIVE ? "::" + arrayName() : "::text[]";
    }

    /** What follows each element that {@code unnest} gave: {@code ::numeric}, or nothing if it is of the type already. */
    public final String bulkElementCast() {
        return arrays == ArrayForm.NATIVE ? "" : "::" + name;
    }

    /** The expression as it stands in a select list. It must bind as tightly as a cast: put an operator in parentheses. */
    public final String select(String expression) {
        return expression + readCast;
    }

    /** The placeholder as it stands in SQL. */
    public final String bind(String placeholder) {
        return placeholder + bindCast;
    }

    /** The placeholder of an array of values, as in {@code = ANY(…)}. */
    public final String bindArray(String placeholder) {
        return placeholder + arrayCast();
    }

    /** The placeholder of a column of values, as {@code unnest} takes it. */
    public final String bulk(String placeholder) {
        return placeholder + bulkCast();
    }

    /** The element that {@code unnest} gave, as a value of the type. */
    public final String bulkElement(String element) {
        return element + bulkElementCast();
    }

    /**
     * The client's own value for a bind.
     *
     * @throws UnstorableValueException if PostgreSQL cannot hold the value
     */
    public final @Nullable Object encode(@Nullable T value) {
        return value == null ? null : toClient(value);
    }

    /**
     * The client's array for a bind of many values, null elements included.
     *
     * @throws UnstorableValueException if PostgreSQL cannot hold one of them; it names the place
     */
    public final Object encodeArray(Collection<? extends @Nullable T> values) {
        @Nullable Object[] array = newArray(values.size());
        int i = 0;
        for (T value : values) {
            try {
                array[i] = value == null ? null : toElement(value);
            } catch (UnstorableValueException e) {
                throw e.in("[" + i + "]");
            }
            i++;
        }
        return array;
    }

    /**
     * The client's array of one field of many objects, for a bulk statement.
     *
     * @throws UnstorableValueException if PostgreSQL cannot hold one of them; it names the row
     */
    public final <R> Object encodeArray(List<R> rows, Function<? super R, ? extends @Nullable T> field) {
        @Nullable Object[] array = newArray(rows.size());
        for (int i = 0; i < array.length; i++) {
            T value = field.apply(rows.get(i));
            try {
                array[i] = value == null ? null : toElement(value);
            } catch (UnstorableValueException e) {
                throw e.ofRow(i);
            }
        }
        return array;
    }

    /**
     * The value at a position of a row selected with {@link #select}; null if it is NULL.
     *
     * @throws UnreadableValueException if the Java type cannot hold it; it names the column
     */
    public final @Nullable T decode(Row row, int position) {
        Object value = row.getValue(position);
        if (value == null) {
            return null;
        }
        try {
            return fromClient(value);
        } catch (UnreadableValueException e) {
            throw in(row.getColumnName(position), e);
        } catch (ClassCastException e) {
            throw in(
                    row.getColumnName(position),
                    new UnreadableValueException(
                            "a value that the client read as "
                                    + value.getClass().getSimpleName() + ", which is no " + name
                                    + "; the column has probably another type than the model",
                            e));
        }
    }

    private static UnreadableValueException in(@Nullable String column, UnreadableValueException e) {
        return column == null ? e : e.in(column);
    }

    /**
     * The value at a position of a row selected with {@link #select}, of a field that is never null.
     *
     * @throws UnreadableValueException if it is NULL, or the Java type cannot hold it; it names the column
     */
    public final T read(Row row, int position) {
        T value = decode(row, position);
        if (value == null) {
            throw new UnreadableValueException(
                    row.getColumnName(position) + " is NULL, but its field is not @Nullable");
        }
        return value;
    }

    /**
     * Whether two values are one once PostgreSQL has stored them: {@code 1.5} and {@code 1.50}, one instant in two zones, times
     * that differ in nanoseconds only.
     */
    public final boolean same(@Nullable T a, @Nullable T b) {
        return a == b || (a != null && b != null && equal(a, b));
    }

    /**
     * The value as PostgreSQL reads it from text, for a bind with the cast {@code ::text::} and the type's name.
     *
     * @throws UnstorableValueException if PostgreSQL cannot hold the value
     */
    public final String print(T value) {
        return toText(value);
    }

    /** The client's value for a bind. */
    abstract Object toClient(T value);

    /** The value of what the client has read; for types with text arrays also of an element's text. */
    abstract T fromClient(Object value);

    /** The value as PostgreSQL reads it from text, checked like a bind. */
    abstract String toText(T value);

    /** An empty array of what {@link #toElement} returns. */
    abstract @Nullable Object[] newArray(int length);

    /** Whether two values are stored alike. */
    boolean equal(T a, T b) {
        return a.equals(b);
    }

    /** The client's value for an element of an array. */
    final Object toElement(T value) {
        return arrays == ArrayForm.NATIVE ? toClient(value) : toText(value);
    }

    /** How values travel in arrays. */
    final ArrayForm arrays() {
        return arrays;
    }

    /** The type's name, as in SQL. */
    @Override
    public String toString() {
        return name;
    }
}
