package dev.plectrum.web.server;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The answers of one event loop that have no natural end: event streams and WebSockets. A shutdown ends them. */
final class LiveStreams {
    private final Set<Runnable> ends = new LinkedHashSet<>();
    private boolean over;

    /**
     * One more, with what ends it, which no other has. What comes back forgets it. If its request came before the shutdown, and it
     * begins after, it is ended as soon as it has begun.
     */
    Runnable add(Context context, Runnable end) {
        ends.add(end);
        if (over) {
            context.runOnContext(v -> endAll());
        }
        return () -> ends.remove(end);
    }

    int count() {
        return ends.size();
    }

    void endAll() {
        over = true;
        List<Runnable> all = new ArrayList<>(ends);
        ends.clear();
        all.forEach(Runnable::run);
    }
}
