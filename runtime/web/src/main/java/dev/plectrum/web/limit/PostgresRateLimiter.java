package dev.plectrum.web.limit;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Buckets in PostgreSQL, shared by all processes of an application. A token costs one statement; so it suits limits that guard
 * something dear, such as logins. The table is unlogged: after a crash of the server all buckets are full.
 */
public final class PostgresRateLimiter implements RateLimiter {
    private static final String CREATE = """
            CREATE UNLOGGED TABLE IF NOT EXISTS plectrum_rate_limit (
              bucket text PRIMARY KEY,
              tokens float8 NOT NULL,
              filled_at timestamptz NOT NULL
            )""";

    // A row comes back only if there was a token to take.
    private static final String TAKE = """
            INSERT INTO plectrum_rate_limit AS b (bucket, tokens, filled_at)
            VALUES ($1::text, $2::float8 - 1, clock_timestamp())
            ON CONFLICT (bucket) DO UPDATE
            SET tokens = least($2::float8, b.tokens
                  + $3::float8 * extract(epoch FROM clock_timestamp() - b.filled_at)::float8) - 1,
                filled_at = clock_timestamp()
            WHERE least($2::float8, b.tokens
                  + $3::float8 * extract(epoch FROM clock_timestamp() - b.filled_at)::float8) >= 1
            RETURNING tokens""";

    private static final String LEFT = """
            SELECT tokens + $2::float8 * extract(epoch FROM clock_timestamp() - filled_at)::float8
            FROM plectrum_rate_limit
            WHERE bucket = $1::text""";

    private static final String DELETE_IDLE =
            "DELETE FROM plectrum_rate_limit WHERE filled_at < clock_timestamp() - interval '1 day'";

    private final Database database;

    /** Buckets in this database. */
    public PostgresRateLimiter(Database database) {
        this.database = database;
    }

    /** Creates the table if it is not there. */
    public Future<Void> createTable() {
        return database.script(CREATE);
    }

    @Override
    public Future<Decision> take(String bucket, RateLimit limit) {
        double perSecond = limit.tokensPerNano() * 1e9;
        return database.run(
                        Sql.write(TAKE, bucket, (double) limit.burst(), perSecond),
                        Collectors.mapping(row -> row.getDouble(0), Collectors.toList()))
                .compose(taken -> taken.rows().isEmpty()
                        ? refused(bucket, limit, perSecond)
                        : Future.succeededFuture(Decision.of(taken.rows().get(0) + 1, limit)));
    }

    private Future<Decision> refused(String bucket, RateLimit limit, double perSecond) {
        return database.query(
                        Sql.read(LEFT, bucket, perSecond),
                        Collectors.mapping(row -> row.getDouble(0), Collectors.toList()))
                // A token that grew since then is the next request's.
                .map((List<Double> left) ->
                        Decision.of(left.isEmpty() ? 0 : Math.min(left.get(0), Math.nextDown(1.0)), limit));
    }

    /** Forgets buckets that nobody took from for a day, and tells how many there were. */
    public Future<Long> deleteIdle() {
        return database.execute(Sql.write(DELETE_IDLE));
    }
}
