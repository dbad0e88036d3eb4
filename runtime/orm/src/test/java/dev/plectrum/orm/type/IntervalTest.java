package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.type.TestServer.Session;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestServer.class)
class IntervalTest {
    private final Session session;

    IntervalTest(Session session) {
        this.session = session;
    }

    @AfterEach
    void returnToTheDefaultStyle() {
        session.execute("RESET IntervalStyle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "iso_8601"})
    void isReadInTheStyle(String style) {
        session.execute("SELECT set_config('IntervalStyle', $1::text, false)", style);

        assertThat(duration("0")).isEqualTo(Duration.ZERO);
        assertThat(duration("1 day -02:03:04.5")).isEqualTo(Duration.ofDays(1).minus(Duration.parse("PT2H3M4.5S")));
        assertThat(duration("-1 day 00:00:00.000001"))
                .isEqualTo(Duration.ofDays(-1).plusNanos(1_000));
        assertThat(duration("-00:00:00.5")).isEqualTo(Duration.ofMillis(-500));
        assertThat(duration("100 hours")).isEqualTo(Duration.ofHours(100));
        assertThat(duration("-90 minutes")).isEqualTo(Duration.ofMinutes(-90));
        assertThat(period("1 year 1 mon 1 day")).isEqualTo(Period.of(1, 1, 1));
        assertThat(period("-14 mons +3 days")).isEqualTo(Period.of(-1, -2, 3));
        assertThat(period("0")).isEqualTo(Period.ZERO);
        assertThat(period("1000 years")).isEqualTo(Period.ofYears(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "iso_8601", "postgres_verbose", "sql_standard"})
    void isWrittenAlikeInEveryStyle(String style) {
        session.execute("SELECT set_config('IntervalStyle', $1::text, false)", style);
        Duration duration = Duration.ofDays(-3).plusNanos(1_000);
        Period period = Period.of(-1, -2, 3);

        assertThat(session.count(
                        "SELECT count(*) WHERE $1::text::interval = make_interval(secs => -259199.999999)",
                        Types.INTERVAL_DURATION.encode(duration)))
                .isEqualTo(1);
        assertThat(session.count(
                        "SELECT count(*) WHERE $1::text::interval = make_interval(months => -14, days => 3)",
                        Types.INTERVAL_PERIOD.encode(period)))
                .isEqualTo(1);
    }

    @Test
    void keepsMonthsDaysAndTimeApart() {
        assertThat(session.rows(
                        row -> row.getString(0),
                        "SELECT " + Types.INTERVAL_PERIOD.bind("$1") + "::text",
                        Types.INTERVAL_PERIOD.encode(Period.ofDays(45))))
                .containsExactly("45 days");
        assertThat(session.rows(
                        row -> row.getString(0),
                        "SELECT " + Types.INTERVAL_DURATION.bind("$1") + "::text",
                        Types.INTERVAL_DURATION.encode(Duration.ofDays(45))))
                .containsExactly("1080:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres_verbose", "sql_standard"})
    void saysWhichStylesItReads(String style) {
        session.execute("SELECT set_config('IntervalStyle', $1::text, false)", style);

        assertThatThrownBy(() -> period("1 year -2 mons"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageEndingWith("an interval written in an IntervalStyle other than postgres or iso_8601;"
                        + " set one of these for the database or the role");
    }

    private Duration duration(String literal) {
        return session.rows(row -> Types.INTERVAL_DURATION.decode(row, 0), "SELECT $1::text::interval::text", literal)
                .get(0);
    }

    private Period period(String literal) {
        return session.rows(row -> Types.INTERVAL_PERIOD.decode(row, 0), "SELECT $1::text::interval::text", literal)
                .get(0);
    }
}
