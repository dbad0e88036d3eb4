package dev.plectrum.benchmarks.scenario;

import dev.plectrum.benchmarks.database.BenchmarkDatabase;
import dev.plectrum.benchmarks.measure.AllocationMeter;
import dev.plectrum.benchmarks.measure.Comparison;
import dev.plectrum.benchmarks.measure.CpuMeter;
import dev.plectrum.benchmarks.measure.Latencies;
import dev.plectrum.benchmarks.measure.Sample;
import dev.plectrum.benchmarks.measure.WarmUp;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets contestants do the work in turns, all in this process and on the same event loops. */
public final class ScenarioRun implements AutoCloseable {
    private static final int SECONDS = 60;

    /**
     * How long everything takes.
     *
     * @param rounds rounds of each contestant
     * @param round how long one round lasts
     * @param warmUp the longest that each contestant warms up before the first round of each work
     * @param pool connections of each contestant
     */
    public record Plan(int rounds, Duration round, Duration warmUp, int pool) {}

    private final BenchmarkDatabase database;
    private final Plan plan;
    private final Consumer<String> progress;
    private final Vertx vertx;
    private final List<ContextInternal> loops;
    private final CpuMeter cpu = CpuMeter.ofThisProcess();
    private final WarmUp.Meters process =
            WarmUp.Meters.of(ProcessHandle.current().pid());
    private final CpuMeter postgresCpu;
    private final List<Contestant> contestants = new ArrayList<>();
    /** By contestant, then by loop. */
    private final Map<String, List<Map<Work, Scenario<?>>>> scenarios = new LinkedHashMap<>();

    /** Opens event loops, as many as there are processors. */
    public ScenarioRun(BenchmarkDatabase database, Plan plan, Consumer<String> progress)
            throws IOException, TimeoutException {
        this.database = database;
        this.plan = plan;
        this.progress = progress;
        postgresCpu = database.cpu();
        int count = Runtime.getRuntime().availableProcessors();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(count));
        loops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            loops.add(((VertxInternal) vertx).createEventLoopContext());
        }
    }

    /** Lets a contestant take part. The first one is the baseline. */
    public void enter(Contestant contestant) throws TimeoutException {
        contestants.add(contestant);
        List<Map<Work, Scenario<?>>> byLoop = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            Contestant.Target target = new Contestant.Target(database.url(), plan.pool(), loops.size(), i);
            Map<Work, Scenario<?>> byWork = new EnumMap<>(Work.class);
            for (Scenario<?> scenario : on(loops.get(i), () -> contestant.open(vertx, target))) {
                byWork.put(scenario.work(), scenario);
            }
            byLoop.add(byWork);
        }
        scenarios.put(contestant.name(), byLoop);
    }

    /** What at least one contestant can do among this work. */
    public List<Work> possible(Set<Work> wanted) {
        return wanted.stream()
                .filter(work ->
                        scenarios.values().stream().anyMatch(loop -> loop.get(0).containsKey(work)))
                .toList();
    }

    /** Lets each contestant do the work once on each loop; fails if one of them comes to other rows than it should. */
    public void check(Work work) throws TimeoutException {
        for (List<Map<Work, Scenario<?>>> byLoop : scenarios.values()) {
            for (int i = 0; i < loops.size(); i++) {
                Scenario<?> scenario = byLoop.get(i).get(work);
                if (scenario != null) {
                    on(loops.get(i), scenario::check);
                }
            }
        }
    }

    /** Measures one kind of work. Contestants that don't do it are left out. */
    public Comparison compare(Work work) throws Exception {
        check(work);
        Map<String, List<Scenario<?>>> able = new LinkedHashMap<>();
        scenarios.forEach((name, byLoop) -> {
            if (byLoop.get(0).containsKey(work)) {
                able.put(
                        name,
                        byLoop.stream()
                                .<Scenario<?>>map(map -> Objects.requireNonNull(map.get(work)))
                                .toList());
            }
        });
        WarmUp.inTurns(able, byLoop -> process, plan.warmUp(), (byLoop, turn) -> round(work, byLoop, turn))
                .forEach((name, share) -> progress.accept(WarmUp.told(work.title(), name, share)));
        return Comparison.alternate(work.title(), able, plan.rounds(), (name, byLoop, round) -> {
            if (work.writes()) {
                database.tidy();
            }
            Sample sample = round(work, byLoop, plan.round());
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s, round %d of %d, %s: %s",
                    work.title(),
                    round,
                    plan.rounds(),
                    name,
                    sample.summary()));
            return sample;
        });
    }

    private Sample round(Work work, List<Scenario<?>> byLoop, Duration duration) throws Exception {
        // Garbage of the one before is not this one's bill.
        System.gc();
        AtomicBoolean stop = new AtomicBoolean();
        AllocationMeter allocation = AllocationMeter.ofOtherThreads();
        double postgresBefore = postgresCpu.nanos();
        double cpuBefore = cpu.nanos();
        long began = System.nanoTime();
        List<Future<Crew>> crews = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            int callers = work.callers() / loops.size() + (i < work.callers() % loops.size() ? 1 : 0);
            if (callers > 0) {
                crews.add(Crew.start(loops.get(i), byLoop.get(i), callers, stop));
            }
        }
        Thread.sleep(duration.toMillis());
        stop.set(true);
        Future.all(crews).await(SECONDS, TimeUnit.SECONDS);
        double wall = System.nanoTime() - began;
        double cpuUsed = cpu.nanos() - cpuBefore;
        double postgresUsed = postgresCpu.nanos() - postgresBefore;
        double allocated = allocation.bytes();

        Latencies latencies = new Latencies();
        long errors = 0;
        Throwable firstError = null;
        for (Future<Crew> ended : crews) {
            Crew crew = ended.result();
            latencies.add(crew.latencies());
            errors += crew.errors();
            firstError = firstError == null ? crew.firstError() : firstError;
        }
        report(work, firstError);
        return new Sample(latencies.count(), errors, wall, cpuUsed, postgresUsed, allocated, latencies);
    }

    private void report(Work work, @Nullable Throwable error) {
        if (error != null) {
            progress.accept(work.title() + " failed: " + error);
        }
    }

    private <T> T on(ContextInternal loop, Supplier<Future<T>> action) throws TimeoutException {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future().await(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws TimeoutException {
        for (Contestant contestant : contestants) {
            contestant.close().await(SECONDS, TimeUnit.SECONDS);
        }
        vertx.close().await(SECONDS, TimeUnit.SECONDS);
    }
}
