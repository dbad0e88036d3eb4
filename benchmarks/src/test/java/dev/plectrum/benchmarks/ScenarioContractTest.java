package dev.plectrum.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.measure.Sample;
import dev.plectrum.benchmarks.scenario.Contestant;
import dev.plectrum.benchmarks.scenario.ScenarioRun;
import dev.plectrum.benchmarks.scenario.Work;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contestant does all the work it claims to do, and whole rounds of it end without an error. */
@ExtendWith(SharedDatabase.class)
class ScenarioContractTest {
    private static final ScenarioRun.Plan SHORT = new ScenarioRun.Plan(1, Duration.ofMillis(20), Duration.ZERO, 8);

    static List<Contestant> contestants() {
        return Contestants.inProcess();
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void comesToAllRowsOfEachWork(Contestant contestant) throws Exception {
        try (ScenarioRun run = new ScenarioRun(SharedDatabase.get(), SHORT, line -> {})) {
            run.enter(contestant);
            List<Work> works = run.possible(EnumSet.allOf(Work.class));
            assertThat(works).isNotEmpty();
            for (Work work : works) {
                Comparison found = run.compare(work);
                assertThat(found.errors(contestant.name())).as(work.title()).isZero();
                Sample sample = found.samples().get(contestant.name()).get(0);
                assertThat(sample.operations()).as(work.title()).isPositive();
                assertThat(Metric.ALLOCATED.of(sample)).as(work.title()).isPositive();
            }
        }
    }
}
