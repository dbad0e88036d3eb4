package dev.plectrum.benchmarks.twin;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/**
 * Work that needs a connection of its own. Statements of a transaction are sent without waiting for BEGIN or SAVEPOINT: if one of
 * those fails, so does what follows it.
 */
final class Leases {
    private static final int FETCH = 500;

    private final Pool pool;

    Leases(Pool pool) {
        this.pool = pool;
    }

    /** Inserts an item, updates a world inside a savepoint, reads a world; how many rows that were. */
    Future<Integer> transaction() {
        return inTransaction(connection -> connection
                .preparedQuery(Items.INSERT)
                .execute(Items.values(Items.sample(1)))
                .compose(inserted -> savepoint(connection).map(updated -> inserted.size() + updated))
                .compose(rows -> connection
                        .preparedQuery(Worlds.GET)
                        .collecting(Rows.one(World::from))
                        .execute(Tuple.of(Worlds.randomId()))
                        .map(world -> rows + 1)));
    }

    private static Future<Integer> savepoint(SqlConnection connection) {
        connection.query("SAVEPOINT s1").execute();
        return connection
                .preparedQuery(Worlds.SET)
                .execute(Tuple.of(Worlds.randomId(), Worlds.randomNumber()))
                .compose(
                        updated -> {
                            connection.query("RELEASE SAVEPOINT s1").execute();
                            return Future.succeededFuture(updated.rowCount());
                        },
                        failure -> connection
                                .query("ROLLBACK TO SAVEPOINT s1")
                                .execute()
                                .transform(rolledBack -> Future.failedFuture(failure)));
    }

    /** Reads every product through a cursor; how many there were. */
    Future<Long> streamProducts() {
        return inTransaction(connection -> connection
                .prepare(Products.ALL)
                .compose(statement -> new ProductStream(statement).run().eventually(() -> statement.close())));
    }

    private <T> Future<T> inTransaction(Function<SqlConnection, Future<T>> work) {
        return pool.getConnection().compose(connection -> {
            connection.query("BEGIN").execute();
            return work.apply(connection)
                    .compose(result -> connection.query("COMMIT").execute().map(result), failure -> connection
                            .query("ROLLBACK")
                            .execute()
                            .transform(rolledBack -> Future.failedFuture(failure)))
                    .eventually(() -> connection.close());
        });
    }

    /** Asks for the next rows before it decodes those that came, so that the server and this side work at the same time. */
    private static final class ProductStream implements Handler<AsyncResult<RowSet<Row>>> {
        private final Promise<Long> end = Promise.promise();
        private final Cursor cursor;
        private long rows;
        private long stock;

        private ProductStream(PreparedStatement statement) {
            cursor = statement.cursor(Tuple.tuple());
        }

        private Future<Long> run() {
            cursor.read(FETCH).onComplete(this);
            return end.future();
        }

        @Override
        public void handle(AsyncResult<RowSet<Row>> read) {
            if (read.failed()) {
                end.fail(read.cause());
                return;
            }
            boolean more = cursor.hasMore();
            if (more) {
                cursor.read(FETCH).onComplete(this);
            }
            for (Row row : read.result()) {
                consume(Product.from(row));
            }
            if (!more) {
                end.complete(rows);
            }
        }

        private void consume(Product product) {
            rows++;
            stock += product.stock();
            if (stock < 0) {
                throw new IllegalStateException("negative stock");
            }
        }
    }
}
