package dev.plectrum.web.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The answers of one event loop that have no natural end: event streams and WebSockets. A shutdown ends them. */
final class LiveStreams {
    private final Set<Runnable> ends = new LinkedHashSet<>();

    /** One more, with what ends it, which no other has. What comes back forgets it. */
    Runnable add(Runnable end) {
        ends.add(end);
        return () -> ends.remove(end);
    }

    int count() {
        return ends.size();
    }

    void endAll() {
        List<Runnable> all = new ArrayList<>(ends);
        ends.clear();
        all.forEach(Runnable::run);
    }
}
