package dev.plectrum.orm.type;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Every type that a field can have. A type called <em>plain</em> needs neither checks nor casts: a decoder may read it with the
 * client's own getter, such as {@code row.getLong(0)}, and a bind may be the value itself. {@link #TEXT} is plain to read.
 */
public final class Types {
    /** {@code boolean}; plain, {@code row.getBoolean}. */
    public static final DbType<Boolean> BOOL = new PlainType<>("bool", Boolean.class);

    /** {@code smallint}; plain, {@code row.getShort}. */
    public static final DbType<Short> INT2 = new PlainType<>("int2", Short.class);

    /** {@code integer}; plain, {@code row.getInteger}. */
    public static final DbType<Integer> INT4 = new PlainType<>("int4", Integer.class);

    /** {@code bigint}; plain, {@code row.getLong}. */
    public static final DbType<Long> INT8 = new PlainType<>("int8", Long.class);

    /** {@code real}; plain, {@code row.getFloat}. NaN and the infinities are values like any other. */
    public static final DbType<Float> FLOAT4 = new PlainType<>("float4", Float.class);

    /** {@code double precision}; plain, {@code row.getDouble}. NaN and the infinities are values like any other. */
    public static final DbType<Double> FLOAT8 = new PlainType<>("float8", Double.class);

    /** {@code uuid}; plain, {@code row.getUUID}. */
    public static final DbType<UUID> UUID = new PlainType<>("uuid", UUID.class);

    /** {@code text}, and {@code varchar} where its length does not matter; plain to read, {@code row.getString}. */
    public static final DbType<String> TEXT = TextType.text();

    /** {@code citext} of the extension of this name. */
    public static final DbType<String> CITEXT = TextType.citext();

    /** A {@code char} as text of one character; the column is {@code varchar(1)}, because {@code char(1)} drops a space. */
    public static final DbType<Character> CHAR = new CharType();

    /** A URI as {@code text}. */
    public static final DbType<URI> URI = new UriType();

    /** {@code numeric} of any size. NaN and the infinities cannot be read. */
    public static final DbType<BigDecimal> NUMERIC = NumericType.any();

    /** An integer of any size as {@code numeric}. NaN, the infinities and fractions cannot be read. */
    public static final DbType<BigInteger> BIG_INTEGER = BigIntegerType.any();

    /** {@code date}, from 4714-11-24 BC to 5874897-12-31. The infinities cannot be read. */
    public static final DbType<LocalDate> DATE = new DateType();

    /** {@code time}, in whole microseconds. 24:00:00 cannot be read. */
    public static final DbType<LocalTime> TIME = new TimeType();

    /** {@code timestamp}, in whole microseconds, from 4714-11-24 BC to 294276-12-31. The infinities cannot be read. */
    public static final DbType<LocalDateTime> TIMESTAMP = new TimestampType();

    /** {@code timestamptz}, in whole microseconds, from 4714-11-24 BC to 294276-12-31. The infinities cannot be read. */
    public static final DbType<Instant> TIMESTAMPTZ = new TimestamptzType.AsInstant();

    /** {@link #TIMESTAMPTZ} as an {@code OffsetDateTime}, which comes back in UTC. */
    public static final DbType<OffsetDateTime> TIMESTAMPTZ_OFFSET = new TimestamptzType.AsOffset();

    /** {@link #TIMESTAMPTZ} as a {@code ZonedDateTime}, which comes back in UTC. */
    public static final DbType<ZonedDateTime> TIMESTAMPTZ_ZONED = new TimestamptzType.AsZoned();

    /** {@code interval} as an exact length of time, in whole microseconds. An interval with months cannot be read. */
    public static final DbType<Duration> INTERVAL_DURATION = new IntervalType.AsDuration();

    /** {@code interval} as months and days. An interval with hours or less cannot be read. */
    public static final DbType<Period> INTERVAL_PERIOD = new IntervalType.AsPeriod();

    /** {@code bytea} as an array. */
    public static final DbType<byte[]> BYTEA = new ByteaType.AsArray();

    /** {@code bytea} as a buffer, which must not change before the statement has been sent. */
    public static final DbType<Buffer> BYTEA_BUFFER = new ByteaType.AsBuffer();

    /** {@code jsonb} holding an object. */
    public static final DbType<JsonObject> JSON_OBJECT = JsonType.only(JsonObject.class);

    /** {@code jsonb} holding an array. */
    public static final DbType<JsonArray> JSON_ARRAY = JsonType.only(JsonArray.class);

    /**
     * {@code jsonb} holding any value: a {@code JsonObject}, {@code JsonArray}, {@code String}, {@code Number} or
     * {@code Boolean}. JSON's null is {@code Tuple.JSON_NULL}; Java's null is NULL.
     */
    public static final DbType<Object> JSON = JsonType.only(Object.class);

    /** {@code inet} holding an address, not a network. */
    public static final DbType<InetAddress> INET = new InetType();

    /** {@code bool[]} as an array of primitives. */
    public static final DbType<boolean[]> BOOL_ARRAY = primitives(BOOL, boolean[].class);

    /** {@code int2[]} as an array of primitives. */
    public static final DbType<short[]> INT2_ARRAY = primitives(INT2, short[].class);

    /** {@code int4[]} as an array of primitives. */
    public static final DbType<int[]> INT4_ARRAY = primitives(INT4, int[].class);

    /** {@code int8[]} as an array of primitives. */
    public static final DbType<long[]> INT8_ARRAY = primitives(INT8, long[].class);

    /** {@code float4[]} as an array of primitives. */
    public static final DbType<float[]> FLOAT4_ARRAY = primitives(FLOAT4, float[].class);

    /** {@code float8[]} as an array of primitives. */
    public static final DbType<double[]> FLOAT8_ARRAY = primitives(FLOAT8, double[].class);

    /** {@code int4range}. */
    public static final DbType<Range<Integer>> INT4_RANGE = new RangeType<>("int4range", INT4, Integer::valueOf);

    /** {@code int8range}. */
    public static final DbType<Range<Long>> INT8_RANGE = new RangeType<>("int8range", INT8, Long::valueOf);

    /** {@code numrange}. */
    public static final DbType<Range<BigDecimal>> NUM_RANGE = new RangeType<>("numrange", NUMERIC, NumericType::read);

    /** {@code daterange}. */
    public static final DbType<Range<LocalDate>> DATE_RANGE = new RangeType<>("daterange", DATE, DateTimeText::date);

    /** {@code tsrange}. */
    public static final DbType<Range<LocalDateTime>> TIMESTAMP_RANGE =
            new RangeType<>("tsrange", TIMESTAMP, DateTimeText::dateTime);

    /** {@code tstzrange}. */
    public static final DbType<Range<Instant>> TIMESTAMPTZ_RANGE = new RangeType<>(
            "tstzrange", TIMESTAMPTZ, text -> DateTimeText.utc(text).toInstant(ZoneOffset.UTC));

    private Types() {}

    /** {@code varchar(n)}: text that is checked for its length in characters. See {@link DbType#unlimited}. */
    public static DbType<String> varchar(int maxLength) {
        return TextType.varchar(maxLength);
    }

    /**
     * {@code numeric(p,s)}: a number that is checked to fit, where PostgreSQL would round it. See
     * {@link DbType#unlimited}.
     */
    public static DbType<BigDecimal> numeric(int precision, int scale) {
        return NumericType.of(precision, scale);
    }

    /** {@code numeric(p)}: an integer of so many digits. See {@link DbType#unlimited}. */
    public static DbType<BigInteger> bigInteger(int precision) {
        return BigIntegerType.of(precision);
    }

    /** An enum by its constants' names, as {@code text}: {@code enumByName(Status.values())}. */
    public static <E extends Enum<E>> DbType<E> enumByName(E[] constants) {
        return new EnumNameType<>(constants.clone());
    }

    /** An enum by its constants' positions, as {@code smallint}: {@code enumByOrdinal(Status.values())}. */
    public static <E extends Enum<E>> DbType<E> enumByOrdinal(E[] constants) {
        return new EnumOrdinalType<>(constants.clone());
    }

    /**
     * {@code jsonb} of a user's type.
     *
     * @param write gives a value as {@link #JSON} holds it
     * @param read makes a value of one that {@link #JSON} gave
     */
    public static <T> DbType<T> json(Function<? super T, ?> write, Function<Object, ? extends T> read) {
        return new JsonType<>(write, read);
    }

    /** An array of one dimension, as a list. Its elements are never null. */
    public static <E> DbType<List<E>> list(DbType<E> element) {
        return new ListType<>(element);
    }

    /** An array of one dimension: {@code array(TEXT, String[]::new)}. Its elements are never null. */
    public static <E> DbType<E[]> array(DbType<E> element, IntFunction<E[]> create) {
        return new ConvertedType<>(list(element), new ObjectArray<>(create));
    }

    /** A user's type, stored as another. */
    public static <J, D> DbType<J> converted(DbType<D> stored, Converter<J, D> converter) {
        return new ConvertedType<>(stored, converter);
    }

    private static <A, E> DbType<A> primitives(DbType<E> element, Class<A> array) {
        return new ConvertedType<>(list(element), new PrimitiveArray<A, E>(array));
    }
}
