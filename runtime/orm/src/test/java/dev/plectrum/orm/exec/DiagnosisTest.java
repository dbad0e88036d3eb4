package dev.plectrum.orm.exec;

import static dev.plectrum.orm.exec.TestServer.await;
import static dev.plectrum.orm.exec.TestServer.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.error.CheckViolation;
import dev.plectrum.orm.error.ConstraintViolation;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.ExclusionViolation;
import dev.plectrum.orm.error.ForeignKeyViolation;
import dev.plectrum.orm.error.InvalidValue;
import dev.plectrum.orm.error.LockTimeout;
import dev.plectrum.orm.error.NotNullViolation;
import dev.plectrum.orm.error.OutOfRange;
import dev.plectrum.orm.error.StatementFailed;
import dev.plectrum.orm.error.UniqueViolation;
import dev.plectrum.orm.error.ValueTooLong;
import dev.plectrum.orm.sql.Sql;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every error has its type, and none of them tells a value. */
class DiagnosisTest {
    private static Database db;
    private static Database development;

    @BeforeAll
    static void connect() {
        TestServer.script("""
                DROP TABLE IF EXISTS booking, room;
                CREATE TABLE room (id int8 PRIMARY KEY, name varchar(20) NOT NULL, floor int4,
                    CONSTRAINT room_floor CHECK (floor < 9), CONSTRAINT room_place UNIQUE (name, floor));
                CREATE UNIQUE INDEX room_lower ON room (lower(name), coalesce(floor, 0));
                CREATE TABLE booking (room int8 CONSTRAINT booking_room REFERENCES room, during int4range,
                    CONSTRAINT booking_overlap EXCLUDE USING gist (during WITH &&));
                INSERT INTO room VALUES (1, 'secret', 1);
                INSERT INTO booking VALUES (1, '[1,5)')""");
        db = Database.connect(TestServer.options()
                .applicationName("diagnosis-test")
                .fieldNames((table, constraint, columns) ->
                        "room_place".equals(constraint) ? List.of("title", "level") : columns));
        development = Database.connect(
                TestServer.options().applicationName("diagnosis-test").development(true));
    }

    @AfterAll
    static void close() {
        await(db.close());
        await(development.close());
    }

    private static <E extends DatabaseException> E failure(Class<E> type, String sql, Object... binds) {
        for (Throwable failure : List.of(
                failureOf(db.execute(Sql.write(sql, binds))),
                failureOf(db.atomic(() -> db.execute(Sql.write(sql, binds)))))) {
            assertThat(failure).isInstanceOf(type);
            assertThat(failure.toString()).doesNotContain("secret");
            assertThat(((DatabaseException) failure).sql()).isEqualTo(sql);
            assertThat(failure.getStackTrace()).isEmpty();
            assertThat(failure.getCause()).isNull();
        }
        return type.cast(failureOf(db.execute(Sql.write(sql, binds))));
    }

    @Test
    void aUniqueViolationNamesTheFieldsOfTheModel() {
        ConstraintViolation violation =
                failure(UniqueViolation.class, "INSERT INTO room VALUES (2, $1::text, 1)", "secret");

        assertThat(violation.constraint()).isEqualTo("room_place");
        assertThat(violation.columns()).containsExactly("name", "floor");
        assertThat(violation.fields()).containsExactly("title", "level");
    }

    @Test
    void aUniqueExpressionIsNamedAsItIsWritten() {
        ConstraintViolation violation =
                failure(UniqueViolation.class, "INSERT INTO room VALUES (2, upper($1::text), 1)", "secret");

        assertThat(violation.columns()).containsExactly("lower(name::text)", "COALESCE(floor, 0)");
    }

    @Test
    void theOtherConstraintsHaveTheirTypes() {
        assertThat(failure(CheckViolation.class, "INSERT INTO room VALUES (2, 'attic', 9)")
                        .constraint())
                .isEqualTo("room_floor");
        assertThat(failure(NotNullViolation.class, "INSERT INTO room VALUES (2, NULL)")
                        .columns())
                .containsExactly("name");
        assertThat(failure(ForeignKeyViolation.class, "INSERT INTO booking VALUES (99, '[7,8)')")
                        .columns())
                .containsExactly("room");
        assertThat(failure(ForeignKeyViolation.class, "DELETE FROM room WHERE id = 1")
                        .table())
                .isEqualTo("booking");
        assertThat(failure(ExclusionViolation.class, "INSERT INTO booking VALUES (1, '[2,3)')")
                        .constraint())
                .isEqualTo("booking_overlap");
    }

    @Test
    void valuesThatDoNotFitHaveTheirTypes() {
        failure(ValueTooLong.class, "UPDATE room SET name = $1::text", "secret secret secret secret");
        failure(OutOfRange.class, "SELECT 2000000000::int4 * 2");
        failure(InvalidValue.class, "SELECT $1::text::int4", "secret");
        failure(InvalidValue.class, "SELECT $1::text::int4", "\"secret\" with \"quotes\"");
        failure(InvalidValue.class, "SELECT 1 / 0");
    }

    @Test
    void aValueOfTheWrongJavaTypeIsNamedByItsPosition() {
        assertThat(failure(InvalidValue.class, "SELECT $1::int8 + $2::int8", 1L, "secret"))
                .hasMessageContaining("$2");
    }

    @Test
    void aWrongNumberOfValuesIsTold() {
        assertThat(failure(InvalidValue.class, "SELECT $1::int8 + $2::int8", 1L))
                .hasMessageContaining("2 parameters")
                .hasMessageContaining("1 values");
    }

    @Test
    void everythingElseIsAFailedStatementWithItsCode() {
        assertThat(failure(StatementFailed.class, "SELECT 1 FROM no_such_table").sqlState())
                .isEqualTo("42P01");
        assertThat(failure(StatementFailed.class, "SELEC 1").sqlState()).isEqualTo("42601");
    }

    @Test
    void aLockThatIsNotToBeHadAtOnceIsALockTimeout() {
        Throwable failure =
                failureOf(db.atomic(outer -> outer.query(Sql.lock("SELECT id FROM room FOR UPDATE"), TestServer.longs())
                        .compose(locked -> TestServer.OBSERVER.atomic(tx ->
                                tx.query(Sql.lock("SELECT id FROM room FOR UPDATE NOWAIT"), TestServer.longs())))));

        assertThat(failure).isInstanceOf(LockTimeout.class);
    }

    @Test
    void developmentModeShowsTheDetailAndTheLineOfCode() {
        StackTraceElement line = new StackTraceElement("shop.Orders", "place", "Orders.java", 42);

        Throwable failure = failureOf(development.execute(
                Sql.write("INSERT INTO room VALUES (2, $1::text, 1)", "secret").at(line)));

        assertThat(failure).isInstanceOfSatisfying(UniqueViolation.class, violation -> {
            assertThat(violation.detail()).contains("secret");
            assertThat(violation.site()).isEqualTo(line);
            assertThat(violation.getStackTrace()).containsExactly(line);
        });
        assertThat(failure).hasMessageContaining("Detail: ").hasMessageContaining("SQL: INSERT INTO room");
    }
}
