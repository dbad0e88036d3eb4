package dev.plectrum.orm.type;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collector;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a connection to one embedded PostgreSQL, started once and stopped with the last test. */
final class TestServer implements ParameterResolver {
    private static final int SECONDS = 60;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Session.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TestServer.class))
                .getOrComputeIfAbsent(Session.class, key -> new Session(), Session.class);
    }

    /** A connection whose answers can be waited for. */
    static final class Session implements AutoCloseable {
        private final EmbeddedPostgres server;
        private final Vertx vertx = Vertx.vertx();
        private final PgConnection connection;

        Session() {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            connection = await(PgConnection.connect(
                    vertx,
                    new PgConnectOptions()
                            .setHost("localhost")
                            .setPort(server.getPort())
                            .setUser("postgres")
                            .setPassword("postgres")
                            .setDatabase("postgres")));
        }

        /** What the rows decode to, read as generated code reads: within the client's collector. */
        <T> List<T> rows(Function<Row, T> decode, String sql, Object... binds) {
            return await(connection
                            .preparedQuery(sql)
                            .collecting(Collector.<Row, List<T>>of(
                                    ArrayList::new, (list, row) -> list.add(decode.apply(row)), (a, b) -> a))
                            .execute(Tuple.wrap(binds)))
                    .value();
        }

        long count(String sql, Object... binds) {
            return rows(row -> row.getLong(0), sql, binds).get(0);
        }

        void execute(String sql, Object... binds) {
            rows(row -> row, sql, binds);
        }

        private static <T> T await(Future<T> future) {
            try {
                return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new AssertionError(e.getCause());
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws IOException {
            await(connection.close());
            await(vertx.close());
            server.close();
        }
    }
}
