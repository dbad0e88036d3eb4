package dev.plectrum.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Bytes that Java threads of this process allocate between two points. */
public final class AllocationMeter {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long leftOut;
    private final Map<Long, Long> before;

    private AllocationMeter(long leftOut) {
        this.leftOut = leftOut;
        before = read();
    }

    /** Begins to count what every thread allocates. */
    public static AllocationMeter ofAllThreads() {
        return new AllocationMeter(-1);
    }

    /** Begins to count what every thread allocates but this one, which only measures. */
    public static AllocationMeter ofOtherThreads() {
        return new AllocationMeter(Thread.currentThread().getId());
    }

    /** Bytes allocated since the start by the threads that are alive now. */
    public long bytes() {
        long sum = 0;
        for (Map.Entry<Long, Long> thread : read().entrySet()) {
            sum += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        return sum;
    }

    private Map<Long, Long> read() {
        // By thread: the total for all threads exists on JDK 21 and later only.
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> read = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0 && ids[i] != leftOut) {
                read.put(ids[i], bytes[i]);
            }
        }
        return read;
    }
}
