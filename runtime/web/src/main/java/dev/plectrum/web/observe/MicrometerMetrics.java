package dev.plectrum.web.observe;

import dev.plectrum.orm.exec.StatementListener;
import dev.plectrum.web.Request;
import dev.plectrum.web.server.RequestListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times requests, statements and transactions in a registry of Micrometer.
 *
 * <ul>
 *   <li>{@code http.server.requests}: a timer by {@code method}, {@code route} and {@code status};
 *   <li>{@code http.server.requests.active}: how many are worked on now;
 *   <li>{@code db.statements}: a timer by {@code operation}, {@code table} and {@code failure}, waiting for a connection included;
 *   <li>{@code db.rows}: how many rows a statement returned or affected, by {@code operation} and {@code table};
 *   <li>{@code db.transactions}: a timer from beginning to end, by {@code outcome}: {@code commit} or {@code rollback}.
 * </ul>
 *
 * <p>Routes are told apart by their names, not by their paths, of which clients could make any number.
 */
public final class MicrometerMetrics implements RequestListener, StatementListener {
    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final AtomicInteger active;

    /** Into this registry. */
    public MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.active = new AtomicInteger();
        registry.gauge("http.server.requests.active", active);
    }

    @Override
    public void started(Request request) {
        active.incrementAndGet();
    }

    @Override
    public void ended(
            Request request, @Nullable String route, int status, Duration duration, @Nullable Throwable failure) {
        active.decrementAndGet();
        registry.timer(
                        "http.server.requests",
                        Tags.of(
                                Tag.of("method", request.method().name()),
                                Tag.of("route", route == null ? NONE : route),
                                Tag.of("status", Integer.toString(status))))
                .record(duration);
    }

    @Override
    public void ended(Finished statement) {
        StatementName name = StatementName.of(statement.sql().text());
        Throwable failure = statement.failure();
        if (statement.isControl()) {
            return;
        }
        Tags tags = Tags.of("operation", name.operation(), "table", name.table().isEmpty() ? NONE : name.table());
        registry.timer(
                        "db.statements",
                        tags.and(
                                "failure",
                                failure == null ? NONE : failure.getClass().getSimpleName()))
                .record(statement.nanoseconds(), TimeUnit.NANOSECONDS);
        if (failure == null) {
            registry.summary("db.rows", tags).record((double) statement.rows());
        }
    }

    @Override
    public void transactionEnded(FinishedTransaction transaction) {
        registry.timer("db.transactions", "outcome", transaction.failure() == null ? "commit" : "rollback")
                .record(transaction.nanoseconds(), TimeUnit.NANOSECONDS);
    }
}
