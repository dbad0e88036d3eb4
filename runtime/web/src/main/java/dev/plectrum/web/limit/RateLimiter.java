package dev.plectrum.web.limit;

import io.vertx.core.Future;
import java.time.Duration;

/** Keeps the buckets of rate limits. */
public interface RateLimiter {
    /** Takes one token out of this bucket, if there is one. */
    Future<Decision> take(String bucket, RateLimit limit);

    /**
     * What came of it.
     *
     * @param allowed whether there was a token
     * @param remaining how many are left
     * @param untilNext until the next one is there; zero if one is left
     */
    record Decision(boolean allowed, long remaining, Duration untilNext) {
        /** What a bucket with so many tokens, before this request takes its own, says. */
        static Decision of(double tokens, RateLimit limit) {
            boolean allowed = tokens >= 1;
            double left = allowed ? tokens - 1 : tokens;
            Duration wait =
                    left >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - left) / limit.tokensPerNano()));
            return new Decision(allowed, (long) left, wait);
        }
    }
}
