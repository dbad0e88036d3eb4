package dev.plectrum.web.limit;

import io.vertx.core.Future;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Buckets in this process's memory: each process of an application counts by itself. */
public final class MemoryRateLimiter implements RateLimiter {
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int most;
    private final LongSupplier nanos;

    /** Keeps at most so many buckets, and reads this clock, which counts nanoseconds. */
    public MemoryRateLimiter(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Keeps at most a hundred thousand buckets. */
    public MemoryRateLimiter() {
        this(100_000, System::nanoTime);
    }

    @Override
    public Future<Decision> take(String bucket, RateLimit limit) {
        long now = nanos.getAsLong();
        Bucket kept = buckets.get(bucket);
        if (kept == null) {
            if (buckets.size() >= most) {
                makeRoom(now);
            }
            kept = buckets.computeIfAbsent(bucket, name -> new Bucket(limit, now));
        }
        return Future.succeededFuture(kept.take(now));
    }

    /** A full bucket says nothing that a new one would not. If none is full, some are forgotten: memory comes first. */
    private void makeRoom(long now) {
        buckets.values().removeIf(bucket -> bucket.isFull(now));
        Iterator<String> names = buckets.keySet().iterator();
        for (int excess = buckets.size() - most + most / 10 + 1; excess > 0 && names.hasNext(); excess--) {
            names.next();
            names.remove();
        }
    }

    private static final class Bucket {
        private final RateLimit limit;
        private double tokens;
        private long filledAt;

        Bucket(RateLimit limit, long now) {
            this.limit = limit;
            tokens = limit.burst();
            filledAt = now;
        }

        synchronized Decision take(long now) {
            fill(now);
            Decision decision = Decision.of(tokens, limit);
            if (decision.allowed()) {
                tokens -= 1;
            }
            return decision;
        }

        synchronized boolean isFull(long now) {
            fill(now);
            return tokens >= limit.burst();
        }

        private void fill(long now) {
            // Threads may arrive in another order than their clock readings.
            long passed = Math.max(0, now - filledAt);
            tokens = Math.min(limit.burst(), tokens + passed * limit.tokensPerNano());
            filledAt += passed;
        }
    }
}
