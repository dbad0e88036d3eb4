package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number. Whole numbers in a comparison are compared by value, also where the column's type is too narrow for them.
 *
 * <p>Arithmetic is PostgreSQL's: whole numbers divide to whole numbers, as in Java, and a result that its type cannot hold fails.
 *
 * @param <N> the Java type
 */
public class NumberExpression<N extends Number> extends OrderedExpression<N> {
    private final Node node;

    NumberExpression(Node node, DbType<N> type) {
        super(type);
        this.node = node;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** Equal to a number. */
    public Condition eq(long value) {
        return new Condition.Comparison(node, "=", Literals.number(type(), value));
    }

    /** Different from a number: exactly the rows that {@link #eq(long)} does not find. */
    public Condition ne(long value) {
        return eq(value).not();
    }

    /** Greater than a number. */
    public Condition gt(long value) {
        return new Condition.Comparison(node, ">", Literals.number(type(), value));
    }

    /** Greater than a number or equal to it. */
    public Condition gte(long value) {
        return new Condition.Comparison(node, ">=", Literals.number(type(), value));
    }

    /** Less than a number. */
    public Condition lt(long value) {
        return new Condition.Comparison(node, "<", Literals.number(type(), value));
    }

    /** Less than a number or equal to it. */
    public Condition lte(long value) {
        return new Condition.Comparison(node, "<=", Literals.number(type(), value));
    }

    /** From one number to another, both included. */
    public Condition between(long low, long high) {
        return new Condition.Between(node, Literals.number(type(), low), Literals.number(type(), high));
    }

    /** Equal to one of these numbers. */
    public final Condition in(long first, long... others) {
        Long[] array = new Long[others.length + 1];
        array[0] = first;
        for (int i = 0; i < others.length; i++) {
            array[i + 1] = others[i];
        }
        return new Condition.Any(node, new ValueNode.Bind(array, "::int8[]"));
    }

    /** The sum with a number. */
    public final NumberExpression<N> plus(long value) {
        return sum("+", value);
    }

    /** The sum with a number. */
    public final NumberExpression<N> plus(N value) {
        return sum("+", bind(value, "plus"));
    }

    /** The sum with another expression, whose type must not be wider than this one's. */
    public final NumberExpression<N> plus(NumberExpression<?> other) {
        return sum("+", other, "plus");
    }

    /** The difference from a number. */
    public final NumberExpression<N> minus(long value) {
        return sum("-", value);
    }

    /** The difference from a number. */
    public final NumberExpression<N> minus(N value) {
        return sum("-", bind(value, "minus"));
    }

    /** The difference from another expression, whose type must not be wider than this one's. */
    public final NumberExpression<N> minus(NumberExpression<?> other) {
        return sum("-", other, "minus");
    }

    /** The product with a number. */
    public final NumberExpression<N> times(long value) {
        return product("*", value);
    }

    /** The product with a number. */
    public final NumberExpression<N> times(N value) {
        return product("*", bind(value, "times"));
    }

    /** The product with another expression, whose type must not be wider than this one's. */
    public final NumberExpression<N> times(NumberExpression<?> other) {
        return product("*", other, "times");
    }

    /** The quotient by a number; of whole numbers a whole one, cut towards zero. Fails on zero. */
    public final NumberExpression<N> dividedBy(long value) {
        return product("/", value);
    }

    /** The quotient by a number; of whole numbers a whole one, cut towards zero. Fails on zero. */
    public final NumberExpression<N> dividedBy(N value) {
        return product("/", bind(value, "dividedBy"));
    }

    /** The quotient by another expression, whose type must not be wider than this one's. Fails on zero. */
    public final NumberExpression<N> dividedBy(NumberExpression<?> other) {
        return product("/", other, "dividedBy");
    }

    /** The remainder, with the sign of this number. Fails on zero. */
    public final NumberExpression<N> mod(long value) {
        return product("%", value);
    }

    /** The remainder, with the sign of this number. Fails on zero. */
    public final NumberExpression<N> mod(NumberExpression<?> other) {
        return product("%", other, "mod");
    }

    /** With the opposite sign. */
    public final NumberExpression<N> negated() {
        return same(new ValueNode.Negative(node));
    }

    /** Without its sign. */
    public final NumberExpression<N> abs() {
        return same(ValueNode.Call.strict("abs", node));
    }

    /** -1, 0 or 1. */
    public final NumberExpression<Integer> sign() {
        return new NumberExpression<>(new ValueNode.Cast(ValueNode.Call.strict("sign", node), "::int4"), Types.INT4);
    }

    /** The next whole number above. */
    public final NumberExpression<N> ceil() {
        return same(recast(ValueNode.Call.strict("ceil", node)));
    }

    /** The next whole number below. */
    public final NumberExpression<N> floor() {
        return same(recast(ValueNode.Call.strict("floor", node)));
    }

    /** Rounded to a whole number; {@code numeric} away from zero at the half, floating point to even. */
    public final NumberExpression<N> round() {
        return same(recast(ValueNode.Call.strict("round", node)));
    }

    /** Rounded to this many digits after the point, away from zero at the half. */
    public final NumberExpression<BigDecimal> round(int digits) {
        return new NumberExpression<>(
                ValueNode.Call.strict("round", toBigDecimal().node(), Literals.of(Types.INT4, digits)), Types.NUMERIC);
    }

    /** The square root. Fails below zero. */
    public final NumberExpression<Double> sqrt() {
        return inDouble("sqrt");
    }

    /** e to the power of this number. */
    public final NumberExpression<Double> exp() {
        return inDouble("exp");
    }

    /** The natural logarithm. Fails at zero and below. */
    public final NumberExpression<Double> ln() {
        return inDouble("ln");
    }

    /** The logarithm to base 10. Fails at zero and below. */
    public final NumberExpression<Double> log10() {
        return inDouble("log");
    }

    /** The sine of this angle in radians. */
    public final NumberExpression<Double> sin() {
        return inDouble("sin");
    }

    /** The cosine of this angle in radians. */
    public final NumberExpression<Double> cos() {
        return inDouble("cos");
    }

    /** The tangent of this angle in radians. */
    public final NumberExpression<Double> tan() {
        return inDouble("tan");
    }

    /** The cotangent of this angle in radians. */
    public final NumberExpression<Double> cot() {
        return inDouble("cot");
    }

    /** The angle in radians with this sine. */
    public final NumberExpression<Double> asin() {
        return inDouble("asin");
    }

    /** The angle in radians with this cosine. */
    public final NumberExpression<Double> acos() {
        return inDouble("acos");
    }

    /** The angle in radians with this tangent. */
    public final NumberExpression<Double> atan() {
        return inDouble("atan");
    }

    /** The angle in radians of the point with this number as y and another one as x. */
    public final NumberExpression<Double> atan2(NumberExpression<?> x) {
        return inDouble("atan2", x);
    }

    /** The logarithm to a base. Fails at zero and below. */
    public final NumberExpression<BigDecimal> log(long base) {
        return new NumberExpression<>(
                ValueNode.Call.strict(
                        "log",
                        Literals.of(Types.NUMERIC, BigDecimal.valueOf(base)),
                        toBigDecimal().node()),
                Types.NUMERIC);
    }

    /** Radians as degrees. */
    public final NumberExpression<Double> degrees() {
        return inDouble("degrees");
    }

    /** Degrees as radians. */
    public final NumberExpression<Double> radians() {
        return inDouble("radians");
    }

    /** To the power of another number, as a double. */
    public final NumberExpression<Double> power(double exponent) {
        return new NumberExpression<>(
                ValueNode.Call.strict("power", toDouble().node(), Literals.of(Types.FLOAT8, exponent)), Types.FLOAT8);
    }

    /** To the power of another expression's number, as a double. */
    public final NumberExpression<Double> power(NumberExpression<?> exponent) {
        return inDouble("power", exponent);
    }

    /** The character with this code point. Fails where there is none. */
    public final TextExpression character() {
        return new TextExpression(ValueNode.Call.strict("chr", toInt().node()));
    }

    /** The bits that both have. Whole numbers only. */
    public final NumberExpression<N> bitAnd(long value) {
        return infix("&", Precedence.OTHER, value);
    }

    /** The bits that both have, of another expression whose type must not be wider than this one's. Whole numbers only. */
    public final NumberExpression<N> bitAnd(NumberExpression<?> other) {
        return infix("&", Precedence.OTHER, other, "bitAnd");
    }

    /** The bits that either has. Whole numbers only. */
    public final NumberExpression<N> bitOr(long value) {
        return infix("|", Precedence.OTHER, value);
    }

    /** The bits that either has, of another expression whose type must not be wider than this one's. Whole numbers only. */
    public final NumberExpression<N> bitOr(NumberExpression<?> other) {
        return infix("|", Precedence.OTHER, other, "bitOr");
    }

    /** The bits that exactly one has. Whole numbers only. */
    public final NumberExpression<N> bitXor(long value) {
        return infix("#", Precedence.OTHER, value);
    }

    /** The bits that exactly one has, of another expression whose type must not be wider than this one's. Whole numbers only. */
    public final NumberExpression<N> bitXor(NumberExpression<?> other) {
        return infix("#", Precedence.OTHER, other, "bitXor");
    }

    /** The bits moved to the left. Whole numbers only. */
    public final NumberExpression<N> shiftLeft(int places) {
        return same(new ValueNode.Infix(node, "<<", Precedence.OTHER, Literals.of(Types.INT4, places)));
    }

    /** The bits moved to the right. Whole numbers only. */
    public final NumberExpression<N> shiftRight(int places) {
        return same(new ValueNode.Infix(node, ">>", Precedence.OTHER, Literals.of(Types.INT4, places)));
    }

    /** As an {@code int}; rounded where there are digits after the point. Fails where it does not fit. */
    public final NumberExpression<Integer> toInt() {
        return new NumberExpression<>(cast("int4"), Types.INT4);
    }

    /** As a {@code long}; rounded where there are digits after the point. Fails where it does not fit. */
    public final NumberExpression<Long> toLong() {
        return new NumberExpression<>(cast("int8"), Types.INT8);
    }

    /** As a {@code double}. */
    public final NumberExpression<Double> toDouble() {
        return new NumberExpression<>(cast("float8"), Types.FLOAT8);
    }

    /** As a decimal without limits. */
    public final NumberExpression<BigDecimal> toBigDecimal() {
        return new NumberExpression<>(cast("numeric"), Types.NUMERIC);
    }

    /** This number, or that one where there is none. */
    public final NumberExpression<N> orElse(long value) {
        return same(Functions.coalesceNode(node, Literals.fitting(type(), value)));
    }

    /** This number, or that one where there is none. */
    public final NumberExpression<N> orElse(N value) {
        return same(Functions.coalesceNode(node, bind(value, "orElse")));
    }

    /** This number, or another expression's where there is none. */
    public final NumberExpression<N> orElse(Expression<N> other) {
        return same(Functions.coalesceNode(node, other.node()));
    }

    /** Nothing where the number is this one, otherwise the number. Keeps {@link #dividedBy} from failing on zero. */
    public final NumberExpression<N> nullIf(long value) {
        return same(ValueNode.Call.lenient("nullif", List.of(node, Literals.number(type(), value)), true));
    }

    /** Nothing where the number is another expression's, otherwise the number. */
    public final NumberExpression<N> nullIf(Expression<N> other) {
        return same(ValueNode.Call.lenient("nullif", List.of(node, other.node()), true));
    }

    private NumberExpression<N> same(Node node) {
        return new NumberExpression<>(node, type());
    }

    private NumberExpression<N> sum(String operator, Node right) {
        return same(new ValueNode.Infix(node, operator, Precedence.SUM, right));
    }

    private NumberExpression<N> sum(String operator, long value) {
        return infix(operator, Precedence.SUM, value);
    }

    private NumberExpression<N> sum(String operator, NumberExpression<?> other, String method) {
        return infix(operator, Precedence.SUM, other, method);
    }

    private NumberExpression<N> product(String operator, Node right) {
        return same(new ValueNode.Infix(node, operator, Precedence.PRODUCT, right));
    }

    private NumberExpression<N> product(String operator, long value) {
        return infix(operator, Precedence.PRODUCT, value);
    }

    private NumberExpression<N> product(String operator, NumberExpression<?> other, String method) {
        return infix(operator, Precedence.PRODUCT, other, method);
    }

    /** A result that PostgreSQL makes wider than this number, because the other side is, is cast back to what it says it is. */
    private NumberExpression<N> infix(String operator, int precedence, long value) {
        Node result = new ValueNode.Infix(node, operator, precedence, Literals.number(type(), value));
        return same(Literals.fits(type(), value) ? result : new ValueNode.Cast(result, type().cast()));
    }

    private NumberExpression<N> infix(String operator, int precedence, NumberExpression<?> other, String method) {
        Node result = new ValueNode.Infix(node, operator, precedence, narrower(other, method));
        // Of float4 and anything else PostgreSQL makes float8.
        boolean widened = type().name().equals("float4") && !other.type().name().equals("float4");
        return same(widened ? new ValueNode.Cast(result, type().cast()) : result);
    }

    private Node cast(String name) {
        return type().name().equals(name) ? node : new ValueNode.Cast(node, "::" + name);
    }

    /** Of a whole number, PostgreSQL's ceil and its like make a double. */
    private Node recast(Node rounded) {
        return width(type()) <= 3 ? new ValueNode.Cast(rounded, type().bindCast()) : rounded;
    }

    private NumberExpression<Double> inDouble(String function, NumberExpression<?> other) {
        return new NumberExpression<>(
                ValueNode.Call.strict(
                        function, toDouble().node(), other.toDouble().node()),
                Types.FLOAT8);
    }

    private NumberExpression<Double> inDouble(String function) {
        return new NumberExpression<>(ValueNode.Call.strict(function, toDouble().node()), Types.FLOAT8);
    }

    /** The other side of an operation whose result has this side's type. */
    private Node narrower(NumberExpression<?> other, String method) {
        int mine = width(type());
        int others = width(other.type());
        if (others > mine) {
            throw new IllegalArgumentException(this + " is " + type().name() + " and " + other + " is "
                    + other.type().name() + ", so the result of " + this + "." + method + "(" + other
                    + ") would not be " + type().name() + ". Widen the left side: " + this
                    + (others == 4 ? ".toBigDecimal()" : others == 3 ? ".toLong()" : ".toDouble()") + "." + method + "("
                    + other
                    + ")");
        }
        return other.node();
    }

    private static int width(DbType<?> type) {
        return switch (type.name()) {
            case "int2" -> 1;
            case "int4" -> 2;
            case "int8" -> 3;
            case "numeric" -> 4;
            case "float4" -> 5;
            default -> 6;
        };
    }
}
