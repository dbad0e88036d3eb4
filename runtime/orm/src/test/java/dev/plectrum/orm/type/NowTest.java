package dev.plectrum.orm.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class NowTest {
    @Test
    void tellsTheTimeInWholeMicroseconds() {
        Clock clock = Now.micros(Clock.fixed(Instant.parse("2024-02-29T12:00:00.123456789Z"), ZoneOffset.UTC));
        assertThat(Instant.now(clock)).isEqualTo(Instant.parse("2024-02-29T12:00:00.123456Z"));
    }

    @Test
    void cutsMomentsBefore1970TowardsThePast() {
        Clock clock = Now.micros(Clock.fixed(Instant.EPOCH.minusNanos(1), ZoneOffset.UTC));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.minusNanos(1_000));
    }

    @Test
    void keepsTheZoneOfTheClock() {
        Clock clock = Now.micros(Clock.fixed(Instant.EPOCH, ZoneId.of("Asia/Kolkata")));
        assertThat(LocalDateTime.now(clock)).isEqualTo(LocalDateTime.of(1970, 1, 1, 5, 30));
    }

    @Test
    void isInUtcUnlessToldOtherwise() {
        assertThat(Now.SYSTEM.getZone()).isEqualTo(ZoneOffset.UTC);
        Instant now = Now.SYSTEM.instant();
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
}
