package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** An integer of any size, stored as {@code numeric}. */
final class BigIntegerType extends TextArrayType<BigInteger> {
    private static final BigIntegerType ANY = new BigIntegerType(NumericType.MOST_DIGITS, "numeric", "::text");

    private final int digits;
    private final String limits;

    private BigIntegerType(int digits, String limits, String readCast) {
        super("numeric", readCast, "::numeric");
        this.digits = digits;
        this.limits = limits;
    }

    static BigIntegerType any() {
        return ANY;
    }

    static BigIntegerType of(int precision) {
        if (precision < 1 || precision > 1000) {
            throw new IllegalArgumentException("numeric(" + precision + "): the precision is between 1 and 1000");
        }
        return new BigIntegerType(precision, "numeric(" + precision + ")", "");
    }

    @Override
    public DbType<BigInteger> unlimited() {
        return ANY;
    }

    @Override
    Object toClient(BigInteger value) {
        return checked(value);
    }

    @Override
    String toText(BigInteger value) {
        return checked(value).toString();
    }

    private BigInteger checked(BigInteger value) {
        // Counting decimal digits is slow, and needless for what has less than three bits for each digit allowed.
        if (value.bitLength() / 3 >= digits) {
            int needed = new BigDecimal(value).precision();
            if (needed > digits) {
                throw new UnstorableValueException(needed + " digits, where " + limits + " holds " + digits);
            }
        }
        return value;
    }

    @Override
    BigInteger fromClient(Object value) {
        BigDecimal number = NumericType.read(value);
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new UnreadableValueException("a numeric with digits after the point, which no BigInteger has", e);
        }
    }
}
