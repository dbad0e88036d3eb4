package dev.plectrum.orm.exec;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A connection that the single statements of one event loop share. Each is sent at once, behind the others; each may only
 * be short, so that nobody waits long for a neighbour.
 */
final class Lane implements Carrier {
    private final Endpoint endpoint;
    private final EventLoop loop;
    private volatile @Nullable Link link;
    private final Queue<Call<?, ?>> early = new ArrayDeque<>();
    private boolean gone;

    Lane(Endpoint endpoint, EventLoop loop) {
        this.endpoint = endpoint;
        this.loop = loop;
    }

    void open() {
        Link.open(endpoint, loop, endpoint.laneOptions(), endpoint.lanePatience(), (opened, error) -> {
            if (error != null) {
                failed(error);
                return;
            }
            opened.whenClosed(this::closed);
            Call<?, ?> call;
            while (true) {
                synchronized (this) {
                    call = early.poll();
                    if (call == null) {
                        link = opened;
                        break;
                    }
                }
                opened.send(call, this);
            }
            if (!opened.isOpen()) {
                closed();
            }
        });
    }

    private void failed(Throwable error) {
        endpoint.lanes().remove(this);
        for (Call<?, ?> call : leave()) {
            endpoint.refused(call, loop, endpoint.refusedConnection(error));
        }
    }

    private void closed() {
        endpoint.lanes().remove(this);
        // What was on the connection has failed by itself; what was early never got there.
        leave().forEach(call -> endpoint.route(call, loop));
    }

    private synchronized Queue<Call<?, ?>> leave() {
        gone = true;
        Queue<Call<?, ?>> left = new ArrayDeque<>(early);
        early.clear();
        return left;
    }

    /** Sends it; false when this lane is no more. */
    boolean send(Call<?, ?> call) {
        Link ready = link;
        if (ready != null) {
            if (!ready.isOpen()) {
                return false;
            }
            ready.send(call, this);
            return true;
        }
        synchronized (this) {
            if (gone) {
                return false;
            }
            if (link == null) {
                early.add(call);
                return true;
            }
        }
        return send(call);
    }

    /** How many statements are on it, or wait for it to open. */
    int load() {
        Link ready = link;
        if (ready != null) {
            return ready.underWay();
        }
        synchronized (this) {
            return early.size();
        }
    }

    @Override
    public void answered(Call<?, ?> call, @Nullable Throwable error) {
        if (error == null) {
            call.settle(null);
            return;
        }
        if (error != call.thrown() && call.tryAgain()) {
            Link ready = link;
            if (Endpoint.isStalePlan(error) && ready != null && ready.isOpen()) {
                ready.send(call, this);
                return;
            }
            if (endpoint.isLaneTimeout(error)) {
                endpoint.tooLongForLane(call.sql(), error);
                endpoint.lease(call, loop);
                return;
            }
            if (Link.unsent(error)) {
                endpoint.route(call, loop);
                return;
            }
        }
        call.settle(endpoint.autocommitted(call, error));
    }

    EventLoop loop() {
        return loop;
    }

    @Nullable Link link() {
        return link;
    }
}
