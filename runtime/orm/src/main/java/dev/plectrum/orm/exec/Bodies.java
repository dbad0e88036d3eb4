package dev.plectrum.orm.exec;

import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import java.util.Objects;
import java.util.function.Supplier;

/** Runs code of the user's: what it throws becomes a failed future, so that nobody waits for ever. */
final class Bodies {
    private Bodies() {}

    /** Runs it on one context, for somebody who waits on another. */
    static <T> Future<T> run(ContextInternal context, ContextInternal caller, Supplier<Future<T>> code) {
        PromiseInternal<T> promise = caller.promise();
        context.emit(nothing -> call(code).onComplete(promise));
        return promise.future();
    }

    /** Runs it here. */
    static <T> Future<T> call(Supplier<Future<T>> code) {
        try {
            return Objects.requireNonNull(code.get(), "The code returned null where a Future was to come back");
        } catch (Throwable thrown) {
            return Future.failedFuture(thrown);
        }
    }
}
