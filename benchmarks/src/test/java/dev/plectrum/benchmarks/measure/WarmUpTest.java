package dev.plectrum.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final List<String> turns = new ArrayList<>();
    private final Map<String, Busy> contestants = new LinkedHashMap<>();

    /** Somebody who uses 100 of CPU each turn, of which the compilers have this much in one turn after the other, and then nothing. */
    private static final class Busy {
        private final List<Double> compiling;
        private double all;
        private double compilers;
        private int turn;

        private Busy(List<Double> compiling) {
            this.compiling = compiling;
        }

        private WarmUp.Meters meters() {
            return new WarmUp.Meters(() -> all, () -> compilers);
        }

        private void work() {
            all += 100;
            compilers += turn < compiling.size() ? compiling.get(turn++) : 0;
        }
    }

    private void enter(String name, Double... compiling) {
        contestants.put(name, new Busy(List.of(compiling)));
    }

    private Map<String, Double> warmUp(Duration most) throws Exception {
        return WarmUp.inTurns(contestants, Busy::meters, most, this::work);
    }

    private void work(Busy busy, Duration turn) {
        turns.add(turn.toString());
        busy.work();
    }

    @Test
    void endsWhenNobodysCompilersHaveMuchToDoForTwoTurns() throws Exception {
        enter("a", 50.0, 1.0, 1.0);
        enter("b", 50.0, 20.0, 3.0, 2.0);
        assertThat(warmUp(Duration.ofMinutes(1))).containsEntry("a", 0.0).containsEntry("b", 0.02);
        assertThat(turns).as("four of each").hasSize(8);
    }

    @Test
    void startsCountingAnewWhenTheyBeginAgain() throws Exception {
        enter("a", 1.0, 30.0, 1.0, 1.0);
        warmUp(Duration.ofMinutes(1));
        assertThat(turns).hasSize(4);
    }

    @Test
    void lastsNoLongerThanItMay() throws Exception {
        enter("a", 50.0, 50.0, 50.0, 50.0);
        assertThat(warmUp(Duration.ofSeconds(5))).containsEntry("a", 0.5);
        assertThat(turns).containsExactly("PT2S", "PT2S", "PT1S");
    }

    @Test
    void lastsAsLongAsItMayWhereNobodyCanTell() throws Exception {
        enter("a");
        WarmUp.Meters unknown = new WarmUp.Meters(CpuMeter.UNKNOWN, CpuMeter.UNKNOWN);
        Map<String, Double> shares = WarmUp.inTurns(contestants, busy -> unknown, Duration.ofSeconds(4), this::work);
        assertThat(shares.get("a")).isNaN();
        assertThat(turns).hasSize(2);
    }

    @Test
    void noTimeIsNoWarmUp() throws Exception {
        enter("a", 50.0);
        assertThat(warmUp(Duration.ZERO)).isEmpty();
        assertThat(turns).isEmpty();
    }

    @Test
    void theThreadsOfThisProcessAreSeenWhereThereIsProc() {
        long pid = ProcessHandle.current().pid();
        if (ProcStat.of(pid).isPresent()) {
            assertThat(ProcStat.threads(pid))
                    .extracting(ProcStat::name)
                    .anyMatch(name -> name.endsWith(" CompilerThre"));
            assertThat(CpuMeter.ofCompilers(pid).nanos()).isNotNegative();
        } else {
            assertThat(ProcStat.threads(pid)).isEmpty();
            assertThat(CpuMeter.ofCompilers(pid).nanos()).isNaN();
        }
    }
}
