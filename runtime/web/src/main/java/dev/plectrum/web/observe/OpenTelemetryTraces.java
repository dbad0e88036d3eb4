package dev.plectrum.web.observe;

import dev.plectrum.orm.exec.StatementListener;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.web.Request;
import dev.plectrum.web.RequestKey;
import dev.plectrum.web.server.RequestListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traces requests, transactions and statements through OpenTelemetry. A request continues the trace that its headers name; transactions are
 * spans inside the request's, and their statements, {@code BEGIN} and {@code COMMIT} among them, inside theirs.
 *
 * <p>The values of statements are no part of a span: they are where secrets and names of people are.
 */
public final class OpenTelemetryTraces implements RequestListener, StatementListener {
    private static final RequestKey<Context> CONTEXT = RequestKey.named("opentelemetry");
    private static final Headers HEADERS = new Headers();

    private final OpenTelemetry telemetry;
    private final Tracer tracer;

    /** Through this. */
    public OpenTelemetryTraces(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("dev.plectrum");
    }

    /**
     * The parent of spans that an application makes itself while it works on the current request; the root where there is none. It follows
     * futures and virtual threads as {@link Request#current()} does.
     */
    public static Context current() {
        Request request = Request.current();
        Context context = request == null ? null : request.get(CONTEXT);
        return context == null ? Context.root() : context;
    }

    @Override
    public void started(Request request) {
        Context parent = telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), request, HEADERS);
        Span span = tracer.spanBuilder(request.method().name())
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", request.method().name())
                .setAttribute("url.path", request.path())
                .setAttribute("plectrum.request", request.id())
                .startSpan();
        request.put(CONTEXT, parent.with(span));
    }

    @Override
    public void ended(
            Request request, @Nullable String route, int status, Duration duration, @Nullable Throwable failure) {
        Context context = request.get(CONTEXT);
        if (context == null) {
            return;
        }
        Span span = Span.fromContext(context);
        span.setAttribute("http.response.status_code", status);
        if (route != null) {
            span.updateName(request.method().name() + " " + request.route().path());
            span.setAttribute("http.route", request.route().path().toString());
        }
        if (status >= 500) {
            failed(span, failure);
        }
        span.end();
    }

    @Override
    public Object transactionStarted() {
        return tracer.spanBuilder("transaction")
                .setParent(current())
                .setAttribute("db.system.name", "postgresql")
                .startSpan();
    }

    @Override
    public void transactionEnded(FinishedTransaction transaction) {
        if (transaction.started() instanceof Span span) {
            if (transaction.failure() != null) {
                failed(span, transaction.failure());
            }
            span.end();
        }
    }

    @Override
    public Object started(Sql sql) {
        return started(sql, current());
    }

    @Override
    public Object started(Sql sql, @Nullable Object transaction) {
        Context context = current();
        return started(sql, transaction instanceof Span span ? context.with(span) : context);
    }

    private Span started(Sql sql, Context parent) {
        StatementName name = StatementName.of(sql.text());
        Span span = tracer.spanBuilder(name.toString())
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.system.name", "postgresql")
                .setAttribute("db.operation.name", name.operation())
                .setAttribute("db.query.text", sql.text())
                .startSpan();
        if (!name.table().isEmpty()) {
            span.setAttribute("db.collection.name", name.table());
        }
        return span;
    }

    @Override
    public void ended(Finished statement) {
        if (statement.started() instanceof Span span) {
            if (statement.failure() == null) {
                span.setAttribute("db.response.returned_rows", statement.rows());
            } else {
                failed(span, statement.failure());
            }
            span.end();
        }
    }

    private static void failed(Span span, @Nullable Throwable failure) {
        span.setStatus(StatusCode.ERROR);
        if (failure != null) {
            span.setAttribute("error.type", failure.getClass().getName());
        }
    }

    /** Where a request says which trace it belongs to. */
    private static final class Headers implements TextMapGetter<Request> {
        @Override
        public Iterable<String> keys(Request request) {
            // Propagators of the known formats ask for their headers by name.
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Request request, String key) {
            return request == null ? null : request.header(key);
        }
    }
}
