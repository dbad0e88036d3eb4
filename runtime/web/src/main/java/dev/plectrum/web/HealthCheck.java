package dev.plectrum.web;

import io.vertx.core.Future;

/**
 * Something without which the application is not ready.
 *
 * @param name what it is called in the answer
 * @param check fails, or takes more than five seconds, if it is not there
 */
public record HealthCheck(String name, java.util.function.Supplier<? extends Future<?>> check) {}
