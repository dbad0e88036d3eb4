package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.type.TestServer.Session;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class DbTypeTest {
    private final Session session;

    DbTypeTest(Session session) {
        this.session = session;
    }

    @Test
    void writesItselfIntoSqlInBothDirections() {
        assertThat(Types.INT4_RANGE.select("t0.during")).isEqualTo("t0.during::text");
        assertThat(Types.INT4_RANGE.bind("$1")).isEqualTo("$1::int4range");
        assertThat(Types.INT4_RANGE.bindArray("$1")).isEqualTo("$1::text[]::int4range[]");
        assertThat(Types.INT4_RANGE.bulk("$1")).isEqualTo("$1::text[]");
        assertThat(Types.INT4_RANGE.bulkElement("u.during")).isEqualTo("u.during::int4range");

        assertThat(Types.INT8.select("t0.id")).isEqualTo("t0.id");
        assertThat(Types.INT8.bind("$1")).isEqualTo("$1::int8");
        assertThat(Types.INT8.bindArray("$1")).isEqualTo("$1::int8[]");
        assertThat(Types.INT8.bulk("$1")).isEqualTo("$1::int8[]");
        assertThat(Types.INT8.bulkElement("u.id")).isEqualTo("u.id");
    }

    @Test
    void castsToTypesWithoutModifiers() {
        assertThat(Types.varchar(3).bind("$1")).isEqualTo("$1::varchar");
        assertThat(Types.numeric(10, 2).bind("$1")).isEqualTo("$1::numeric");
    }

    @Test
    void looksForWhatAColumnIsTooNarrowToHold() {
        session.execute("CREATE TEMPORARY TABLE narrow (name varchar(3), price numeric(4,2), tags varchar(3)[])");
        session.execute("INSERT INTO narrow VALUES ('abc', 1.25, '{abc}')");
        DbType<String> name = Types.varchar(3).unlimited();
        DbType<BigDecimal> price = Types.numeric(4, 2).unlimited();
        DbType<String[]> tags = Types.array(Types.varchar(3), String[]::new).unlimited();

        assertThat(session.count(
                        "SELECT count(*) FROM narrow t0 WHERE t0.name < " + name.bind("$1") + " AND t0.price < "
                                + price.bind("$2") + " AND t0.tags < " + tags.bind("$3"),
                        name.encode("abcd"),
                        price.encode(new BigDecimal("1.2501")),
                        tags.encode(new String[] {"abcd"})))
                .isEqualTo(1);
        assertThat(Types.bigInteger(2).unlimited().encode(BigInteger.valueOf(100)))
                .isEqualTo(BigInteger.valueOf(100));
        assertThat(Types.INT8.unlimited()).isSameAs(Types.INT8);
    }

    @Test
    void namesThePlaceOfAValueThatCannotBeStored() {
        DbType<List<String>> tags = Types.list(Types.varchar(3));
        record Product(List<String> tags) {}

        assertThatThrownBy(() -> tags.encodeArray(
                        List.of(new Product(List.of("abc")), new Product(List.of("abc", "abcd"))), Product::tags))
                .isInstanceOfSatisfying(UnstorableValueException.class, e -> {
                    assertThat(e.in("tags")).hasMessage("tags[1] of row 1: 4 characters, where varchar(3) holds 3");
                    assertThat(e.in("tags").problem()).isEqualTo("4 characters, where varchar(3) holds 3");
                    assertThat(e.in("tags").getStackTrace()).isEqualTo(e.getStackTrace());
                });
        assertThatThrownBy(() -> Types.varchar(3).encodeArray(List.of("abcd")))
                .isInstanceOfSatisfying(UnstorableValueException.class, e -> assertThat(e.in("name"))
                        .hasMessageStartingWith("name"));
    }

    @Test
    void namesTheColumnOfAValueThatCannotBeRead() {
        assertThatThrownBy(() -> session.rows(
                        row -> Types.TIMESTAMPTZ.decode(row, 1), "SELECT 1, 'infinity'::timestamptz AS sold_at"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("sold_at: an infinite timestamp, which no Java date and time is");
    }

    @Test
    void keepsTheNameOfAColumnThatIsReadAsText() {
        assertThatThrownBy(() -> session.rows(
                        row -> Types.NUMERIC.decode(row, 0),
                        "SELECT " + Types.NUMERIC.select("t0.price") + " FROM (SELECT 'NaN'::numeric AS price) t0"))
                .hasMessageStartingWith("price: ");
    }

    @Test
    void saysThatAColumnHasAnotherTypeThanTheModel() {
        assertThatThrownBy(() -> session.rows(row -> Types.INT8.decode(row, 0), "SELECT 1::int4 AS id"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("id: a value that the client read as Integer, which is no int8;"
                        + " the column has probably another type than the model");
    }

    @Test
    void plainTypesAreReadAlikeByTheClientsOwnGetters() {
        UUID uuid = UuidV7.next();
        session.rows(
                row -> {
                    assertThat(row.getBoolean(0)).isEqualTo(Types.BOOL.decode(row, 0));
                    assertThat(row.getShort(1)).isEqualTo(Types.INT2.decode(row, 1));
                    assertThat(row.getInteger(2)).isEqualTo(Types.INT4.decode(row, 2));
                    assertThat(row.getLong(3)).isEqualTo(Types.INT8.decode(row, 3));
                    assertThat(row.getFloat(4)).isEqualTo(Types.FLOAT4.decode(row, 4));
                    assertThat(row.getDouble(5)).isEqualTo(Types.FLOAT8.decode(row, 5));
                    assertThat(row.getUUID(6)).isEqualTo(Types.UUID.decode(row, 6));
                    assertThat(row.getString(7)).isEqualTo(Types.TEXT.decode(row, 7));
                    return row;
                },
                "SELECT $1::bool, $2::int2, $3::int4, $4::int8, $5::float4, $6::float8, $7::uuid, $8::text",
                true,
                (short) 2,
                3,
                4L,
                0.5f,
                0.6,
                uuid,
                "text");
    }

    @Test
    void knowsWhatIsTheSameOnceItIsStored() {
        assertThat(Types.NUMERIC.same(new BigDecimal("1.5"), new BigDecimal("1.50")))
                .isTrue();
        assertThat(Types.NUMERIC.same(BigDecimal.ONE, null)).isFalse();
        assertThat(Types.NUMERIC.same(null, null)).isTrue();
        assertThat(Types.TIME.same(LocalTime.of(1, 2, 3, 4_001), LocalTime.of(1, 2, 3, 4_999)))
                .isTrue();
        assertThat(Types.TIMESTAMPTZ.same(Instant.EPOCH, Instant.EPOCH.minusNanos(1)))
                .isFalse();
        assertThat(Types.INTERVAL_PERIOD.same(Period.ofMonths(12), Period.ofYears(1)))
                .isTrue();
        assertThat(Types.BYTEA.same(new byte[] {1}, new byte[] {1})).isTrue();
        assertThat(Types.list(Types.NUMERIC).same(List.of(BigDecimal.ONE), List.of(new BigDecimal("1.0"))))
                .isTrue();
        assertThat(Types.INT8_ARRAY.same(new long[] {1, 2}, new long[] {1, 3})).isFalse();
    }

    @Test
    void cutsNanosecondsTowardsThePast() {
        assertThat(stored(Types.TIMESTAMPTZ, Instant.EPOCH.minusNanos(1))).isEqualTo(Instant.EPOCH.minusNanos(1_000));
        assertThat(stored(Types.INTERVAL_DURATION, Duration.ofNanos(-1))).isEqualTo(Duration.ofNanos(-1_000));
    }

    @Test
    void jsonKeepsTheValueOfANumberWhicheverClassItHad() {
        assertThat(stored(Types.JSON, -1.0E300)).isEqualTo(new BigInteger("-1" + "0".repeat(300)));
        assertThat(stored(Types.JSON, 5L)).isEqualTo(5);
        assertThat(stored(Types.JSON, new BigDecimal("1.5"))).isEqualTo(1.5);
        assertThat(stored(Types.JSON, new BigDecimal("0.1234567890123456789")))
                .isEqualTo(new BigDecimal("0.1234567890123456789"));
        assertThat(session.rows(
                        row -> Types.JSON.decode(row, 0), "SELECT ('1' || repeat('0', 400) || '.5')::jsonb::text"))
                .containsExactly(new BigDecimal("1" + "0".repeat(400) + ".5"));
    }

    @Test
    void jsonIsWrittenAtOnce() {
        JsonObject json = new JsonObject().put("a", 1);
        Object bind = Types.JSON_OBJECT.encode(json);
        json.put("a", 2);
        assertThat(session.rows(
                        row -> Types.JSON_OBJECT.decode(row, 0),
                        "SELECT " + Types.JSON_OBJECT.select(Types.JSON_OBJECT.bind("$1")),
                        bind))
                .containsExactly(new JsonObject().put("a", 1));
    }

    @Test
    void jsonNullIsNotSqlNull() {
        assertThat(session.rows(row -> Types.JSON.decode(row, 0), "SELECT 'null'::jsonb::text UNION ALL SELECT NULL"))
                .containsExactly(Tuple.JSON_NULL, null);
    }

    @Test
    void readsAnIpv4AddressInIpv6ClothesAsIpv4() throws Exception {
        assertThat(session.rows(row -> Types.INET.decode(row, 0), "SELECT '::ffff:10.0.0.1'::inet"))
                .containsExactly(InetAddress.getByName("10.0.0.1"));
    }

    @Test
    void everyListIsItsOwn() {
        List<Integer> read = stored(Types.list(Types.INT4), List.of(1, 2));
        read.add(3);
        assertThat(read).containsExactly(1, 2, 3);
    }

    @Test
    void refusesModifiersThatPostgresRefuses() {
        assertThatThrownBy(() -> Types.varchar(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Types.numeric(2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numeric(2,3): the precision is between 1 and 1000, the scale between 0 and the precision");
        assertThatThrownBy(() -> Types.bigInteger(1001)).isInstanceOf(IllegalArgumentException.class);
    }

    private <T> T stored(DbType<T> type, T value) {
        return session.rows(row -> type.decode(row, 0), "SELECT " + type.select(type.bind("$1")), type.encode(value))
                .get(0);
    }
}
