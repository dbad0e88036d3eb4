package dev.plectrum.benchmarks.scenario;

import dev.plectrum.benchmarks.measure.Latencies;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The callers of one event loop. Each does the work again as soon as it is done, until told to stop, on a context of its own as a
 * request would have one. Only the loop touches a crew while it works, and recording an operation allocates nothing.
 */
final class Crew {
    private final AtomicBoolean stop;
    private final Latencies latencies = new Latencies();
    private final Promise<Crew> done = Promise.promise();
    private int working;
    private long errors;
    private @Nullable Throwable firstError;

    private Crew(AtomicBoolean stop, int callers) {
        this.stop = stop;
        this.working = callers;
    }

    /** Puts this many callers to work on a loop; the future ends when the last has stopped. */
    static Future<Crew> start(ContextInternal loop, Scenario<?> scenario, int callers, AtomicBoolean stop) {
        Crew crew = new Crew(stop, callers);
        for (int i = 0; i < callers; i++) {
            Caller<?> caller = crew.new Caller<>(loop.duplicate(), scenario);
            caller.context.runOnContext(caller::call);
        }
        return crew.done.future();
    }

    Latencies latencies() {
        return latencies;
    }

    long errors() {
        return errors;
    }

    @Nullable Throwable firstError() {
        return firstError;
    }

    private final class Caller<T> implements Handler<AsyncResult<T>> {
        private final ContextInternal context;
        private final Scenario<T> scenario;
        private final Handler<Void> call = this::call;
        private long began;

        private Caller(ContextInternal context, Scenario<T> scenario) {
            this.context = context;
            this.scenario = scenario;
        }

        private void call(@Nullable Void nothing) {
            began = System.nanoTime();
            scenario.run().onComplete(this);
        }

        @Override
        public void handle(AsyncResult<T> result) {
            if (result.succeeded()) {
                latencies.record(System.nanoTime() - began);
            } else {
                errors++;
                firstError = firstError == null ? result.cause() : firstError;
            }
            if (!stop.get()) {
                // The answer may come on the connection's context; the next call is made from the caller's own.
                context.emit(null, call);
            } else if (--working == 0) {
                done.complete(Crew.this);
            }
        }
    }
}
