package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plectrum.orm.type.TestServer.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class RangeTest {
    private final Session session;

    RangeTest(Session session) {
        this.session = session;
    }

    @Test
    void rangesOfTheSameWholeNumbersAreEqual() {
        assertThat(Range.closed(1, 4))
                .isEqualTo(Range.closedOpen(1, 5))
                .isEqualTo(Range.open(0, 5))
                .isEqualTo(Range.openClosed(0, 4))
                .hasSameHashCodeAs(Range.open(0, 5))
                .hasToString("[1,5)");
        assertThat(Range.closed(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29)))
                .hasToString("[2024-02-28,2024-03-01)");
        assertThat(Range.atMost(4L)).isEqualTo(Range.lessThan(5L)).hasToString("(,5)");
    }

    @Test
    void rangesOfFractionsKeepTheirBounds() {
        Range<BigDecimal> closed = Range.closed(new BigDecimal("1.0"), new BigDecimal("2"));
        assertThat(closed).hasToString("[1.0,2]").isNotEqualTo(Range.closedOpen(BigDecimal.ONE, new BigDecimal("2")));
        assertThat(closed)
                .isEqualTo(Range.closed(BigDecimal.ONE, new BigDecimal("2.00")))
                .hasSameHashCodeAs(Range.closed(BigDecimal.ONE, new BigDecimal("2.00")));
    }

    @Test
    void rangesWithoutValuesAreAllEmpty() {
        assertThat(List.of(Range.open(1, 2), Range.closedOpen(3, 3), Range.openClosed(3, 3), Range.<Integer>empty()))
                .allMatch(Range::isEmpty)
                .containsOnly(Range.empty());
        assertThat(Range.open(BigDecimal.ONE, BigDecimal.ONE))
                .isEqualTo(Range.empty())
                .hasToString("empty");
        assertThat(Range.closed(BigDecimal.ONE, BigDecimal.ONE).isEmpty()).isFalse();
        assertThat(Range.all()).isNotEqualTo(Range.empty()).hasToString("(,)");
    }

    @Test
    void containsWhatLiesBetweenItsBounds() {
        Range<BigDecimal> range = Range.openClosed(BigDecimal.ONE, BigDecimal.TEN);
        assertThat(range.contains(BigDecimal.ONE)).isFalse();
        assertThat(range.contains(new BigDecimal("1.001"))).isTrue();
        assertThat(range.contains(BigDecimal.TEN)).isTrue();
        assertThat(range.contains(new BigDecimal("10.001"))).isFalse();
        assertThat(Range.<Integer>all().contains(5)).isTrue();
        assertThat(Range.<Integer>empty().contains(5)).isFalse();
    }

    @Test
    void refusesBoundsThatPostgresRefuses() {
        assertThatThrownBy(() -> Range.closed(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lower bound of a range is above its upper bound");
        assertThatThrownBy(() -> Range.closed(1, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A range cannot end at the very last value: PostgreSQL names the value after it");
        assertThatThrownBy(() -> Range.greaterThan(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.<Integer>atLeast(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("A bound is null; atLeast, atMost and all make ranges without one");
    }

    @Test
    void agreesWithPostgresOnWhatIsEqual() {
        List<String> bounds = List.of("[)", "[]", "()", "(]");
        for (String bound : bounds) {
            for (Integer lower : new Integer[] {null, 1, 2, 3}) {
                for (Integer upper : new Integer[] {null, 3, 4}) {
                    Range<Integer> range = Range.of(lower, bound.charAt(0) == '[', upper, bound.charAt(1) == ']');
                    assertThat(session.rows(
                                    row -> Types.INT4_RANGE.decode(row, 0),
                                    "SELECT int4range($1::int4, $2::int4, $3::text)::text",
                                    lower,
                                    upper,
                                    bound))
                            .as("%s with %s and %s", bound, lower, upper)
                            .containsExactly(range);
                }
            }
        }
    }

    @Test
    void readsMomentsInEveryTimeZoneOfTheSession() {
        Range<Instant> range =
                Range.closedOpen(Instant.parse("1900-01-01T00:00:00.5Z"), Instant.parse("2024-07-01T00:00:00Z"));
        for (String zone : List.of("UTC", "Asia/Kolkata", "America/St_Johns", "Europe/Amsterdam")) {
            session.execute("SELECT set_config('TimeZone', $1::text, false)", zone);
            try {
                assertThat(session.rows(
                                row -> Types.TIMESTAMPTZ_RANGE.decode(row, 0),
                                "SELECT " + Types.TIMESTAMPTZ_RANGE.select(Types.TIMESTAMPTZ_RANGE.bind("$1")),
                                Types.TIMESTAMPTZ_RANGE.encode(range)))
                        .as(zone)
                        .containsExactly(range);
            } finally {
                session.execute("RESET TimeZone");
            }
        }
    }
}
