package dev.plectrum.orm.type;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562): the time in milliseconds first, so that keys made one after another lie side by side in an
 * index, then 62 random bits, so that nobody guesses the next one.
 *
 * <p>Every UUID is greater than those made before it by the same generator, by any thread, even if the clock goes back: the 12
 * bits behind the time are a counter. It starts at random in the lower half of its range in every millisecond, and when it runs
 * over, it carries into the time, which is then ahead of the clock by a moment.
 */
public final class UuidV7 {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private static final UuidV7 SHARED = new UuidV7(InstantSource.system());

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();
    private final InstantSource clock;

    /** A generator with a sequence of its own, for tests that want to say what time it is. */
    public UuidV7(InstantSource clock) {
        this.clock = clock;
    }

    /** The next UUID of the generator that the whole process shares. */
    public static UUID next() {
        return SHARED.generate();
    }

    /** The next UUID. */
    public UUID generate() {
        long start = (clock.millis() << COUNTER_BITS) | random.nextInt(1 << (COUNTER_BITS - 1));
        // One number holds time and counter, so that one step of it is one of the counter, carried or not.
        long stamp = last.updateAndGet(previous -> Math.max(previous + 1, start));
        long time = stamp >>> COUNTER_BITS;
        return new UUID((time << 16) | VERSION | (stamp & COUNTER_MASK), (random.nextLong() >>> 2) | VARIANT);
    }
}
