package dev.plectrum.web.session;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.web.security.SecretKeys;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in PostgreSQL: of any size, and ended the moment somebody logs out. The table holds a hash of each token, so that who
 * reads it, or a backup of it, cannot be anybody.
 */
public final class PostgresSessionStore implements SessionStore {
    private static final int TOKEN = 32;

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS plectrum_session (
              token_hash bytea PRIMARY KEY,
              user_id text,
              data text NOT NULL,
              expires_at timestamptz NOT NULL
            );
            CREATE INDEX IF NOT EXISTS plectrum_session_user_id ON plectrum_session (user_id);
            CREATE INDEX IF NOT EXISTS plectrum_session_expires_at ON plectrum_session (expires_at)
            """;

    private static final String LOAD = """
            SELECT data
            FROM plectrum_session
            WHERE token_hash = $1::bytea
            AND expires_at > $2::timestamptz""";

    private static final String INSERT = """
            INSERT INTO plectrum_session (token_hash, user_id, data, expires_at)
            VALUES ($1::bytea, $2::text, $3::text, $4::timestamptz)""";

    // No upsert: a request that began before a logout must not bring the session back by saving it.
    private static final String UPDATE = """
            UPDATE plectrum_session
            SET user_id = $2::text, data = $3::text, expires_at = $4::timestamptz
            WHERE token_hash = $1::bytea""";

    private static final String DELETE = "DELETE FROM plectrum_session WHERE token_hash = $1::bytea";
    private static final String DELETE_USER = "DELETE FROM plectrum_session WHERE user_id = $1::text";
    private static final String DELETE_EXPIRED = "DELETE FROM plectrum_session WHERE expires_at <= $1::timestamptz";

    private final Database database;
    private final Clock clock;

    /** Sessions in this database. */
    public PostgresSessionStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Creates the table if it is not there. */
    public Future<Void> createTable() {
        return database.script(CREATE);
    }

    @Override
    public Future<@Nullable SessionData> load(String token) {
        return database.query(
                        Sql.read(LOAD, hash(token), utc(clock.instant())),
                        Collectors.mapping(row -> row.getString(0), Collectors.toList()))
                .map(found ->
                        found.isEmpty() ? null : SessionData.decode(found.get(0).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Future<String> save(@Nullable String token, SessionData data, Instant expiresAt) {
        String kept = token == null ? SecretKeys.randomText(TOKEN) : token;
        String text = new String(data.encode(), StandardCharsets.UTF_8);
        return database.execute(
                        Sql.write(token == null ? INSERT : UPDATE, hash(kept), data.userId(), text, utc(expiresAt)))
                .map(kept);
    }

    @Override
    public Future<Void> delete(String token) {
        return database.execute(Sql.write(DELETE, hash(token))).mapEmpty();
    }

    /** Ends every session of a user, on all devices, and tells how many there were. */
    public Future<Long> deleteAllOf(String userId) {
        return database.execute(Sql.write(DELETE_USER, userId));
    }

    /** Forgets what has expired, and tells how many there were. Expired sessions are not good anyway; this makes room. */
    public Future<Long> deleteExpired() {
        return database.execute(Sql.write(DELETE_EXPIRED, utc(clock.instant())));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Buffer hash(String token) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }
}
