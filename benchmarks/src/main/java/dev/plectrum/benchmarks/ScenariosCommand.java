package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.database.BenchmarkDatabase;
import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.report.Report;
import dev.plectrum.benchmarks.scenario.Contestant;
import dev.plectrum.benchmarks.scenario.ScenarioRun;
import dev.plectrum.benchmarks.scenario.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** {@code scenarios}: the contract's work in process. */
final class ScenariosCommand {
    private ScenariosCommand() {}

    static void run(Arguments arguments) throws Exception {
        Set<Work> wanted = EnumSet.noneOf(Work.class);
        for (String name :
                arguments.list("work", Stream.of(Work.values()).map(Work::name).toList())) {
            wanted.add(Work.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        ScenarioRun.Plan plan = new ScenarioRun.Plan(
                arguments.number("rounds", 7),
                arguments.seconds("seconds", Duration.ofSeconds(3)),
                arguments.seconds("warm-up", Duration.ofSeconds(30)),
                arguments.number("pool", 16));
        try (BenchmarkDatabase database = BenchmarkDatabase.open(arguments.databaseUrl());
                ScenarioRun run = new ScenarioRun(database, plan, Publication::progress)) {
            for (Contestant contestant : Contestants.inProcess(arguments)) {
                run.enter(contestant);
            }
            List<Comparison> found = new ArrayList<>();
            for (Work work : run.possible(wanted)) {
                found.add(run.compare(work));
            }
            List<String> facts = new ArrayList<>(Environment.facts(database));
            facts.add(Environment.rounds(plan.rounds(), plan.round(), plan.warmUp()) + plan.pool() + " connections.");
            facts.add("CPU is that of the whole process for one operation, PostgreSQL CPU that of all its processes.");
            Publication.publish(
                    new Report(
                            "Data access in process",
                            facts,
                            List.of(Metric.values()),
                            List.of(Metric.CPU, Metric.POSTGRES, Metric.ALLOCATED),
                            found),
                    arguments,
                    "scenarios");
        }
    }
}
