package dev.plectrum.benchmarks.measure;

import java.lang.management.ManagementFactory;

/** A clock that only runs while somebody computes. Differences of two readings are what counts. */
@FunctionalInterface
public interface CpuMeter {
    /** A meter of something out of sight, such as a database on another machine. */
    CpuMeter UNKNOWN = () -> Double.NaN;

    /** CPU used so far in nanoseconds; NaN where it can't be known. */
    double nanos();

    /** All threads of this JVM, those of the garbage collector and the compilers included. */
    static CpuMeter ofThisProcess() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system::getProcessCpuTime;
    }

    /** One other process. */
    static CpuMeter ofProcess(long pid) {
        return () -> ProcStat.of(pid).map(ProcStat::ownNanos).orElse(Double.NaN);
    }

    /** The JIT compilers of a HotSpot JVM; NaN where its threads can't be seen, and nothing for other programs. */
    static CpuMeter ofCompilers(long pid) {
        return () -> ProcStat.of(pid).isEmpty()
                ? Double.NaN
                : ProcStat.threads(pid).stream()
                        .filter(thread -> thread.name().endsWith(" CompilerThre"))
                        .mapToDouble(ProcStat::ownNanos)
                        .sum();
    }

    /** A process and its children, such as PostgreSQL's postmaster and its backends, those that have ended included. */
    static CpuMeter ofFamily(long parent) {
        return () -> {
            double sum = Double.NaN;
            for (ProcStat process : ProcStat.all()) {
                if (process.pid() == parent) {
                    sum = plus(sum, process.ownNanos() + process.reapedNanos());
                } else if (process.parent() == parent) {
                    sum = plus(sum, process.ownNanos());
                }
            }
            return sum;
        };
    }

    private static double plus(double sum, double more) {
        return Double.isNaN(sum) ? more : sum + more;
    }
}
