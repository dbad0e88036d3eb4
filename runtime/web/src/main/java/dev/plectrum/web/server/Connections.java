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
        private boolean last;
    }

    void opened(HttpConnection connection) {
        states.put(connection, new State());
        connection.closeHandler(v -> states.remove(connection));
    }

    /**
     * A request begins; false if there should be none any more.
     *
     * @param last whether the connection ends behind it
     */
    boolean begun(HttpConnection connection, boolean last) {
        State state = states.get(connection);
        if (state == null) {
            return true;
        }
        if (state.last) {
            return false;
        }
        state.last = last;
        state.requests++;
        state.fresh = false;
        return true;
    }

    void ended(HttpConnection connection) {
        State state = states.get(connection);
        if (state != null) {
            state.requests--;
            state.since = System.nanoTime();
            if (state.last) {
                // Not at once: the answer is still on its way out.
                state.fresh = true;
            }
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
