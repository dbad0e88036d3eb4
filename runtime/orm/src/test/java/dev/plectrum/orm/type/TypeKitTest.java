package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.type.TestServer.Session;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes every type to a real PostgreSQL in each of the ways that statements do, and reads it back. */
@ExtendWith(TestServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypeKitTest {
    enum Status {
        DRAFT,
        ON_SALE,
        GONE
    }

    record Weight(long grams) {}

    record Sized(String name, BigDecimal size) {}

    private static final Converter<Weight, Long> WEIGHT = new Converter<>() {
        @Override
        public Long toDatabase(Weight value) {
            if (value.grams() < 0) {
                throw new IllegalArgumentException("negative");
            }
            return value.grams();
        }

        @Override
        public Weight fromDatabase(Long value) {
            if (value < 0) {
                throw new IllegalArgumentException("negative");
            }
            return new Weight(value);
        }
    };

    private static final DbType<Sized> SIZED =
            Types.json(value -> new JsonObject().put("name", value.name()).put("size", value.size()), json -> {
                JsonObject object = (JsonObject) json;
                return new Sized(
                        object.getString("name"),
                        new BigDecimal(object.getNumber("size").toString()));
            });

    private final Session session;

    TypeKitTest(Session session) {
        this.session = session;
    }

    @BeforeAll
    void makeCitextKnown() {
        session.execute("CREATE EXTENSION IF NOT EXISTS citext");
    }

    static Stream<Kit<?>> kits() throws UnknownHostException {
        return Stream.of(numbers(), texts(), times(), documents(), ranges(), lists(), arrays())
                .flatMap(kits -> kits);
    }

    private static Stream<Kit<?>> numbers() {
        BigInteger nines = BigInteger.TEN.pow(131_072).subtract(BigInteger.ONE);
        return Stream.of(
                Kit.of("bool", Types.BOOL, true, false),
                Kit.of("int2", Types.INT2, (short) 7, Short.MIN_VALUE, Short.MAX_VALUE),
                Kit.of("int4", Types.INT4, 7, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Kit.of("int8", Types.INT8, 7L, Long.MIN_VALUE, Long.MAX_VALUE),
                Kit.of(
                        "float4",
                        Types.FLOAT4,
                        1.5f,
                        0.1f,
                        -0.0f,
                        Float.MIN_VALUE,
                        Float.MAX_VALUE,
                        -Float.MAX_VALUE,
                        Float.NaN,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY),
                Kit.of(
                        "float8",
                        Types.FLOAT8,
                        1.5,
                        0.1,
                        -0.0,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY),
                Kit.of(
                                "numeric",
                                Types.NUMERIC,
                                new BigDecimal("12.50"),
                                BigDecimal.ZERO,
                                new BigDecimal("0E+200000"),
                                new BigDecimal(nines),
                                new BigDecimal(nines.negate()),
                                new BigDecimal("1E+131071"),
                                new BigDecimal("-1E-16383"),
                                new BigDecimal(BigInteger.TEN.pow(20_000), 20_000))
                        .cannotStore(
                                new BigDecimal("1E+131072"),
                                "131073 digits before the point, where numeric holds 131072")
                        .cannotStore(
                                new BigDecimal("1E-16384"), "16384 digits after the point, where numeric keeps 16383")
                        .cannotRead("'NaN'", "the numeric 'NaN', which no BigDecimal or BigInteger is")
                        .cannotRead("'Infinity'", "the numeric 'Infinity', which no BigDecimal or BigInteger is")
                        .cannotRead("'-Infinity'", "the numeric '-Infinity', which no BigDecimal or BigInteger is"),
                Kit.of(
                                "numeric(10,2)",
                                Types.numeric(10, 2),
                                new BigDecimal("12.50"),
                                new BigDecimal("12.5000"),
                                new BigDecimal("1E+7"),
                                new BigDecimal("99999999.99"),
                                new BigDecimal("-99999999.99"))
                        .cannotStore(
                                new BigDecimal("100000000"), "9 digits before the point, where numeric(10,2) holds 8")
                        .cannotStore(new BigDecimal("0.005"), "3 digits after the point, where numeric(10,2) keeps 2")
                        .cannotRead("'NaN'", "the numeric 'NaN', which no BigDecimal or BigInteger is"),
                Kit.of("numeric", Types.BIG_INTEGER, BigInteger.TEN, BigInteger.ZERO, nines, nines.negate())
                        .cannotStore(BigInteger.TEN.pow(131_072), "131073 digits, where numeric holds 131072")
                        .cannotRead("1.5", "a numeric with digits after the point, which no BigInteger has")
                        .cannotRead("'Infinity'", "the numeric 'Infinity', which no BigDecimal or BigInteger is"),
                Kit.of("numeric(3)", Types.bigInteger(3), BigInteger.valueOf(999), BigInteger.valueOf(-999))
                        .cannotStore(BigInteger.valueOf(1000), "4 digits, where numeric(3) holds 3"),
                Kit.of("int2", Types.enumByOrdinal(Status.values()), Status.DRAFT, Status.GONE)
                        .cannotRead("3", "the ordinal 3, which is none of Status (0 DRAFT, 1 ON_SALE, 2 GONE)"),
                Kit.of("int8", Types.converted(Types.INT8, WEIGHT), new Weight(5), new Weight(Long.MAX_VALUE))
                        .cannotStore(
                                new Weight(-1),
                                "a value that " + WEIGHT.getClass().getName() + " does not take")
                        .cannotRead("-1", "a value that " + WEIGHT.getClass().getName() + " does not take"));
    }

    private static Stream<Kit<?>> texts() {
        String nul = "the character NUL (\\u0000) at index 1; PostgreSQL's text holds any other";
        String half = "half of a surrogate pair at index 1, which is no character;"
                + " the text was probably cut in the middle of one";
        String[] texts = {
            "Tea",
            "",
            " ",
            "NULL",
            "{a,b}",
            "it's \"quoted\" \\ and, so on\n\t",
            "Zoë 漢 \uFFFF",
            "\uD83D\uDE00",
            "x".repeat(1_000_000)
        };
        return Stream.of(
                Kit.of("text", Types.TEXT, texts)
                        .cannotStore("a\0", nul)
                        .cannotStore("a\uD83D", half)
                        .cannotStore("a\uD83Db", half)
                        .cannotStore("a\uDE00", half),
                Kit.of("citext", Types.CITEXT, texts).cannotStore("a\0", nul),
                Kit.of("varchar(3)", Types.varchar(3), "abc", "", "ab ", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00")
                        .cannotStore("abcd", "4 characters, where varchar(3) holds 3")
                        .cannotStore("abc ", "4 characters, where varchar(3) holds 3"),
                Kit.of("varchar(1)", Types.CHAR, 'a', ' ', '"', '\\', '\uFFFF')
                        .cannotStore('\0', nul.replace("index 1", "index 0"))
                        .cannotStore('\uD83D', half.replace("index 1", "index 0"))
                        .cannotRead("''", "a text of 0 chars, where a char is exactly one")
                        .cannotRead("U&'\\+01F600'", "a text of 2 chars, where a char is exactly one"),
                Kit.of("text", Types.URI, URI.create("https://example.org/a?b=c#d"), URI.create(""), URI.create("漢"))
                        .cannotRead("'a b'", "a text that is no URI (Illegal character in path at 1)"),
                Kit.of("text", Types.enumByName(Status.values()), Status.DRAFT, Status.ON_SALE)
                        .cannotRead("'SOLD'", "a name that is no constant of Status (DRAFT, ON_SALE, GONE)"),
                Kit.of("uuid", Types.UUID, UuidV7.next(), new UUID(0, 0), new UUID(-1, -1)));
    }

    private static Stream<Kit<?>> times() {
        LocalDateTime firstMoment = LocalDateTime.of(-4713, 11, 24, 0, 0);
        LocalDateTime lastMoment = LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000);
        LocalDateTime leapNoon = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_789);
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        String noDate = "a date outside of PostgreSQL's, from 4714-11-24 BC to 5874897-12-31";
        String noTimestamp = "a timestamp outside of PostgreSQL's, from 4714-11-24 BC to 294276-12-31";
        String noMoment = "a moment outside of PostgreSQL's, from 4714-11-24 BC to 294276-12-31 in UTC";
        String infinite = "an infinite timestamp, which no Java date and time is";
        return Stream.of(
                Kit.of(
                                "date",
                                Types.DATE,
                                LocalDate.of(2024, 2, 29),
                                LocalDate.of(1, 1, 1),
                                LocalDate.of(0, 12, 31),
                                LocalDate.of(-4713, 11, 24),
                                LocalDate.of(5_874_897, 12, 31))
                        .cannotStore(LocalDate.of(-4713, 11, 23), noDate)
                        .cannotStore(LocalDate.of(5_874_898, 1, 1), noDate)
                        .cannotStore(LocalDate.MIN, noDate)
                        .cannotStore(LocalDate.MAX, noDate)
                        .cannotRead("'infinity'", "an infinite date, which no LocalDate is")
                        .cannotRead("'-infinity'", "an infinite date, which no LocalDate is"),
                Kit.of(
                                "time",
                                Types.TIME,
                                LocalTime.of(12, 30),
                                LocalTime.MIDNIGHT,
                                LocalTime.of(1, 2, 3, 4_000),
                                LocalTime.MAX.truncatedTo(ChronoUnit.MICROS),
                                LocalTime.MAX)
                        .cannotRead("'24:00:00'", "the time 24:00:00, where the last LocalTime is 23:59:59.999999999"),
                Kit.of(
                                "timestamp",
                                Types.TIMESTAMP,
                                leapNoon,
                                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999),
                                LocalDateTime.of(0, 1, 1, 0, 0),
                                firstMoment,
                                firstMoment.plusNanos(1_000),
                                lastMoment,
                                lastMoment.plusNanos(999))
                        .cannotStore(firstMoment.minusNanos(1), noTimestamp)
                        .cannotStore(lastMoment.plusNanos(1_000), noTimestamp)
                        .cannotStore(LocalDateTime.MIN, noTimestamp)
                        .cannotStore(LocalDateTime.MAX, noTimestamp)
                        .cannotRead("'infinity'", infinite)
                        .cannotRead("'-infinity'", infinite),
                Kit.of(
                                "timestamptz",
                                Types.TIMESTAMPTZ,
                                leapNoon.toInstant(ZoneOffset.UTC),
                                Instant.EPOCH.minusNanos(1),
                                firstMoment.toInstant(ZoneOffset.UTC),
                                lastMoment.toInstant(ZoneOffset.UTC),
                                lastMoment.toInstant(ZoneOffset.UTC).plusNanos(999))
                        .cannotStore(firstMoment.toInstant(ZoneOffset.UTC).minusNanos(1), noMoment)
                        .cannotStore(lastMoment.toInstant(ZoneOffset.UTC).plusNanos(1_000), noMoment)
                        .cannotStore(Instant.MIN, noMoment)
                        .cannotStore(Instant.MAX, noMoment)
                        .cannotRead("'infinity'", infinite)
                        .cannotRead("'-infinity'", infinite),
                Kit.of(
                                "timestamptz",
                                Types.TIMESTAMPTZ_OFFSET,
                                leapNoon.atOffset(ZoneOffset.ofHours(-3)),
                                firstMoment.atOffset(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.ofHours(5)),
                                lastMoment.atOffset(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.ofHours(-5)))
                        .cannotStore(firstMoment.atOffset(ZoneOffset.ofHours(1)), noMoment)
                        .cannotStore(OffsetDateTime.MIN, noMoment)
                        .cannotStore(OffsetDateTime.MAX, noMoment)
                        .cannotRead("'infinity'", infinite),
                Kit.of(
                                "timestamptz",
                                Types.TIMESTAMPTZ_ZONED,
                                leapNoon.atZone(kolkata),
                                firstMoment.atZone(ZoneOffset.UTC),
                                lastMoment.atZone(ZoneOffset.UTC))
                        .cannotStore(firstMoment.atZone(kolkata), noMoment)
                        .cannotRead("'-infinity'", infinite),
                Kit.of(
                                "interval",
                                Types.INTERVAL_DURATION,
                                Duration.ofMinutes(90),
                                Duration.ZERO,
                                Duration.ofNanos(1_999),
                                Duration.ofNanos(-1),
                                Duration.ofDays(400),
                                Duration.ofDays(-31).minusNanos(1_000),
                                Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS),
                                Duration.of(-Long.MAX_VALUE, ChronoUnit.MICROS))
                        .cannotStore(
                                Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS).plusNanos(1_000),
                                "a duration of more than the 2562047788 hours that PostgreSQL reads")
                        .cannotStore(
                                Duration.ofSeconds(Long.MIN_VALUE),
                                "a duration of more than the 2562047788 hours that PostgreSQL reads")
                        .cannotRead(
                                "'1 month 3 hours'",
                                "an interval of 1 months, which have no fixed length; a Period holds months")
                        .cannotRead("'infinity'", "an infinite interval, which no Duration or Period is"),
                Kit.of(
                                "interval",
                                Types.INTERVAL_PERIOD,
                                Period.of(1, 2, 3),
                                Period.ZERO,
                                Period.ofMonths(14),
                                Period.of(0, 1, -1),
                                Period.of(-1, 1, 30),
                                Period.ofDays(45),
                                Period.of(0, Integer.MAX_VALUE, Integer.MIN_VALUE),
                                Period.of(0, Integer.MIN_VALUE, Integer.MAX_VALUE))
                        .cannotStore(
                                Period.of(1, Integer.MAX_VALUE, 0),
                                "a period of 2147483659 months, where an interval has at most 2147483647 either way")
                        .cannotRead(
                                "'1 day 1 second'",
                                "an interval with a time of day, which no Period has; a Duration does"));
    }

    private static Stream<Kit<?>> documents() throws UnknownHostException {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        JsonObject nested = new JsonObject()
                .put("text", "a \"b\" \\ \n 漢 \uD83D\uDE00")
                .put("int", 1)
                .put("long", Long.MAX_VALUE)
                .put("double", 0.1)
                .putNull("null")
                .put(
                        "list",
                        new JsonArray()
                                .add(1)
                                .add(new JsonObject().put("deep", true))
                                .addNull());
        String nul = "the character NUL (\\u0000) at index 0; PostgreSQL's text holds any other";
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};
        byte[] linkLocal = {(byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        return Stream.of(
                Kit.of("bytea", Types.BYTEA, everyByte, new byte[0]),
                Kit.of("bytea", Types.BYTEA_BUFFER, Buffer.buffer(everyByte), Buffer.buffer()),
                Kit.of("jsonb", Types.JSON_OBJECT, nested, new JsonObject())
                        .cannotStore(new JsonObject().put("a", "\0"), nul)
                        .cannotStore(new JsonObject().put("\0", "a"), nul)
                        .cannotStore(
                                new JsonObject().put("a", new JsonArray().add(Double.NaN)),
                                "a number in JSON that is not finite")
                        .cannotStore(
                                new JsonObject().put("a", Float.NEGATIVE_INFINITY),
                                "a number in JSON that is not finite")
                        .cannotStore(
                                new JsonObject().put("a", new BigDecimal("1E-20000")),
                                "20000 digits after the point, where numeric keeps 16383")
                        .cannotStore(
                                new JsonObject().put("a", new Object()),
                                "a java.lang.Object, which has no form in JSON")
                        .cannotRead("'[1]'", "a JSON array, where a JsonObject is expected")
                        .cannotRead("'null'", "a JSON null, where a JsonObject is expected"),
                Kit.of("jsonb", Types.JSON_ARRAY, new JsonArray().add("a").add(1.5), new JsonArray())
                        .cannotRead("'{}'", "a JSON object, where a JsonArray is expected")
                        .cannotRead("'3'", "a JSON number, where a JsonArray is expected"),
                Kit.of(
                                "jsonb",
                                Types.JSON,
                                nested,
                                new JsonArray(),
                                "text",
                                "",
                                "null",
                                1,
                                Long.MIN_VALUE,
                                new BigInteger("9".repeat(999)),
                                1.5,
                                1.0E-5,
                                new BigDecimal("0.12345678901234567890123456789"),
                                new BigDecimal("12345678901234567890.5"),
                                true,
                                Tuple.JSON_NULL)
                        .cannotStore("\0", nul)
                        .cannotRead(
                                "('[' || repeat('9', 1001) || ']')::jsonb",
                                "JSON that is beyond Jackson's limits: Number value length (1001) exceeds the maximum"
                                        + " allowed (1000, from `StreamReadConstraints.getMaxNumberLength()`)")
                        .cannotRead(
                                "(repeat('[', 1001) || repeat(']', 1001))::jsonb",
                                "JSON that is beyond Jackson's limits: Document nesting depth (1001) exceeds the maximum"
                                        + " allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)"),
                Kit.of("jsonb", SIZED, new Sized("Desk", new BigDecimal("123456789012345678901.25")))
                        .cannotRead("'[]'", "JSON that cannot be turned into a value")
                        .cannotRead("'null'", "JSON that cannot be turned into a value"),
                Kit.of(
                                "inet",
                                Types.INET,
                                InetAddress.getByName("10.1.2.3"),
                                InetAddress.getByName("0.0.0.0"),
                                InetAddress.getByName("255.255.255.255"),
                                InetAddress.getByName("::"),
                                InetAddress.getByName("2001:db8::1"),
                                InetAddress.getByName("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))
                        .cannotStore(
                                Inet6Address.getByAddress(null, mapped, -1),
                                "an IPv6 address that stands for an IPv4 one, which would come back as that;"
                                        + " InetAddress.getByAddress(address.getAddress()) is that one")
                        .cannotStore(
                                Inet6Address.getByAddress(null, linkLocal, 2),
                                "an IPv6 address with a scope, which inet does not keep;"
                                        + " InetAddress.getByAddress(address.getAddress()) is without")
                        .cannotRead("'10.0.0.0/8'", "a network of 8 bits, where an InetAddress is one address")
                        .cannotRead("'fe80::/64'", "a network of 64 bits, where an InetAddress is one address"));
    }

    private static Stream<Kit<?>> ranges() {
        LocalDateTime noon = LocalDateTime.of(2024, 2, 29, 12, 0);
        Instant moment = noon.toInstant(ZoneOffset.UTC);
        return Stream.of(
                Kit.of(
                        "int4range",
                        Types.INT4_RANGE,
                        Range.closed(1, 4),
                        Range.open(-5, 5),
                        Range.atLeast(3),
                        Range.greaterThan(3),
                        Range.atMost(3),
                        Range.lessThan(3),
                        Range.all(),
                        Range.empty(),
                        Range.closedOpen(Integer.MIN_VALUE, Integer.MAX_VALUE)),
                Kit.of(
                        "int8range",
                        Types.INT8_RANGE,
                        Range.openClosed(1L, 4L),
                        Range.all(),
                        Range.empty(),
                        Range.closedOpen(Long.MIN_VALUE, Long.MAX_VALUE)),
                Kit.of(
                                "numrange",
                                Types.NUM_RANGE,
                                Range.closed(new BigDecimal("1.50"), new BigDecimal("1E+3")),
                                Range.open(BigDecimal.ZERO, BigDecimal.ONE),
                                Range.closed(BigDecimal.ONE, BigDecimal.ONE),
                                Range.atMost(BigDecimal.TEN),
                                Range.all(),
                                Range.empty())
                        .cannotStore(
                                Range.atLeast(new BigDecimal("1E-16384")),
                                "16384 digits after the point, where numeric keeps 16383")
                        .cannotRead(
                                "'[1,Infinity)'",
                                "a range bounded by the numeric 'Infinity', which no BigDecimal or BigInteger is"),
                Kit.of(
                                "daterange",
                                Types.DATE_RANGE,
                                Range.closed(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29)),
                                Range.closedOpen(DateType.FIRST, DateType.LAST),
                                Range.greaterThan(LocalDate.of(2024, 1, 1)),
                                Range.all(),
                                Range.empty())
                        .cannotStore(
                                Range.closed(LocalDate.of(2024, 1, 1), DateType.LAST),
                                "a date outside of PostgreSQL's, from 4714-11-24 BC to 5874897-12-31")
                        .cannotRead(
                                "'[2024-01-01,infinity)'",
                                "a range bounded by 'infinity', which no Java date or time is"),
                Kit.of(
                        "tsrange",
                        Types.TIMESTAMP_RANGE,
                        Range.closed(noon, noon.plusNanos(1_000)),
                        Range.open(TimestampType.FIRST, TimestampType.LAST),
                        Range.lessThan(noon),
                        Range.all(),
                        Range.empty()),
                Kit.of(
                                "tstzrange",
                                Types.TIMESTAMPTZ_RANGE,
                                Range.closedOpen(moment, moment.plusSeconds(1)),
                                Range.closed(
                                        TimestampType.FIRST.toInstant(ZoneOffset.UTC),
                                        TimestampType.LAST.toInstant(ZoneOffset.UTC)),
                                Range.atLeast(moment),
                                Range.all(),
                                Range.empty())
                        .cannotRead("'[-infinity,)'", "a range bounded by '-infinity', which no Java date or time is"));
    }

    private static Stream<Kit<?>> lists() throws UnknownHostException {
        Instant moment = Instant.parse("2024-02-29T12:00:00.000001Z");
        String nullElement = "[1]: a null element, which lists and arrays of columns do not have";
        return Stream.of(
                listOf("bool[]", Types.BOOL, true, false),
                listOf("int2[]", Types.INT2, Short.MIN_VALUE, Short.MAX_VALUE),
                listOf("int4[]", Types.INT4, Integer.MIN_VALUE, Integer.MAX_VALUE),
                listOf("int8[]", Types.INT8, Long.MIN_VALUE, Long.MAX_VALUE)
                        .cannotStore(Arrays.asList(1L, null), nullElement)
                        .cannotRead("'{1,NULL}'", "[1]: a NULL element, which lists and arrays of columns do not have"),
                listOf("float4[]", Types.FLOAT4, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY),
                listOf("float8[]", Types.FLOAT8, 0.1, Double.NaN, Double.MIN_VALUE),
                listOf("numeric[]", Types.NUMERIC, new BigDecimal("1.50"), new BigDecimal("-1E+3"))
                        .cannotStore(Arrays.asList(BigDecimal.ONE, null), nullElement)
                        .cannotStore(
                                List.of(new BigDecimal("1E-16384")),
                                "[0]: 16384 digits after the point, where numeric keeps 16383")
                        .cannotRead(
                                "'{1,2,Infinity}'",
                                "[2]: the numeric 'Infinity', which no BigDecimal or BigInteger is"),
                listOf("text[]", Types.TEXT, "a", "", "NULL", "{}", "a,b", "\"\\", " x ")
                        .cannotStore(
                                List.of("a", "\0"),
                                "[1]: the character NUL (\\u0000) at index 0; PostgreSQL's text holds any other"),
                listOf("varchar(3)[]", Types.varchar(3), "abc")
                        .cannotStore(List.of("abcd"), "[0]: 4 characters, where varchar(3) holds 3"),
                listOf("citext[]", Types.CITEXT, "a", "", "NULL", "{}", "a,b", "\"\\"),
                listOf("text[]", Types.CHAR, 'a', ',', ' '),
                listOf("text[]", Types.URI, URI.create("https://example.org/")),
                listOf("text[]", Types.enumByName(Status.values()), Status.GONE, Status.DRAFT)
                        .cannotRead(
                                "'{DRAFT,SOLD}'", "[1]: a name that is no constant of Status (DRAFT, ON_SALE, GONE)"),
                listOf("int2[]", Types.enumByOrdinal(Status.values()), Status.GONE, Status.DRAFT),
                listOf("uuid[]", Types.UUID, UuidV7.next()),
                listOf("date[]", Types.DATE, DateType.FIRST, DateType.LAST)
                        .cannotRead("'{infinity}'", "[0]: an infinite date, which no LocalDate is"),
                listOf("time[]", Types.TIME, LocalTime.MIDNIGHT, LocalTime.MAX)
                        .cannotRead(
                                "'{24:00}'", "[0]: the time 24:00:00, where the last LocalTime is 23:59:59.999999999"),
                listOf("timestamp[]", Types.TIMESTAMP, TimestampType.FIRST, TimestampType.LAST),
                listOf("timestamptz[]", Types.TIMESTAMPTZ, moment, TimestampType.FIRST.toInstant(ZoneOffset.UTC)),
                listOf("timestamptz[]", Types.TIMESTAMPTZ_OFFSET, moment.atOffset(ZoneOffset.ofHours(2))),
                listOf("timestamptz[]", Types.TIMESTAMPTZ_ZONED, moment.atZone(ZoneId.of("Asia/Kolkata"))),
                listOf("interval[]", Types.INTERVAL_DURATION, Duration.ofDays(31), Duration.ofNanos(-1_000)),
                listOf("interval[]", Types.INTERVAL_PERIOD, Period.of(1, 2, -3)),
                listOf("bytea[]", Types.BYTEA, new byte[] {0, '"', '\\', -1}, new byte[0]),
                listOf("bytea[]", Types.BYTEA_BUFFER, Buffer.buffer("abc")),
                listOf("jsonb[]", Types.JSON, new JsonObject().put("a", "\"b\""), Tuple.JSON_NULL, "x"),
                listOf("inet[]", Types.INET, InetAddress.getByName("10.1.2.3"), InetAddress.getByName("2001:db8::1")),
                listOf("int4range[]", Types.INT4_RANGE, Range.closed(1, 3), Range.empty(), Range.all()),
                listOf("int8[]", Types.converted(Types.INT8, WEIGHT), new Weight(3)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <E> Kit<List<E>> listOf(String column, DbType<E> element, E... values) {
        return Kit.of(column, Types.list(element), List.of(values), List.of(values[0]), List.of());
    }

    private static Stream<Kit<?>> arrays() {
        return Stream.of(
                Kit.of("bool[]", Types.BOOL_ARRAY, new boolean[] {true, false}, new boolean[0]),
                Kit.of("int2[]", Types.INT2_ARRAY, new short[] {1, Short.MIN_VALUE}, new short[0]),
                Kit.of("int4[]", Types.INT4_ARRAY, new int[] {1, Integer.MIN_VALUE}, new int[0]),
                Kit.of("int8[]", Types.INT8_ARRAY, new long[] {1, Long.MIN_VALUE}, new long[0])
                        .cannotRead("'{1,NULL}'", "[1]: a NULL element, which lists and arrays of columns do not have"),
                Kit.of("float4[]", Types.FLOAT4_ARRAY, new float[] {0.1f, Float.NaN}, new float[0]),
                Kit.of("float8[]", Types.FLOAT8_ARRAY, new double[] {0.1, Double.NaN}, new double[0]),
                Kit.of(
                                "text[]",
                                Types.array(Types.TEXT, String[]::new),
                                new String[] {"a", "NULL", "b,c"},
                                new String[0])
                        .cannotStore(
                                new String[] {"a", null},
                                "[1]: a null element, which lists and arrays of columns do not have"),
                Kit.of("numeric[]", Types.array(Types.NUMERIC, BigDecimal[]::new), new BigDecimal[] {
                    BigDecimal.ONE, new BigDecimal("2.50")
                }));
    }

    @ParameterizedTest
    @MethodSource("kits")
    <T> void comesBackAsItWasWritten(Kit<T> kit) {
        String table = tableOf(kit);
        DbType<T> type = kit.type();
        for (T value : withNull(kit.values())) {
            List<T> back = session.rows(
                    row -> type.decode(row, 0),
                    "INSERT INTO " + table + " VALUES (" + type.bind("$1") + ") RETURNING " + type.select("c"),
                    type.encode(value));
            assertSame(type, back, Arrays.asList(value));
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    <T> void isFoundByItsValue(Kit<T> kit) {
        String table = tableOf(kit);
        DbType<T> type = kit.type();
        for (T value : kit.values()) {
            Object bind = type.encode(value);
            session.execute("INSERT INTO " + table + " VALUES (" + type.bind("$1") + ")", bind);
            // Bound once more, the same object: the client must not have used it up.
            assertThat(session.count(
                            "SELECT count(*) FROM " + table + " t0 WHERE t0.c = " + type.bind("$1") + " AND t0.c = "
                                    + type.bind("$2"),
                            bind,
                            bind))
                    .as("rows of %s", value)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    <T> void travelsInABulkInsert(Kit<T> kit) {
        String table = tableOf(kit);
        DbType<T> type = kit.type();
        record Holder<V>(V value) {}
        List<Holder<T>> rows = withNull(kit.values()).stream().map(Holder::new).toList();
        session.execute(
                "INSERT INTO " + table + " SELECT " + type.bulkElement("u.c") + " FROM unnest(" + type.bulk("$1")
                        + ") AS u (c)",
                type.encodeArray(rows, Holder::value));
        List<T> back =
                session.rows(row -> type.decode(row, 0), "SELECT " + type.select("t0.c") + " FROM " + table + " t0");
        assertSame(type, back, withNull(kit.values()));
    }

    @ParameterizedTest
    @MethodSource("kits")
    <T> void isFoundAmongMany(Kit<T> kit) {
        DbType<T> type = kit.type();
        if (type.name().endsWith("[]")) {
            assertThatThrownBy(() -> type.bindArray("$1"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(
                            "PostgreSQL has no array of " + type.name() + " values: compare with one list at a time");
            return;
        }
        String table = tableOf(kit);
        for (T value : withNull(kit.values())) {
            session.execute("INSERT INTO " + table + " VALUES (" + type.bind("$1") + ")", type.encode(value));
        }
        assertThat(session.count(
                        "SELECT count(*) FROM " + table + " t0 WHERE t0.c = ANY(" + type.bindArray("$1") + ")",
                        type.encodeArray(withNull(kit.values()))))
                .isEqualTo(kit.values().size());
    }

    @ParameterizedTest
    @MethodSource("kits")
    <T> void saysWhatPostgresCannotHold(Kit<T> kit) {
        record Holder<V>(V value) {}
        for (Kit.Unstorable<T> beyond : kit.unstorable()) {
            assertThatThrownBy(() -> kit.type().encode(beyond.value()))
                    .isInstanceOf(UnstorableValueException.class)
                    .hasMessage(beyond.problem());
            List<Holder<T>> rows = List.of(new Holder<>(kit.values().get(0)), new Holder<>(beyond.value()));
            assertThatThrownBy(() -> kit.type().encodeArray(rows, Holder::value))
                    .isInstanceOf(UnstorableValueException.class)
                    .hasMessageContaining("of row 1: ");
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    <T> void saysWhatJavaCannotHold(Kit<T> kit) {
        DbType<T> type = kit.type();
        for (Kit.Unreadable beyond : kit.unreadable()) {
            String table = tableOf(kit);
            session.execute("INSERT INTO " + table + " VALUES (" + beyond.literal() + ")");
            assertThatThrownBy(() -> session.rows(
                            row -> type.decode(row, 0), "SELECT " + type.select("t0.c") + " FROM " + table + " t0"))
                    .isInstanceOf(UnreadableValueException.class)
                    .hasMessage("c" + (beyond.problem().startsWith("[") ? "" : ": ") + beyond.problem());
            // The client closes the connection when its own decoder throws; ours must not make it.
            assertThat(session.count("SELECT 1::int8")).isEqualTo(1);
        }
    }

    private <T> String tableOf(Kit<T> kit) {
        session.execute("DROP TABLE IF EXISTS kit");
        session.execute("CREATE TABLE kit (c " + kit.column() + ")");
        return "kit";
    }

    private static <T> List<T> withNull(List<T> values) {
        List<T> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    private static <T> void assertSame(DbType<T> type, List<T> actual, List<T> expected) {
        assertThat(actual)
                .usingElementComparator((a, b) -> type.same(a, b) ? 0 : 1)
                .containsExactlyElementsOf(expected);
    }
}
