package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;

/**
 * {@code numeric}. Arrays travel as text because the client fails on null elements, and so do numerics of any size when they are
 * read, because an infinity would throw inside the client's decoder and cost the connection. A {@code numeric(p,s)} has none.
 */
final class NumericType extends TextArrayType<BigDecimal> {
    /** What an unconstrained {@code numeric} holds before and after the point. */
    static final int MOST_DIGITS = 131_072;

    private static final int MOST_SCALE = 16_383;

    private static final NumericType ANY = new NumericType(MOST_DIGITS, MOST_SCALE, "numeric", "::text");

    private final int digits;
    private final int scale;
    private final String limits;

    private NumericType(int digits, int scale, String limits, String readCast) {
        super("numeric", readCast, "::numeric");
        this.digits = digits;
        this.scale = scale;
        this.limits = limits;
    }

    static NumericType any() {
        return ANY;
    }

    static NumericType of(int precision, int scale) {
        if (precision < 1 || precision > 1000 || scale < 0 || scale > precision) {
            throw new IllegalArgumentException("numeric(" + precision + "," + scale
                    + "): the precision is between 1 and 1000, the scale between 0 and the precision");
        }
        return new NumericType(precision - scale, scale, "numeric(" + precision + "," + scale + ")", "");
    }

    @Override
    public DbType<BigDecimal> unlimited() {
        return ANY;
    }

    @Override
    Object toClient(BigDecimal value) {
        return checked(value);
    }

    @Override
    String toText(BigDecimal value) {
        return checked(value).toString();
    }

    /** The value, without zeros at the end if they are too many: PostgreSQL counts their places as well. */
    private BigDecimal checked(BigDecimal value) {
        if (value.signum() == 0) {
            return value.scale() < 0 || value.scale() > scale ? BigDecimal.ZERO : value;
        }
        long before = (long) value.precision() - value.scale();
        if (before > digits) {
            throw new UnstorableValueException(
                    before + " digits before the point, where " + limits + " holds " + digits);
        }
        if (value.scale() <= scale) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > scale) {
            throw new UnstorableValueException(
                    stripped.scale() + " digits after the point, where " + limits + " keeps " + scale);
        }
        return stripped;
    }

    @Override
    BigDecimal fromClient(Object value) {
        return read(value);
    }

    @Override
    boolean equal(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    /** The number the client has read, as its own {@code Numeric} or as text. */
    static BigDecimal read(Object value) {
        if (value instanceof Numeric number) {
            BigDecimal decimal = number.bigDecimalValue();
            if (decimal == null) {
                throw notANumber("NaN");
            }
            return decimal;
        }
        String text = (String) value;
        if (!Character.isDigit(text.charAt(text.length() - 1))) {
            throw notANumber(text);
        }
        return LongNumbers.read(text);
    }

    private static UnreadableValueException notANumber(String text) {
        return new UnreadableValueException("the numeric '" + text + "', which no BigDecimal or BigInteger is");
    }
}
