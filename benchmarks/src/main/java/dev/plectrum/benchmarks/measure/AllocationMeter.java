package dev.plectrum.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Bytes that the Java threads of this process allocate between two points, without the one that measures. */
public final class AllocationMeter {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> before;

    private AllocationMeter(Map<Long, Long> before) {
        this.before = before;
    }

    /** Begins to count. */
    public static AllocationMeter start() {
        return new AllocationMeter(read());
    }

    /** Bytes allocated since the start by the threads that are alive now. */
    public long bytes() {
        long sum = 0;
        for (Map.Entry<Long, Long> thread : read().entrySet()) {
            sum += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        return sum;
    }

    private static Map<Long, Long> read() {
        // By thread: the total for all threads exists on JDK 21 and later only.
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> read = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0 && ids[i] != Thread.currentThread().getId()) {
                read.put(ids[i], bytes[i]);
            }
        }
        return read;
    }
}
