package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.database.BenchmarkDatabase;
import dev.plectrum.benchmarks.http.Endpoint;
import dev.plectrum.benchmarks.http.HttpContestant;
import dev.plectrum.benchmarks.http.HttpRun;
import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.Metric;
import dev.plectrum.benchmarks.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code http}: the contract over HTTP. */
final class HttpCommand {
    private HttpCommand() {}

    static void run(Arguments arguments) throws Exception {
        List<Endpoint> endpoints =
                arguments
                        .list(
                                "endpoints",
                                Stream.of(Endpoint.values())
                                        .map(Endpoint::title)
                                        .toList())
                        .stream()
                        .map(Endpoint::named)
                        .toList();
        HttpRun.Plan plan = new HttpRun.Plan(
                arguments.number("rounds", 7),
                arguments.seconds("seconds", Duration.ofSeconds(3)),
                arguments.seconds("warm-up", Duration.ofSeconds(30)),
                arguments.number("pool", 16),
                arguments.number("connections", 64));
        try (BenchmarkDatabase database = BenchmarkDatabase.open(arguments.databaseUrl());
                HttpRun run = new HttpRun(database, plan, Publication.folder(arguments), Publication::progress)) {
            for (HttpContestant contestant : Contestants.overHttp(arguments)) {
                run.enter(contestant);
            }
            List<Comparison> found = new ArrayList<>();
            for (Endpoint endpoint : endpoints) {
                found.add(run.compare(endpoint));
            }
            List<String> facts = new ArrayList<>(Environment.facts(database));
            facts.add(Environment.rounds(plan.rounds(), plan.round(), plan.warmUp()) + plan.connections()
                    + " HTTP connections, " + plan.pool()
                    + " database connections, servers with "
                    + String.join(" ", arguments.words("jvm", Contestants.JVM_OPTIONS)) + ".");
            facts.add("CPU is that of the server process for one request, PostgreSQL CPU that of all its processes;"
                    + " the load generator shares the processors with both.");
            for (Map.Entry<String, Long> peak : run.peaks().entrySet()) {
                facts.add("Peak memory of " + peak.getKey() + ": " + peak.getValue() / (1 << 20) + " MiB.");
            }
            Publication.publish(
                    new Report(
                            "The contract over HTTP",
                            facts,
                            List.of(Metric.CPU, Metric.POSTGRES, Metric.THROUGHPUT, Metric.P50, Metric.P99),
                            List.of(Metric.CPU, Metric.POSTGRES, Metric.THROUGHPUT, Metric.P99),
                            found),
                    arguments,
                    "http");
        }
    }
}
