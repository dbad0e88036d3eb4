package dev.plectrum.testing;

import static dev.plectrum.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class AwaitTest {
    @Test
    void aFutureGivesItsValue() {
        assertThat(await(Future.succeededFuture("Assam"))).isEqualTo("Assam");
    }

    @Test
    void aFailureArrivesAsItIsAndShowsTheLineOfTheTest() {
        IOException failure = new IOException("the kettle is broken");
        failure.setStackTrace(new StackTraceElement[0]);

        assertThat(catchThrowable(() -> await(Future.failedFuture(failure)))).isSameAs(failure);
        assertThat(failure.getStackTrace()[0].getClassName()).startsWith(AwaitTest.class.getName());
    }

    @Test
    void aFutureThatNobodyCompletesIsAFailure() {
        assertThatThrownBy(() -> await(Promise.promise().future(), Duration.ofMillis(1)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("The future was not completed within 1 ms");
    }

    @Test
    void anInterruptedTestFailsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> await(Promise.promise().future()))
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessage("The test was interrupted while it waited for a future");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void waitingOnAnEventLoopIsRefused() {
        Vertx vertx = Vertx.vertx();
        try {
            Promise<String> promise = Promise.promise();
            vertx.runOnContext(nothing -> {
                try {
                    promise.complete(await(Future.succeededFuture("Assam")));
                } catch (IllegalStateException e) {
                    promise.fail(e);
                }
            });
            assertThatThrownBy(() -> await(promise.future())).hasMessage("""
                    await() on an event loop would wait for itself: return the future, or await in the test's method""");
        } finally {
            await(vertx.close());
        }
    }
}
