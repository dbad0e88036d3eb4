package dev.plectrum.web.server;

import io.vertx.core.http.HttpConnection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The connections of one event loop. One that sends its headers a byte at a time is never idle, so silence is not what tells it:
 * the time without a request is.
 */
final class Connections {
    private final IdentityHashMap<HttpConnection, State> states = new IdentityHashMap<>();
    private final long headerNanos;
    private final long betweenNanos;

    Connections(long headerNanos, long idleNanos) {
        this.headerNanos = headerNanos;
        betweenNanos = headerNanos + idleNanos;
    }

    private static final class State {
        private int requests;
        private long since = System.nanoTime();
        private boolean fresh = true;
    }

    void opened(HttpConnection connection) {
        states.put(connection, new State());
        connection.closeHandler(v -> states.remove(connection));
    }

    void begun(HttpConnection connection) {
        State state = states.get(connection);
        if (state != null) {
            state.requests++;
            state.fresh = false;
        }
    }

    void ended(HttpConnection connection) {
        State state = states.get(connection);
        if (state != null) {
            state.requests--;
            state.since = System.nanoTime();
        }
    }

    int count() {
        return states.size();
    }

    /** Closes those that had their time. */
    void sweep() {
        long now = System.nanoTime();
        List<HttpConnection> late = new ArrayList<>(0);
        states.forEach((connection, state) -> {
            if (state.requests == 0 && now - state.since > (state.fresh ? headerNanos : betweenNanos)) {
                late.add(connection);
            }
        });
        late.forEach(HttpConnection::close);
    }
}
