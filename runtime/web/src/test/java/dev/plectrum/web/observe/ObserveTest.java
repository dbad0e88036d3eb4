package dev.plectrum.web.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.DatabaseOptions;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.web.Application;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Route;
import dev.plectrum.web.Servers;
import dev.plectrum.web.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vertx.core.Future;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One application with both, on a real database. */
class ObserveTest {
    @RegisterExtension
    static final Servers servers = new Servers();

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();
    private static final BlockingQueue<String> ENDED = new LinkedBlockingQueue<>();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static EmbeddedPostgres postgres;
    private static Database database;
    private static Application.Built built;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        var traces = new OpenTelemetryTraces(OpenTelemetrySdk.builder()
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                        .build())
                .build());
        var metrics = new MicrometerMetrics(METERS);
        built = servers.start(Servers.application()
                .database(vertx -> Database.connect(
                        vertx, DatabaseOptions.of("postgres://postgres@localhost:" + postgres.getPort() + "/postgres")))
                .routes(app -> {
                    database = app.database();
                    return () -> List.of(
                            Route.get("/tea/{id}").open().future(ObserveTest::brew, Reply.text()),
                            Route.get("/broken").open().future(ObserveTest::breakIt, Reply.text()));
                })
                // region observe
                .observer(metrics) // new MicrometerMetrics(registry)
                .observer(traces) // new OpenTelemetryTraces(openTelemetry)
                // endregion
                .listener((request, route, status, duration, failure) -> ENDED.add(request.path())));
        client = servers.client(built);
    }

    /** Asks, and waits until everybody was told of it: a client may have its answer before. */
    private static void get(TestClient asking, String path) throws InterruptedException {
        asking.get(path);
        assertThat(ENDED.poll(20, TimeUnit.SECONDS)).isEqualTo(path);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    private static Future<String> text(String sql) {
        return database.query(Sql.read(sql), Collectors.mapping(row -> row.getString(0), Collectors.joining()));
    }

    private static Future<String> brew(Request request) {
        return database.atomic(() -> text("SELECT current_database() FROM pg_stat_database WHERE datname = 'postgres'"))
                .compose(name -> text("SELECT 'tea'::text"));
    }

    private static Future<String> breakIt(Request request) {
        return database.atomic(() -> text("SELECT tea FROM nowhere"));
    }

    @Test
    void requestsStatementsAndTransactionsAreCountedAndTimed() throws InterruptedException {
        get(client, "/tea/1");
        get(client, "/tea/2");
        get(client, "/nothing");
        assertThat(METERS.get("http.server.requests")
                        .tags("method", "GET", "route", "GET /tea/{id}", "status", "200")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(METERS.get("http.server.requests")
                        .tags("route", "none", "status", "404")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(METERS.get("http.server.requests.active").gauge().value()).isZero();
        assertThat(METERS.get("db.statements")
                        .tags("operation", "SELECT", "table", "pg_stat_database", "failure", "none")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(METERS.get("db.rows")
                        .tags("table", "pg_stat_database")
                        .summary()
                        .max())
                .isEqualTo(1);
        assertThat(METERS.get("db.transactions")
                        .tags("outcome", "commit")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(2);
        get(client, "/broken");
        assertThat(METERS.get("db.transactions")
                        .tags("outcome", "rollback")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(1);
        assertThat(METERS.get("db.statements")
                        .tags("table", "nowhere", "failure", "StatementFailed")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void aRequestIsASpanOfTheCallersTraceAndItsStatementsAreSpansInside() throws InterruptedException {
        SPANS.reset();
        get(servers.client(built).header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"), "/tea/7");
        List<SpanData> spans = SPANS.getFinishedSpanItems();
        SpanData request = spans.get(spans.size() - 1);
        assertThat(request.getName()).isEqualTo("GET /tea/{id}");
        assertThat(request.getTraceId()).isEqualTo(TRACE);
        assertThat(request.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(request.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
        List<SpanData> inside = spans.subList(0, spans.size() - 1);
        assertThat(inside)
                .extracting(SpanData::getName)
                .containsExactly("BEGIN", "SELECT pg_stat_database", "COMMIT", "transaction", "SELECT");
        SpanData transaction = inside.get(3);
        assertThat(inside.subList(0, 3)).extracting(SpanData::getParentSpanId).containsOnly(transaction.getSpanId());
        assertThat(inside.subList(3, 5)).extracting(SpanData::getParentSpanId).containsOnly(request.getSpanId());
        assertThat(inside).extracting(SpanData::getTraceId).containsOnly(TRACE);
    }

    @Test
    void aFailureIsSaidWhereItHappened() throws InterruptedException {
        SPANS.reset();
        get(client, "/broken");
        List<SpanData> spans = SPANS.getFinishedSpanItems();
        assertThat(spans)
                .extracting(SpanData::getName)
                .containsExactly("BEGIN", "SELECT nowhere", "ROLLBACK", "transaction", "GET /broken");
        assertThat(List.of(spans.get(1), spans.get(3), spans.get(4))).allSatisfy(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("dev.plectrum.orm.error.StatementFailed");
        });
    }
}
