package dev.plectrum.orm.exec;

import static java.util.Objects.requireNonNull;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for a connection: first come, first served, but for one thing. A connection that is used from another event loop than
 * its own costs two hops for each statement, so it goes to somebody of its own loop if he came hardly later. For one thread at a time.
 */
final class Waiters {
    /** How much later somebody may have come and be served before. */
    private static final long HARDLY_LATER = TimeUnit.MILLISECONDS.toNanos(10);

    private record Queued(Pool.Waiter waiter, long since) {}

    private final Map<EventLoop, ArrayDeque<Queued>> byLoop = new HashMap<>();
    private int size;

    /** Somebody has come at this time. */
    void add(Pool.Waiter waiter, long now) {
        byLoop.computeIfAbsent(waiter.loop(), loop -> new ArrayDeque<>()).add(new Queued(waiter, now));
        size++;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Who came first, or null. */
    Pool.@Nullable Waiter first() {
        Queued first = earliest();
        return first == null ? null : first.waiter;
    }

    /** Takes out who came first, or null. */
    Pool.@Nullable Waiter poll() {
        return take(earliest());
    }

    /** Takes out who is to have a connection of this loop, or null. */
    Pool.@Nullable Waiter pollFor(EventLoop loop) {
        Queued first = earliest();
        ArrayDeque<Queued> near = byLoop.get(loop);
        Queued own = near == null ? null : near.peek();
        return take(own != null && first != null && own.since - first.since <= HARDLY_LATER ? own : first);
    }

    /** Takes out those who came before this time. */
    List<Pool.Waiter> pollBefore(long time) {
        List<Pool.Waiter> before = new ArrayList<>();
        Queued first = earliest();
        while (first != null && time - first.since > 0) {
            before.add(first.waiter);
            take(first);
            first = earliest();
        }
        return before;
    }

    /** Takes out everybody. */
    List<Pool.Waiter> pollAll() {
        List<Pool.Waiter> all = new ArrayList<>(size);
        for (ArrayDeque<Queued> queue : byLoop.values()) {
            queue.forEach(queued -> all.add(queued.waiter));
            queue.clear();
        }
        size = 0;
        return all;
    }

    private @Nullable Queued earliest() {
        Queued earliest = null;
        for (ArrayDeque<Queued> queue : byLoop.values()) {
            Queued first = queue.peek();
            if (first != null && (earliest == null || first.since - earliest.since < 0)) {
                earliest = first;
            }
        }
        return earliest;
    }

    /** Takes out somebody who is the first of his loop. */
    private Pool.@Nullable Waiter take(@Nullable Queued first) {
        if (first == null) {
            return null;
        }
        requireNonNull(byLoop.get(first.waiter.loop())).remove();
        size--;
        return first.waiter;
    }
}
