package dev.plectrum.benchmarks.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets contestants work before anything counts, until their JIT compilers have nothing left to do. They take turns here, too: what
 * one of them makes the compilers believe of code that they share, another may disprove.
 */
public final class WarmUp {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final double QUIET = 0.04;
    /** The compilers may rest for a moment before they take on the next. */
    private static final int QUIET_TURNS = 2;

    /** Lets one contestant work this long. */
    @FunctionalInterface
    public interface Worker<C> {
        /** Comes back when the time is over. */
        void work(C contestant, Duration turn) throws Exception;
    }

    /**
     * What a contestant's process uses.
     *
     * @param all its CPU
     * @param compilers that of its JIT compilers, which is part of it
     */
    public record Meters(CpuMeter all, CpuMeter compilers) {
        /** The meters of a process, which may be this one. */
        public static Meters of(long pid) {
            return new Meters(CpuMeter.ofProcess(pid), CpuMeter.ofCompilers(pid));
        }
    }

    private WarmUp() {}

    /** A line of progress for what a warm-up came to. */
    public static String told(String work, String contestant, double share) {
        return Double.isNaN(share)
                ? work + ", " + contestant + ": warm, as far as the clock can tell"
                : String.format(
                        Locale.ROOT,
                        "%s, %s: warm, with %.0f %% of its last turn spent on compilation",
                        work,
                        contestant,
                        100 * share);
    }

    /**
     * Lets them work in turns.
     *
     * @param contestants who works
     * @param meters what each of them uses
     * @param most how long each may work; they do for all of it where nobody can tell how busy the compilers are
     * @return the part of the CPU that went to the compilers in each contestant's last turn; nothing if there was none
     */
    public static <C> Map<String, Double> inTurns(
            Map<String, C> contestants, Function<C, Meters> meters, Duration most, Worker<C> worker) throws Exception {
        Map<String, Double> shares = new LinkedHashMap<>();
        int quiet = 0;
        for (Duration left = most; !left.isZero() && quiet < QUIET_TURNS; ) {
            Duration turn = left.compareTo(TURN) < 0 ? left : TURN;
            left = left.minus(turn);
            for (Map.Entry<String, C> contestant : contestants.entrySet()) {
                Meters own = meters.apply(contestant.getValue());
                double all = own.all().nanos();
                double compilers = own.compilers().nanos();
                worker.work(contestant.getValue(), turn);
                shares.put(
                        contestant.getKey(),
                        (own.compilers().nanos() - compilers) / (own.all().nanos() - all));
            }
            quiet = shares.values().stream().allMatch(share -> share < QUIET) ? quiet + 1 : 0;
        }
        return shares;
    }
}
