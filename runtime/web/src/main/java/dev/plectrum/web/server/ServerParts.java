package dev.plectrum.web.server;

import dev.plectrum.web.Middleware;
import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.Messages;
import dev.plectrum.web.limit.RateLimiter;
import dev.plectrum.web.security.Authentication;
import dev.plectrum.web.security.Csrf;
import java.util.List;

/**
 * What every event loop of a server works with; nothing of it belongs to one of them.
 *
 * @param middleware what stands around everything, the outermost first
 * @param authentications the ways to say who asks, in the order they are tried
 */
record ServerParts(
        WebOptions options,
        Endpoints endpoints,
        List<Middleware> middleware,
        List<Authentication> authentications,
        Sessions sessions,
        Csrf csrf,
        RateLimiter rateLimiter,
        Failures failures,
        Messages messages,
        List<RequestListener> listeners) {
    /** Whether this is where health is told: asked by machines that know no host name. */
    boolean isHealthPath(String path) {
        String health = options.healthPath();
        return !health.isEmpty() && (path.equals(health) || path.startsWith(health + "/"));
    }
}
