package dev.plectrum.web.server;

import dev.plectrum.web.Request;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told of every request: logs, metrics and traces hang here. Called on the event loop, so it must not wait. */
public interface RequestListener {
    /** A request came in. */
    default void started(Request request) {}

    /**
     * A request is answered, or given up.
     *
     * @param route the route's name, or null where none was found
     * @param status what it was answered with; 499 if the client left before
     * @param duration from its last header to the beginning of its answer
     * @param failure what made it fail, or null
     */
    void ended(Request request, @Nullable String route, int status, Duration duration, @Nullable Throwable failure);
}
