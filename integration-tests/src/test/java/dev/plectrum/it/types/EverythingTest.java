package dev.plectrum.it.types;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.it.types.Everything.Meal;
import dev.plectrum.it.types.Everything.Money;
import dev.plectrum.it.types.Everything.Size;
import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.query.Expression;
import dev.plectrum.orm.type.Range;
import dev.plectrum.testing.Isolation;
import dev.plectrum.testing.PlectrumTest;
import dev.plectrum.testing.TestSchema;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Field;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type, through a generated model: typical values, none, the extremes that PostgreSQL can hold, and what is just beyond them. */
@PlectrumTest(schema = EverythingTest.Table.class, isolation = Isolation.ROLLBACK)
class EverythingTest {
    /** The one table. */
    static final class Table implements TestSchema {
        @Override
        public Future<?> create(Database db) {
            return db.createSchema(List.of(EverythingMapping.INSTANCE));
        }
    }

    private static final BigInteger NINES = BigInteger.TEN.pow(131_072).subtract(BigInteger.ONE);
    private static final LocalDateTime FIRST = LocalDateTime.of(-4713, 11, 24, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000);
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_456_000);
    private static final LocalDate FIRST_DAY = LocalDate.of(-4713, 11, 24);
    private static final LocalDate LAST_DAY = LocalDate.of(5_874_897, 12, 31);
    private static final Duration LONGEST = Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS);

    /**
     * What is tried with one field.
     *
     * @param values typical ones and extremes
     * @param beyond what the column cannot hold
     */
    record Kit(String field, List<?> values, List<?> beyond) {
        static Kit of(String field, Object... values) {
            return new Kit(field, List.of(values), List.of());
        }

        Kit beyond(Object... more) {
            return new Kit(field, values, List.of(more));
        }

        @Override
        public String toString() {
            return field;
        }
    }

    static Stream<Kit> kits() throws UnknownHostException {
        return Stream.of(numbers(), texts(), times(), documents(), ranges(), lists())
                .flatMap(kits -> kits);
    }

    private static Stream<Kit> numbers() {
        return Stream.of(
                Kit.of("truth", true, false),
                Kit.of("small", (short) 7, Short.MIN_VALUE, Short.MAX_VALUE),
                Kit.of("whole", 7, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Kit.of("large", 7L, Long.MIN_VALUE, Long.MAX_VALUE),
                Kit.of("real", 0.1f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY),
                Kit.of("precise", 0.1, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY),
                Kit.of("exact", new BigDecimal("12.50"), new BigDecimal(NINES), new BigDecimal(BigInteger.ONE, 16_383))
                        .beyond(new BigDecimal("1E+131072"), new BigDecimal("1E-16384")),
                Kit.of("price", new BigDecimal("12.50"), new BigDecimal("99999999.99"), new BigDecimal("-99999999.99"))
                        .beyond(new BigDecimal("100000000"), new BigDecimal("0.005")),
                Kit.of("huge", BigInteger.TEN, NINES, NINES.negate()).beyond(NINES.add(BigInteger.ONE)),
                Kit.of("twenty", BigInteger.TEN, BigInteger.TEN.pow(20).subtract(BigInteger.ONE))
                        .beyond(BigInteger.TEN.pow(20)),
                Kit.of("meal", Meal.BREAKFAST, Meal.DINNER),
                Kit.of("course", Meal.BREAKFAST, Meal.DINNER),
                Kit.of("money", new Money(5), new Money(Long.MIN_VALUE), new Money(Long.MAX_VALUE)));
    }

    private static Stream<Kit> texts() throws UnknownHostException {
        byte[] scoped = {(byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        return Stream.of(
                Kit.of("text", "Tea", "", "it's \"quoted\" \\ {a,b} NULL\n", "\uD83D\uDE00 漢", "x".repeat(1_000_000))
                        .beyond("a\0", "a\uD83D"),
                Kit.of("brief", "Tea", "", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00")
                        .beyond("Teas", "a\0"),
                Kit.of("insensitive", "Tea", "{a,b}").beyond("a\0"),
                Kit.of("letter", 'a', ' ', '\uFFFF').beyond('\0', '\uD83D'),
                Kit.of("uuid", UUID.randomUUID(), new UUID(0, 0), new UUID(-1, -1)),
                Kit.of("link", URI.create("https://example.org/a?b=c#d"), URI.create("")),
                Kit.of("address", InetAddress.getByName("10.0.0.1"), InetAddress.getByName("2001:db8::1"))
                        .beyond(Inet6Address.getByAddress(null, scoped, 7)));
    }

    private static Stream<Kit> times() {
        return Stream.of(
                Kit.of("date", LocalDate.of(2024, 2, 29), FIRST_DAY, LAST_DAY)
                        .beyond(FIRST_DAY.minusDays(1), LAST_DAY.plusDays(1), LocalDate.MIN, LocalDate.MAX),
                Kit.of("time", LocalTime.NOON, LocalTime.MIN, LocalTime.MAX.truncatedTo(ChronoUnit.MICROS)),
                Kit.of("local", NOON, FIRST, LAST).beyond(FIRST.minusNanos(1), LAST.plusNanos(1_000)),
                Kit.of("instant", instant(NOON), instant(FIRST), instant(LAST))
                        .beyond(instant(FIRST).minusNanos(1), instant(LAST).plusNanos(1_000), Instant.MAX),
                Kit.of("offset", NOON.atOffset(ZoneOffset.UTC), FIRST.atOffset(ZoneOffset.UTC))
                        .beyond(FIRST.atOffset(ZoneOffset.ofHours(1)), OffsetDateTime.MIN),
                Kit.of("zoned", NOON.atZone(ZoneOffset.UTC), LAST.atZone(ZoneOffset.UTC))
                        .beyond(ZonedDateTime.of(LAST, ZoneOffset.ofHours(-1))),
                Kit.of("duration", Duration.ofMinutes(90), Duration.ofDays(400), LONGEST, LONGEST.negated())
                        .beyond(LONGEST.plusNanos(1_000), Duration.ofSeconds(Long.MIN_VALUE)),
                Kit.of("period", Period.of(1, 2, 3), Period.of(0, 0, Integer.MAX_VALUE), Period.ofDays(-45))
                        .beyond(Period.of(1, Integer.MAX_VALUE, 0)));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static Stream<Kit> documents() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        JsonObject object = new JsonObject()
                .put("text", "a \"b\" \\ \n 漢")
                .put("long", Long.MAX_VALUE)
                .put("list", new JsonArray().add(1).addNull());
        Size inner = new Size(1, null, List.of(), null);
        Size outer = new Size(Integer.MAX_VALUE, new BigDecimal("0.10"), List.of(Meal.LUNCH, Meal.DINNER), inner);
        return Stream.of(
                Kit.of("bytes", everyByte, new byte[0]),
                Kit.of("buffer", Buffer.buffer(everyByte), Buffer.buffer()),
                Kit.of("object", object, new JsonObject())
                        .beyond(new JsonObject().put("a", "\0"), new JsonObject().put("a", Double.NaN)),
                Kit.of("array", new JsonArray().add(object).add(true), new JsonArray())
                        .beyond(new JsonArray().add(Float.POSITIVE_INFINITY)),
                Kit.of("anything", 5, "text", true, object).beyond(new Object()),
                Kit.of("size", inner, outer));
    }

    private static Stream<Kit> ranges() {
        return Stream.of(
                Kit.of("ints", Range.closedOpen(1, 5), Range.empty(), Range.all(), Range.atLeast(Integer.MIN_VALUE)),
                Kit.of("longs", Range.closedOpen(1L, 5L), Range.lessThan(Long.MAX_VALUE)),
                Kit.of("numbers", Range.open(BigDecimal.ONE, BigDecimal.TEN), Range.atMost(new BigDecimal("0.1")))
                        .beyond(Range.atLeast(new BigDecimal("1E+131072"))),
                Kit.of("dates", Range.closedOpen(FIRST_DAY, LAST_DAY)).beyond(Range.atLeast(LAST_DAY.plusDays(1))),
                Kit.of("times", Range.closed(FIRST, LAST)).beyond(Range.atLeast(LAST.plusNanos(1_000))),
                Kit.of("moments", Range.closed(instant(FIRST), instant(LAST)))
                        .beyond(Range.atMost(instant(FIRST).minusNanos(1))));
    }

    private static Stream<Kit> lists() {
        return Stream.of(
                Kit.of("words", List.of("a", "", "NULL", "{a,\"b\"}"), List.of())
                        .beyond(List.of("a", "b\0")),
                Kit.of("keys", List.of(Long.MIN_VALUE, Long.MAX_VALUE)).beyond(Arrays.asList(1L, null)),
                Kit.of("prices", List.of(new BigDecimal("0.10"))).beyond(List.of(new BigDecimal("1E-16384"))),
                Kit.of("meals", List.of(Meal.DINNER, Meal.BREAKFAST), List.of()),
                Kit.of("days", List.of(FIRST_DAY, LAST_DAY)).beyond(List.of(LAST_DAY.plusDays(1))),
                Kit.of("uuids", List.of(new UUID(0, 0), new UUID(-1, -1))),
                Kit.of("wordArray", new String[] {"a", "", "NULL"}, new String[0])
                        .beyond((Object) new String[] {"a\0"}),
                Kit.of("truths", new boolean[] {true, false}),
                Kit.of("smalls", new short[] {Short.MIN_VALUE, Short.MAX_VALUE}),
                Kit.of("wholes", new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, new int[0]),
                Kit.of("larges", new long[] {Long.MIN_VALUE, Long.MAX_VALUE}),
                Kit.of("reals", new float[] {0.1f, Float.MAX_VALUE, Float.NaN}),
                Kit.of("precises", new double[] {0.1, Double.MIN_VALUE, Double.NaN}));
    }

    @Test
    void everyFieldHasAKit() throws UnknownHostException {
        Set<String> fields = Arrays.stream(Everything.class.getDeclaredFields())
                .map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        fields.remove("id");
        assertThat(kits().map(Kit::field)).containsExactlyInAnyOrderElementsOf(fields);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void whatIsStoredIsReadBackAndFoundByEquality(Kit kit, Database db) throws ReflectiveOperationException {
        EverythingQuerySet everything = new EverythingQuerySet(db);
        for (Object value : kit.values()) {
            Everything row = await(everything.acreate(row(kit, value)));
            assertSame(kit, await(everything.aget(row.id)), value);
            assertThat(await(everything.filter(e -> column(kit, e).eq(value)).alist()))
                    .as("rows whose %s equals what was stored", kit)
                    .extracting(found -> found.id)
                    .contains(row.id);
        }
        Everything none = await(everything.acreate(new Everything()));
        assertThat(value(kit, await(everything.aget(none.id)))).isNull();
        assertThat(await(everything.filter(e -> column(kit, e).isNull()).alist()))
                .extracting(found -> found.id)
                .containsExactly(none.id);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void manyAreStoredAtOnceAsOneIs(Kit kit, Database db) throws ReflectiveOperationException {
        EverythingQuerySet everything = new EverythingQuerySet(db);
        List<Everything> rows = new ArrayList<>();
        for (Object value : kit.values()) {
            rows.add(row(kit, value));
        }
        rows.add(new Everything());
        List<Everything> created = await(everything.abulkCreate(rows));
        for (int i = 0; i < kit.values().size(); i++) {
            assertSame(
                    kit, await(everything.aget(created.get(i).id)), kit.values().get(i));
        }
        assertThat(value(kit, await(everything.aget(created.get(rows.size() - 1).id))))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void whatCannotBeHeldIsRefusedWithTheNameOfTheField(Kit kit, Database db) throws ReflectiveOperationException {
        EverythingQuerySet everything = new EverythingQuerySet(db);
        Everything saved = await(everything.acreate(new Everything()));
        for (Object value : kit.beyond()) {
            Everything row = row(kit, value);
            assertThatThrownBy(() -> await(everything.acreate(row)))
                    .isInstanceOf(UnstorableValueException.class)
                    .hasMessageStartingWith(kit.field());
            assertThatThrownBy(() -> await(everything.abulkCreate(List.of(new Everything(), row))))
                    .isInstanceOf(UnstorableValueException.class)
                    .hasMessageStartingWith(kit.field())
                    .hasMessageContaining("of row 1");
            row.id = saved.id;
            assertThatThrownBy(() -> await(everything.asave(row)))
                    .isInstanceOf(UnstorableValueException.class)
                    .hasMessageStartingWith(kit.field());
        }
        assertThat(await(everything.acount())).isEqualTo(1);
    }

    private static Everything row(Kit kit, Object value) throws ReflectiveOperationException {
        Everything row = new Everything();
        Everything.class.getDeclaredField(kit.field()).set(row, value);
        return row;
    }

    private static Object value(Kit kit, Everything row) throws ReflectiveOperationException {
        return Everything.class.getDeclaredField(kit.field()).get(row);
    }

    private static void assertSame(Kit kit, Everything row, Object expected) throws ReflectiveOperationException {
        Object actual = value(kit, row);
        assertThat(Objects.deepEquals(actual, expected))
                .as("%s, stored and read back", kit)
                .isTrue();
    }

    @SuppressWarnings("unchecked") // The kit's values are of the field's type, or storing them fails.
    private static Expression<Object> column(Kit kit, EverythingFields fields) {
        try {
            return (Expression<Object>)
                    EverythingFields.class.getField(kit.field()).get(fields);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
