package dev.plectrum.orm.exec;

import dev.plectrum.orm.error.DatabaseException;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/** A single statement on a lease: waits for a connection of its own, and gives it back with the answer. */
final class Single implements Carrier, Pool.Waiter {
    private final Endpoint endpoint;
    private final EventLoop loop;
    private final Call<?, ?> call;
    private @Nullable Link link;

    Single(Endpoint endpoint, EventLoop loop, Call<?, ?> call) {
        this.endpoint = endpoint;
        this.loop = loop;
        this.call = call;
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public boolean isAbandoned() {
        return call.isAbandoned();
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public void refused(DatabaseException reason) {
        endpoint.refused(call, loop, reason);
    }

    @Override
    public void granted(Link link) {
        this.link = link;
        if (Framed.isNeeded(endpoint, call.sql())) {
            new Framed(endpoint, link, call).send();
        } else {
            link.send(call, this);
            if (call.isAbandoned()) {
                link.cancel();
            }
        }
    }

    @Override
    public void answered(Call<?, ?> call, @Nullable Throwable error) {
        Link link = this.link;
        if (error != null && link != null && Endpoint.isStalePlan(error) && call.tryAgain()) {
            link.send(call, this);
            return;
        }
        if (link != null) {
            endpoint.pool().release(link, !Statements.mayShare(call.sql()));
        }
        if (error != null && Link.unsent(error) && call.tryAgain()) {
            endpoint.pool().acquire(this);
            return;
        }
        call.settle(endpoint.autocommitted(call, error));
    }
}
