package dev.plectrum.benchmarks.twin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.SqlResult;
import java.util.List;

/**
 * One connection of one event loop, shared by everything that runs there. Statements don't wait for each other: they are sent as
 * they come, and the answers arrive in the same order. Each query object is made once.
 */
final class Lane {
    final Worlds worlds;
    final Products products;
    final Posts posts;
    final Items items;

    private final PgConnection connection;
    private final PreparedQuery<SqlResult<List<Fortune>>> fortunes;

    private Lane(PgConnection connection) {
        this.connection = connection;
        worlds = new Worlds(connection);
        products = new Products(connection);
        posts = new Posts(connection);
        items = new Items(connection);
        fortunes = connection.preparedQuery("SELECT id, message FROM fortune").collecting(Rows.list(16, Fortune::from));
    }

    /** Opens a lane of the event loop that calls. */
    static Future<Lane> open(Vertx vertx, String url) {
        return PgConnection.connect(vertx, options(url)).map(Lane::new);
    }

    /** What makes the client fast: statements parsed once a connection, and many on their way at once. */
    static PgConnectOptions options(String url) {
        return PgConnectOptions.fromUri(url).setCachePreparedStatements(true).setPipeliningLimit(1024);
    }

    Future<SqlResult<List<Fortune>>> fortunes() {
        return fortunes.execute();
    }

    Future<Void> close() {
        return connection.close();
    }
}
