package dev.plectrum.web;

import io.vertx.core.Future;

/** What answers a request, once everything around it has had its say. */
@FunctionalInterface
public interface Endpoint {
    /** The answer. */
    Future<Response> answer(Request request);
}
