package dev.plectrum.orm.exec;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The lanes of one server: one for each event loop that asks, as long as there may be more, and shared beyond that. */
final class Lanes {
    private final Endpoint endpoint;
    private final Map<EventLoop, Lane> byLoop = new ConcurrentHashMap<>();
    private final List<Lane> all = new ArrayList<>();
    private boolean closed;

    Lanes(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The lane to take from this event loop; null when a lease is to be taken instead. */
    @Nullable Lane of(EventLoop loop) {
        Lane lane = byLoop.get(loop);
        return lane != null ? lane : assign(loop);
    }

    private @Nullable Lane assign(EventLoop loop) {
        Lane opened;
        synchronized (this) {
            Lane assigned = byLoop.get(loop);
            if (closed || assigned != null) {
                return assigned;
            }
            if (!endpoint.pool().reserveLane()) {
                // A loop that shares asks again each time: the next lane to become possible is its own.
                return leastLoaded();
            }
            opened = new Lane(endpoint, loop);
            all.add(opened);
            byLoop.put(loop, opened);
        }
        opened.open();
        return opened;
    }

    private @Nullable Lane leastLoaded() {
        Lane least = null;
        for (Lane lane : all) {
            if (least == null || lane.load() < least.load()) {
                least = lane;
            }
        }
        return least;
    }

    void remove(Lane lane) {
        synchronized (this) {
            if (!all.remove(lane)) {
                return;
            }
            byLoop.remove(lane.loop(), lane);
        }
        endpoint.pool().freeLane();
    }

    void tick(int tick) {
        long now = System.nanoTime();
        long idle = endpoint.options().idleTimeout().toNanos();
        long lifetime = endpoint.options().maxLifetime().toNanos();
        for (Lane lane : copy()) {
            Link link = lane.link();
            if (link == null) {
                continue;
            }
            link.check(tick);
            boolean unused = link.underWay() == 0 && idle > 0 && now - link.lastUsed() > idle;
            boolean old = lifetime > 0 && now - link.born() > lifetime;
            if (unused || old) {
                // No statement is lost: new ones find the lane gone, those on it are answered before the goodbye.
                remove(lane);
                link.close();
            }
        }
    }

    private synchronized List<Lane> copy() {
        return List.copyOf(all);
    }

    Future<Void> close() {
        synchronized (this) {
            closed = true;
        }
        List<Future<?>> closing = new ArrayList<>();
        for (Lane lane : copy()) {
            Link link = lane.link();
            if (link != null) {
                closing.add(link.close());
            }
            remove(lane);
        }
        return Future.join(closing).<Void>mapEmpty().otherwiseEmpty();
    }

    void sever() {
        for (Lane lane : copy()) {
            Link link = lane.link();
            if (link != null) {
                link.sever();
            }
        }
    }
}
