package dev.plectrum.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {
    @Test
    void readsALineWhoseNameHoldsSpacesAndParentheses() {
        ProcStat stat =
                ProcStat.parse("4711 (post (gres) x) S 42 4711 4711 0 -1 4194560 1 2 3 4 150 50 30 20 20 0 1 0 9\n");
        assertThat(stat).isEqualTo(new ProcStat(4711, 42, "post (gres) x", 200, 50));
        assertThat(stat.ownNanos()).isEqualTo(2e9);
        assertThat(stat.reapedNanos()).isEqualTo(0.5e9);
    }

    @Test
    void knowsNothingOfAProcessThatIsNotThere() {
        assertThat(ProcStat.of(Long.MAX_VALUE)).isEmpty();
    }
}
