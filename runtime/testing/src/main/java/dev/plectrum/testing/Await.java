package dev.plectrum.testing;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** Waits for futures, as tests may and event loops may not. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Await() {}

    /**
     * What the future succeeds with; waits ten seconds for it. When it fails, its failure is thrown as it is, checked or
     * not, with the waiting line of the test at the end of its stack trace.
     */
    public static <T> T await(Future<T> future) {
        return await(future, PATIENCE);
    }

    /** The same with another limit. */
    public static <T> T await(Future<T> future, Duration limit) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "await() on an event loop would wait for itself: return the future, or await in the test's method");
        }
        // Not a CompletableFuture: for each test that waits in one, the ForkJoinPool of parallel tests begins another.
        CountDownLatch done = new CountDownLatch(1);
        future.onComplete(result -> done.countDown());
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionFailedError(overdue(limit));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("The test was interrupted while it waited for a future", e);
        }
        if (future.failed()) {
            Await.<RuntimeException>raise(withTest(future.cause()));
        }
        return future.result();
    }

    /** Failures come from event loops, whose stacks say nothing about the test. */
    private static Throwable withTest(Throwable failure) {
        Stream<StackTraceElement> test = Arrays.stream(new Throwable().getStackTrace())
                .dropWhile(frame -> frame.getClassName().equals(Await.class.getName()));
        failure.setStackTrace(
                Stream.concat(Arrays.stream(failure.getStackTrace()), test).toArray(StackTraceElement[]::new));
        return failure;
    }

    private static String overdue(Duration limit) {
        StringBuilder message = new StringBuilder("The future was not completed within ")
                .append(limit.toMillis())
                .append(" ms");
        List<String> unanswered = Queries.unanswered();
        if (!unanswered.isEmpty()) {
            message.append("\nStatements without an answer:");
            unanswered.forEach(text -> message.append("\n  ").append(text.replace("\n", "\n  ")));
        }
        return message.toString();
    }

    /** Throws it although it may be a checked one, so that tests need not declare what their futures may fail with. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }
}
