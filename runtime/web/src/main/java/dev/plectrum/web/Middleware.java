package dev.plectrum.web;

import io.vertx.core.Future;

/**
 * Stands around views: sees the request before them and the answer after them, and may answer by itself.
 *
 * <pre>{@code
 * Middleware timing = (request, next) -> {
 *   long start = System.nanoTime();
 *   return next.answer(request).map(response -> response.header("Server-Timing", "view;dur=" + millisSince(start)));
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Middleware {
    /** The answer: {@code next}'s, changed or not, or one of its own. */
    Future<Response> answer(Request request, Endpoint next);

    /** This around an endpoint. */
    default Endpoint around(Endpoint endpoint) {
        return request -> answer(request, endpoint);
    }
}
