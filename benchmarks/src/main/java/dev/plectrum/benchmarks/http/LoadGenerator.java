package dev.plectrum.benchmarks.http;

import dev.plectrum.benchmarks.measure.Latencies;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Callers that each keep one request under way over connections that stay open. It calls this machine only, at the loopback
 * address, and every run ends by time or by count, whichever comes first.
 */
public final class LoadGenerator implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int SECONDS = 60;

    private final Vertx vertx;
    private final int connections;
    private final HttpClientAgent client;

    /** A generator with this many connections to each server. */
    public LoadGenerator(int connections) {
        this.connections = connections;
        // One loop: it shares the processors with the server and the database, whose CPU is what counts.
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setPipelining(false),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /**
     * What a run came to.
     *
     * @param latencies the answers with status 200
     * @param errors the other answers and the failures
     * @param firstError what the first of those was
     */
    public record Result(
            Latencies latencies, long errors, @Nullable String firstError) {}

    /** Asks until the time is over or this many requests were sent. */
    public Result run(int port, Asked asked, Duration time, long most) throws TimeoutException {
        Run run = new Run(port, asked, System.nanoTime() + time.toNanos(), most);
        onLoop(run::start);
        return run.done.future().await(time.toSeconds() + SECONDS, TimeUnit.SECONDS);
    }

    /** Sends one request. */
    public Future<Answer> send(int port, Asked asked, String path) {
        Promise<Answer> promise = Promise.promise();
        onLoop(() -> client.request(options(port, asked, path))
                .compose(request -> request.send())
                .compose(answer -> answer.body()
                        .map(body ->
                                new Answer(answer.statusCode(), answer.headers().get("content-type"), body)))
                .onComplete(promise));
        return promise.future();
    }

    /** From the caller's thread, an answer could have come and gone before anybody listens to it. */
    private void onLoop(Runnable code) {
        ((VertxInternal) vertx).createEventLoopContext().runOnContext(nothing -> code.run());
    }

    /**
     * An answer as it came.
     *
     * @param status its status
     * @param contentType its media type, if it names one
     * @param body its body
     */
    public record Answer(int status, @Nullable String contentType, Buffer body) {}

    private static RequestOptions options(int port, Asked asked, String path) {
        return new RequestOptions()
                .setHost(HOST)
                .setPort(port)
                .setMethod(asked.method())
                .setURI(path);
    }

    private final class Run {
        private final Promise<Result> done = Promise.promise();
        private final Latencies latencies = new Latencies();
        // The same requests for everybody.
        private final SplittableRandom random = new SplittableRandom(42);
        private final int port;
        private final Asked asked;
        private final long deadline;
        private final long most;
        private long sent;
        private long errors;
        private int working;
        private @Nullable String firstError;

        private Run(int port, Asked asked, long deadline, long most) {
            this.port = port;
            this.asked = asked;
            this.deadline = deadline;
            this.most = most;
        }

        private void start() {
            working = connections;
            for (int i = 0; i < connections; i++) {
                next();
            }
        }

        private void next() {
            if (sent == most || System.nanoTime() >= deadline) {
                if (--working == 0) {
                    done.complete(new Result(latencies, errors, firstError));
                }
                return;
            }
            sent++;
            long began = System.nanoTime();
            client.request(options(port, asked, asked.path(random)))
                    .compose(request -> request.send())
                    .compose(Run::read)
                    .onComplete(answer -> {
                        if (answer.succeeded()) {
                            latencies.record(System.nanoTime() - began);
                        } else {
                            errors++;
                            firstError = firstError == null ? String.valueOf(answer.cause()) : firstError;
                        }
                        next();
                    });
        }

        private static Future<Buffer> read(HttpClientResponse answer) {
            return answer.body()
                    .compose(body -> answer.statusCode() == 200
                            ? Future.succeededFuture(body)
                            : Future.failedFuture("status " + answer.statusCode() + ": " + body));
        }
    }

    @Override
    public void close() throws TimeoutException {
        List<Future<Void>> closing = new ArrayList<>(List.of(client.close(), vertx.close()));
        Future.join(closing).await(SECONDS, TimeUnit.SECONDS);
    }
}
