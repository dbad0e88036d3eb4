package dev.plectrum.orm.query;

import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Values as bound nodes. */
final class Literals {
    private Literals() {}

    /** Texts that an expression is asked for. */
    static ValueNode.Bind texts(Expression<?> of, Collection<String> texts) {
        try {
            return new ValueNode.Bind(Types.TEXT.encodeArray(texts), Types.TEXT.arrayCast());
        } catch (UnstorableValueException e) {
            throw e.in(of.toString());
        }
    }

    /**
     * A value of this type. Without the limits of a column: a text that is too long for a column is equal to none of its texts, which is an
     * answer and no error.
     */
    static <T> ValueNode.Bind of(DbType<T> type, T value) {
        return new ValueNode.Bind(type.unlimited().encode(value), type.bindCast());
    }

    static <T> ValueNode.Bind array(Expression<T> like, List<T> values) {
        DbType<T> type = like.type();
        try {
            return new ValueNode.Bind(type.unlimited().encodeArray(values), type.arrayCast());
        } catch (UnstorableValueException e) {
            throw e.in(like.toString());
        }
    }

    /** Whether {@link #number} has this type, and not a wider one. */
    static boolean fits(DbType<?> type, long value) {
        return switch (type.name()) {
            case "int2" -> value == (short) value;
            case "int4" -> value == (int) value;
            case "float4" -> false;
            default -> true;
        };
    }

    /** A whole number as a value of this type. Where the type is too narrow for it the statement fails. */
    static Node fitting(DbType<?> type, long value) {
        Node number = number(type, value);
        return fits(type, value) ? number : new ValueNode.Cast(number, type.cast());
    }

    /**
     * A whole number beside an expression of this type. Where the type is too narrow for it the number goes as {@code int8}: a
     * comparison then has the answer it should have, instead of failing or comparing with a number that was cut.
     */
    static Node number(DbType<?> type, long value) {
        return switch (type.name()) {
            case "int2" -> value == (short) value ? of(Types.INT2, (short) value) : of(Types.INT8, value);
            case "int4" -> value == (int) value ? of(Types.INT4, (int) value) : of(Types.INT8, value);
            case "int8" -> of(Types.INT8, value);
            case "numeric" -> of(Types.NUMERIC, BigDecimal.valueOf(value));
            case "float4", "float8" -> of(Types.FLOAT8, (double) value);
            default -> throw new IllegalStateException("Not a number: " + type.name());
        };
    }
}
