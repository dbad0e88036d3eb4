package dev.plectrum.benchmarks.twin;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
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
        return inTransaction(connection -> new ProductStream(connection).run());
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

    /**
     * Asks for the next rows before those under way have come, so that the server and this side work at the same time. A cursor of
     * SQL, since the client's own keeps all rows of a fetch where this one decodes each as it comes.
     */
    private static final class ProductStream implements Handler<AsyncResult<SqlResult<List<Product>>>> {
        private static final int UNDER_WAY = 2;

        private final Promise<Long> end = Promise.promise();
        private final SqlConnection connection;
        private final PreparedQuery<SqlResult<List<Product>>> fetch;
        private int underWay;
        private long rows;
        private long stock;

        private ProductStream(SqlConnection connection) {
            this.connection = connection;
            fetch = connection
                    .preparedQuery("FETCH " + FETCH + " FROM products")
                    .collecting(Rows.list(FETCH, Product::from));
        }

        private Future<Long> run() {
            connection
                    .query("DECLARE products NO SCROLL CURSOR FOR " + Products.ALL)
                    .execute();
            while (underWay < UNDER_WAY) {
                fetch();
            }
            return end.future();
        }

        private void fetch() {
            underWay++;
            fetch.execute().onComplete(this);
        }

        @Override
        public void handle(AsyncResult<SqlResult<List<Product>>> fetched) {
            underWay--;
            if (fetched.failed()) {
                end.tryFail(fetched.cause());
                return;
            }
            List<Product> products = fetched.result().value();
            if (products.size() == FETCH) {
                fetch();
            }
            for (Product product : products) {
                consume(product);
            }
            if (underWay == 0) {
                end.tryComplete(rows);
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
