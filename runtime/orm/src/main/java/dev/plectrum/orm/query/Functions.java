package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Functions that belong to no single expression. Meant to be imported statically. */
public final class Functions {
    private Functions() {}

    /** The text itself, as an expression. */
    public static TextExpression value(String text) {
        return new TextExpression(Literals.of(Types.TEXT, text));
    }

    /** The number itself, as an expression. */
    public static NumberExpression<Integer> value(int number) {
        return new NumberExpression<>(Literals.of(Types.INT4, number), Types.INT4);
    }

    /** The number itself, as an expression. */
    public static NumberExpression<Long> value(long number) {
        return new NumberExpression<>(Literals.of(Types.INT8, number), Types.INT8);
    }

    /** The number itself, as an expression. */
    public static NumberExpression<Double> value(double number) {
        return new NumberExpression<>(Literals.of(Types.FLOAT8, number), Types.FLOAT8);
    }

    /** The number itself, as an expression. */
    public static NumberExpression<BigDecimal> value(BigDecimal number) {
        return new NumberExpression<>(Literals.of(Types.NUMERIC, number), Types.NUMERIC);
    }

    /** The truth value itself, as an expression. */
    public static BooleanExpression value(boolean truth) {
        return new BooleanExpression(Literals.of(Types.BOOL, truth), Types.BOOL);
    }

    /** The date itself, as an expression. */
    public static DateExpression value(LocalDate date) {
        return new DateExpression(Literals.of(Types.DATE, date), Types.DATE);
    }

    /** The moment itself, as an expression. */
    public static TimestampExpression<Instant> value(Instant moment) {
        return new TimestampExpression<>(Literals.of(Types.TIMESTAMPTZ, moment), Types.TIMESTAMPTZ);
    }

    /** A value of any type itself, as an expression: {@code value(Types.UUID, id)}. */
    public static <T> ValueExpression<T> value(DbType<T> type, T value) {
        return new ValueExpression<>(Literals.of(type, value), type);
    }

    /** When the transaction began, by the database's clock. */
    public static TimestampExpression<Instant> now() {
        return new TimestampExpression<>(ValueNode.Call.strict("now"), Types.TIMESTAMPTZ);
    }

    /** A random number from 0 up to but without 1, another for each row; sorting by it shuffles. */
    public static NumberExpression<Double> random() {
        return new NumberExpression<>(ValueNode.Call.strict("random"), Types.FLOAT8);
    }

    /** The number π. */
    public static NumberExpression<Double> pi() {
        return new NumberExpression<>(ValueNode.Call.strict("pi"), Types.FLOAT8);
    }

    /** A new version 7 {@code UUID}, another for each row. PostgreSQL 18. */
    public static ValueExpression<UUID> uuidV7() {
        return new ValueExpression<>(ValueNode.Call.strict("uuidv7"), Types.UUID);
    }

    /** A JSON object with these keys, in their order; a value that is missing is JSON's {@code null}. */
    public static JsonExpression<Object> jsonObject(Map<String, ? extends Expression<?>> values) {
        List<Node> parts = new ArrayList<>();
        values.forEach((key, value) -> {
            parts.add(Literals.of(Types.TEXT, key));
            parts.add(value.node());
        });
        return new JsonExpression<>(ValueNode.Call.lenient("jsonb_build_object", parts, false), Types.JSON);
    }

    /** A JSON array of these values; one that is missing is JSON's {@code null}. */
    public static JsonExpression<Object> jsonArray(Expression<?>... values) {
        List<Node> parts = new ArrayList<>();
        for (Expression<?> value : values) {
            parts.add(value.node());
        }
        return new JsonExpression<>(ValueNode.Call.lenient("jsonb_build_array", parts, false), Types.JSON);
    }

    /** A random version 4 {@code UUID}, another for each row. */
    public static ValueExpression<UUID> randomUuid() {
        return new ValueExpression<>(ValueNode.Call.strict("gen_random_uuid"), Types.UUID);
    }

    /** The texts one after the other; one that is missing counts as empty. */
    @SafeVarargs
    public static TextExpression concat(Expression<String> first, Expression<String>... others) {
        List<Node> parts = new ArrayList<>();
        parts.add(first.node());
        for (Expression<String> other : others) {
            parts.add(other.node());
        }
        return new TextExpression(ValueNode.Call.lenient("concat", parts, false));
    }

    /** The greatest of the numbers; those that are missing are passed over. */
    @SafeVarargs
    public static <N extends Number> NumberExpression<N> greatest(
            NumberExpression<N> first, NumberExpression<N>... others) {
        return new NumberExpression<>(extreme("greatest", first, others), first.type());
    }

    /** The least of the numbers; those that are missing are passed over. */
    @SafeVarargs
    public static <N extends Number> NumberExpression<N> least(
            NumberExpression<N> first, NumberExpression<N>... others) {
        return new NumberExpression<>(extreme("least", first, others), first.type());
    }

    /** The latest of the moments; those that are missing are passed over. */
    @SafeVarargs
    public static <T> TimestampExpression<T> greatest(TimestampExpression<T> first, TimestampExpression<T>... others) {
        return new TimestampExpression<>(extreme("greatest", first, others), first.type());
    }

    /** The earliest of the moments; those that are missing are passed over. */
    @SafeVarargs
    public static <T> TimestampExpression<T> least(TimestampExpression<T> first, TimestampExpression<T>... others) {
        return new TimestampExpression<>(extreme("least", first, others), first.type());
    }

    /** The latest of the dates; those that are missing are passed over. */
    public static DateExpression greatest(DateExpression first, DateExpression... others) {
        return new DateExpression(extreme("greatest", first, others), first.type());
    }

    /** The earliest of the dates; those that are missing are passed over. */
    public static DateExpression least(DateExpression first, DateExpression... others) {
        return new DateExpression(extreme("least", first, others), first.type());
    }

    /** The latest of the times; those that are missing are passed over. */
    public static TimeExpression greatest(TimeExpression first, TimeExpression... others) {
        return new TimeExpression(extreme("greatest", first, others), first.type());
    }

    /** The earliest of the times; those that are missing are passed over. */
    public static TimeExpression least(TimeExpression first, TimeExpression... others) {
        return new TimeExpression(extreme("least", first, others), first.type());
    }

    /** The longest of the spans; those that are missing are passed over. */
    @SafeVarargs
    public static <T> IntervalExpression<T> greatest(IntervalExpression<T> first, IntervalExpression<T>... others) {
        return new IntervalExpression<>(extreme("greatest", first, others), first.type());
    }

    /** The shortest of the spans; those that are missing are passed over. */
    @SafeVarargs
    public static <T> IntervalExpression<T> least(IntervalExpression<T> first, IntervalExpression<T>... others) {
        return new IntervalExpression<>(extreme("least", first, others), first.type());
    }

    /** The last of the texts in their collation; those that are missing are passed over. */
    public static TextExpression greatest(TextExpression first, TextExpression... others) {
        return new TextExpression(extreme("greatest", first, others), first.type());
    }

    /** The first of the texts in their collation; those that are missing are passed over. */
    public static TextExpression least(TextExpression first, TextExpression... others) {
        return new TextExpression(extreme("least", first, others), first.type());
    }

    private static Node extreme(String function, Expression<?> first, Expression<?>... others) {
        List<Node> parts = new ArrayList<>();
        parts.add(first.node());
        boolean nullable = first.node().nullable();
        for (Expression<?> other : others) {
            parts.add(other.node());
            nullable &= other.node().nullable();
        }
        return ValueNode.Call.lenient(function, parts, nullable);
    }

    static Node coalesceNode(Node first, Node second) {
        return ValueNode.Call.lenient("coalesce", List.of(first, second), first.nullable() && second.nullable());
    }

    /** Begins {@code CASE WHEN condition THEN value}. */
    public static Case.Text when(Condition condition, TextExpression value) {
        return new Case.Text().when(condition, value);
    }

    /** Begins {@code CASE WHEN condition THEN value}. */
    public static Case.Text when(Condition condition, String value) {
        return new Case.Text().when(condition, value(value));
    }

    /** Begins {@code CASE WHEN condition THEN value}. */
    public static <N extends Number> Case.Numeric<N> when(Condition condition, NumberExpression<N> value) {
        return new Case.Numeric<>(value.type()).when(condition, value);
    }

    /** Begins {@code CASE WHEN condition THEN value} of whole numbers. */
    public static Case.Numeric<Long> when(Condition condition, long value) {
        return when(condition, value(value));
    }

    /** Begins {@code CASE WHEN condition THEN value} of any kind of value. */
    public static <T> Case.Value<T> when(Condition condition, OrderedExpression<T> value) {
        return new Case.Value<>(value.type()).when(condition, value);
    }

    /** Begins {@code CASE WHEN condition THEN value} of truth values. */
    public static Case.Value<Boolean> when(Condition condition, BooleanExpression value) {
        return new Case.Value<>(value.type()).when(condition, value);
    }

    /**
     * SQL of the caller's own, for what nothing else can say. Each {@code ?} outside quotes and comments is replaced by one of the
     * expressions, in order; values must be among them, as {@link #value(String)} and its like, never in the text. The operators
     * {@code ?}, {@code ?|} and {@code ?&} are written {@code ??}, {@code ??|} and {@code ??&}. The text itself is sent as it is, its
     * comments left out: never build it from input.
     */
    public static Raw raw(String sql, Expression<?>... between) {
        return new Raw(Fragments.parse(sql, between));
    }

    /** SQL of the caller's own, waiting to be told what it is. */
    public static final class Raw {
        private final ValueNode.Fragment fragment;

        private Raw(ValueNode.Fragment fragment) {
            this.fragment = fragment;
        }

        /** What is written: the SQL, in parentheses. */
        public Node node() {
            return fragment;
        }

        /** It is a condition. */
        public Condition condition() {
            return new Condition.Truth(fragment, true);
        }

        /** It is text. */
        public TextExpression text() {
            return new TextExpression(fragment);
        }

        /** It is a number of this type, such as {@code Types.INT8}. */
        public <N extends Number> NumberExpression<N> number(DbType<N> type) {
            return new NumberExpression<>(fragment, type);
        }

        /** It is a value of this type. */
        public <T> ValueExpression<T> value(DbType<T> type) {
            return new ValueExpression<>(fragment, type);
        }
    }
}
