package dev.plectrum.benchmarks.http;

import dev.plectrum.benchmarks.database.BenchmarkDatabase;
import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.CpuMeter;
import dev.plectrum.benchmarks.measure.Sample;
import dev.plectrum.benchmarks.measure.WarmUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Lets contestants answer the contract in turns. All of them are up all the time; one at a time is asked. */
public final class HttpRun implements AutoCloseable {
    private static final long MOST_REQUESTS = 10_000_000;

    /**
     * How long everything takes.
     *
     * @param rounds rounds of each contestant
     * @param round how long one round lasts
     * @param warmUp the longest that each contestant warms up before the first round of each endpoint
     * @param pool database connections of each contestant
     * @param connections connections of the load generator
     */
    public record Plan(int rounds, Duration round, Duration warmUp, int pool, int connections) {}

    private final BenchmarkDatabase database;
    private final Plan plan;
    private final Path logs;
    private final Consumer<String> progress;
    private final LoadGenerator load;
    private final Map<String, ServerProcess> servers = new LinkedHashMap<>();

    /** Logs of the servers go into the given folder. */
    public HttpRun(BenchmarkDatabase database, Plan plan, Path logs, Consumer<String> progress) throws IOException {
        this.database = database;
        this.plan = plan;
        this.logs = Files.createDirectories(logs);
        this.progress = progress;
        load = new LoadGenerator(plan.connections());
    }

    /** Starts a contestant. The first one is the baseline. */
    public void enter(HttpContestant contestant) throws IOException, InterruptedException {
        ServerProcess server =
                ServerProcess.start(contestant.command(), database.url(), plan.pool(), contestant.log(logs));
        servers.put(contestant.name(), server);
        progress.accept(String.format(
                Locale.ROOT,
                "%s is up after %d ms",
                contestant.name(),
                server.startUp().toMillis()));
    }

    /** Measures one endpoint. */
    public Comparison compare(Endpoint endpoint) throws Exception {
        CpuMeter postgresCpu = database.cpu();
        WarmUp.inTurns(
                        servers,
                        ServerProcess::meters,
                        plan.warmUp(),
                        (server, turn) -> load.run(server.port(), endpoint, turn, MOST_REQUESTS))
                .forEach((name, share) -> progress.accept(WarmUp.told(endpoint.title(), name, share)));
        return Comparison.alternate(endpoint.title(), servers, plan.rounds(), (name, server, round) -> {
            if (endpoint.writes()) {
                database.tidy();
            }
            Sample sample = round(server, endpoint, postgresCpu);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s, round %d of %d, %s: %s",
                    endpoint.title(),
                    round,
                    plan.rounds(),
                    name,
                    sample.summary()));
            return sample;
        });
    }

    private Sample round(ServerProcess server, Endpoint endpoint, CpuMeter postgresCpu) throws TimeoutException {
        CpuMeter cpu = server.cpu();
        double postgresBefore = postgresCpu.nanos();
        double cpuBefore = cpu.nanos();
        long began = System.nanoTime();
        LoadGenerator.Result result = load.run(server.port(), endpoint, plan.round(), MOST_REQUESTS);
        double wall = System.nanoTime() - began;
        double cpuUsed = cpu.nanos() - cpuBefore;
        double postgresUsed = postgresCpu.nanos() - postgresBefore;
        if (result.firstError() != null) {
            progress.accept(endpoint.title() + " failed: " + result.firstError());
        }
        return new Sample(
                result.latencies().count(),
                result.errors(),
                wall,
                cpuUsed,
                postgresUsed,
                Double.NaN,
                result.latencies());
    }

    /** The most memory that each server held so far, in bytes. */
    public Map<String, Long> peaks() throws IOException {
        Map<String, Long> peaks = new LinkedHashMap<>();
        for (Map.Entry<String, ServerProcess> server : servers.entrySet()) {
            peaks.put(server.getKey(), server.getValue().peakBytes());
        }
        return peaks;
    }

    @Override
    public void close() throws TimeoutException {
        for (ServerProcess server : servers.values()) {
            server.close();
        }
        load.close();
    }
}
