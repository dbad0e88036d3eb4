package dev.plectrum.benchmarks.scenario;

import io.vertx.core.Future;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * One way to do some work.
 *
 * @param work what is done
 * @param action does it once; called on an event loop, from many callers between whose steps it may be interleaved
 * @param rows counts what an action came to, to be compared with {@link Work#rows()}
 * @param <T> what an action comes to
 */
public record Scenario<T>(Work work, Supplier<Future<T>> action, ToIntFunction<T> rows) {
    /** Its name for people. */
    public String name() {
        return work.title();
    }

    /** Does the work once. */
    public Future<T> run() {
        return action.get();
    }

    /** Does the work once and fails unless it came to all the rows. */
    public Future<Void> check() {
        return run().compose(result -> {
            int found = rows.applyAsInt(result);
            return found == work.rows()
                    ? Future.succeededFuture()
                    : Future.failedFuture(new IllegalStateException(
                            name() + " came to " + found + " rows instead of " + work.rows()));
        });
    }
}
