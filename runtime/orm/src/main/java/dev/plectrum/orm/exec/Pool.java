package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.DatabaseClosed;
import dev.plectrum.orm.error.DatabaseException;
import dev.plectrum.orm.error.PoolExhausted;
import dev.plectrum.orm.error.QueueFull;
import dev.plectrum.orm.error.Report;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one server that are lent to one user at a time, and the count of all, lanes included. Those who come when too
 * many wait already are turned away at once.
 */
final class Pool {
    /** Somebody who needs a connection for himself. */
    interface Waiter {
        /** The event loop he runs on: a connection of the same one spares both a hop. */
        EventLoop loop();

        /** Here it is. It must come back through {@link Pool#release}. */
        void granted(Link link);

        /** There will be none. */
        void refused(DatabaseException reason);

        /** Whether he has left meanwhile. */
        boolean isAbandoned();
    }

    private final Endpoint endpoint;
    private final int size;

    private final Set<Link> links = new HashSet<>();
    private final ArrayDeque<Link> idle = new ArrayDeque<>();
    private final Waiters queue = new Waiters();
    private int opening;
    private int lanes;
    private boolean closed;

    Pool(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.size = endpoint.options().poolSize();
    }

    /** Has this one granted a connection, now or later, or refused. */
    void acquire(Waiter waiter) {
        Link link = null;
        DatabaseException refusal = null;
        boolean open = false;
        synchronized (this) {
            if (closed) {
                refusal = isClosed();
            } else if (queue.isEmpty()) {
                link = takeIdle(waiter.loop());
            }
            if (link == null && refusal == null) {
                open = mayOpen();
                if (!open && queue.size() - opening >= endpoint.options().queue()) {
                    refusal = new QueueFull(Report.of(queue.size() + " callers are waiting for one of " + size
                            + " connections already: this one was turned away"));
                } else {
                    queue.add(waiter, System.nanoTime());
                    opening += open ? 1 : 0;
                }
            }
        }
        if (link != null) {
            waiter.granted(link);
        } else if (refusal != null) {
            waiter.refused(refusal);
        } else if (open) {
            open(waiter.loop());
        }
    }

    private static DatabaseClosed isClosed() {
        return new DatabaseClosed(Report.of("The database was closed"));
    }

    private @Nullable Link takeIdle(EventLoop loop) {
        // The one used last is the likeliest to be alive, and lets the others grow old enough to be closed.
        for (Iterator<Link> candidates = idle.descendingIterator(); candidates.hasNext(); ) {
            Link candidate = candidates.next();
            if (candidate.loop() == loop) {
                candidates.remove();
                return candidate;
            }
        }
        return idle.pollLast();
    }

    private boolean mayOpen() {
        return links.size() + opening + lanes < size;
    }

    private void open(EventLoop loop) {
        Link.open(endpoint, loop, endpoint.leaseOptions(), endpoint.leasePatience(), (link, error) -> {
            if (error == null) {
                opened(link);
            } else {
                failedToOpen(error);
            }
        });
    }

    private void opened(Link link) {
        synchronized (this) {
            opening--;
            links.add(link);
        }
        link.whenClosed(() -> gone(link));
        offer(link);
    }

    private void failedToOpen(Throwable error) {
        Waiter first;
        synchronized (this) {
            opening--;
            first = queue.poll();
        }
        // One caller a failure: when the server is down nobody should have to wait for the acquire timeout.
        if (first != null) {
            first.refused(endpoint.refusedConnection(error));
        }
        pump();
    }

    /** A connection of its own comes back; one that may have been left in a state of its own is closed. */
    void release(Link link, boolean spoiled) {
        Future<Void> cancelling = link.cancelling();
        if (cancelling != null && !cancelling.isComplete()) {
            cancelling.onComplete(done -> release(link, spoiled));
            return;
        }
        boolean unsure = spoiled || (cancelling != null && cancelling.failed());
        if (!link.isOpen()) {
            gone(link);
        } else if (unsure || link.underWay() > 0 || isOld(link)) {
            drop(link);
        } else {
            link.reset();
            link.whenClosed(() -> gone(link));
            offer(link);
        }
    }

    private boolean isOld(Link link) {
        long lifetime = endpoint.options().maxLifetime().toNanos();
        return lifetime > 0 && System.nanoTime() - link.born() > lifetime;
    }

    private void drop(Link link) {
        Future<Void> closing = link.close();
        // Its place is free when the server has let go of it: the pool's size is a promise to the server.
        link.whenClosed(null);
        closing.onComplete(done -> gone(link));
    }

    private void offer(Link link) {
        while (true) {
            Waiter next;
            synchronized (this) {
                if (closed) {
                    next = null;
                } else {
                    next = queue.pollFor(link.loop());
                    if (next == null) {
                        idle.add(link);
                        return;
                    }
                }
            }
            if (next == null) {
                drop(link);
                return;
            }
            if (!next.isAbandoned()) {
                next.granted(link);
                return;
            }
            next.refused(Cancellation.reason());
        }
    }

    private void gone(Link link) {
        synchronized (this) {
            if (!links.remove(link)) {
                return;
            }
            idle.remove(link);
        }
        pump();
    }

    /** Opens connections for those who wait, as far as there may be more. */
    private void pump() {
        while (true) {
            Waiter first;
            synchronized (this) {
                first = queue.first();
                if (closed || first == null || queue.size() <= opening || !mayOpen()) {
                    return;
                }
                opening++;
            }
            open(first.loop());
        }
    }

    /** A place for a lane, given up by an idle connection if need be; false when there is none. */
    boolean reserveLane() {
        Link given;
        synchronized (this) {
            if (closed || lanes >= endpoint.options().laneCount()) {
                return false;
            }
            if (mayOpen()) {
                lanes++;
                return true;
            }
            given = idle.pollFirst();
            if (given == null) {
                return false;
            }
            links.remove(given);
            lanes++;
        }
        given.whenClosed(null);
        given.close();
        return true;
    }

    /** A lane is no more. */
    void freeLane() {
        synchronized (this) {
            lanes--;
        }
        pump();
    }

    /** Ends what has waited, idled or been silent for too long. */
    void tick(int tick) {
        long now = System.nanoTime();
        List<Waiter> late;
        List<Link> unused = new ArrayList<>();
        List<Link> all;
        synchronized (this) {
            late = queue.pollBefore(now - endpoint.options().acquireTimeout().toNanos());
            long idleTimeout = endpoint.options().idleTimeout().toNanos();
            idle.removeIf(link -> {
                boolean unneeded = isOld(link) || (idleTimeout > 0 && now - link.idleSince() > idleTimeout);
                return unneeded && unused.add(link);
            });
            all = List.copyOf(links);
        }
        unused.forEach(this::drop);
        all.forEach(link -> link.check(tick));
        late.forEach(
                each -> each.refused(new PoolExhausted(Report.of("None of " + size + " connections became free within "
                        + endpoint.options().acquireTimeout().toMillis() + " ms"))));
    }

    /** Turns everybody away and closes what is idle; what is lent is closed when it comes back. */
    void close() {
        List<Waiter> waiting;
        List<Link> unused;
        synchronized (this) {
            closed = true;
            waiting = queue.pollAll();
            unused = List.copyOf(idle);
            idle.clear();
        }
        waiting.forEach(each -> each.refused(isClosed()));
        unused.forEach(this::drop);
    }

    /** Cuts off what has not come back. */
    void sever() {
        List<Link> all;
        synchronized (this) {
            all = List.copyOf(links);
        }
        all.forEach(Link::sever);
    }

    synchronized boolean isEmpty() {
        return links.isEmpty() && opening == 0;
    }

    synchronized int connections() {
        return links.size() + opening + lanes;
    }

    synchronized int lanes() {
        return lanes;
    }

    synchronized int idleConnections() {
        return idle.size();
    }

    synchronized int queued() {
        return queue.size();
    }
}
