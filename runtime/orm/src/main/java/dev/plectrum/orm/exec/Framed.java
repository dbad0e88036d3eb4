package dev.plectrum.orm.exec;

import dev.plectrum.orm.sql.Sql;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A single statement with settings of its own: BEGIN and SET LOCAL, the statement, COMMIT, all sent at once. SET LOCAL,
 * because nothing is reset when a connection goes back.
 */
final class Framed implements Carrier {
    private static final Pattern SETTING = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.]*");

    private final Endpoint endpoint;
    private final Link link;
    private final Call<?, ?> call;
    private @Nullable Throwable openingError;
    private @Nullable Throwable error;

    Framed(Endpoint endpoint, Link link, Call<?, ?> call) {
        this.endpoint = endpoint;
        this.link = link;
        this.call = call;
    }

    /** Whether this statement runs with other settings than its connection has. */
    static boolean isNeeded(Endpoint endpoint, Sql sql) {
        if (!sql.options().isNone()) {
            return true;
        }
        // PgBouncer takes no settings for a connection, so that each statement brings its own.
        return endpoint.options().pgBouncer()
                && Statements.mayShare(sql)
                && !endpoint.options().statementTimeout().isZero();
    }

    /** The settings as statements; throws {@link IllegalArgumentException} for what is not the name of one. */
    static String settings(Sql.Options options, @Nullable Duration timeout, String set) {
        StringBuilder text = new StringBuilder();
        if (timeout != null) {
            text.append(set)
                    .append(" statement_timeout = ")
                    .append(timeout.toMillis())
                    .append(';');
        }
        for (Map.Entry<String, String> setting : options.settings().entrySet()) {
            if (!SETTING.matcher(setting.getKey()).matches()) {
                throw new IllegalArgumentException("\"" + setting.getKey() + "\" is not the name of a setting");
            }
            text.append(set).append(' ').append(setting.getKey()).append(" = '");
            text.append(setting.getValue().replace("'", "''")).append("';");
        }
        return text.toString();
    }

    void send() {
        Sql sql = call.sql();
        Duration timeout = sql.options().timeout();
        if (timeout == null && endpoint.options().pgBouncer()) {
            timeout = endpoint.options().statementTimeout();
        }
        if (timeout != null) {
            link.patience(endpoint.patience(timeout));
        }
        boolean inTransaction = Statements.mayShare(sql) || sql.binds().length > 0;
        String settings;
        try {
            settings = settings(sql.options(), timeout, inTransaction ? "SET LOCAL" : "SET");
        } catch (IllegalArgumentException e) {
            endpoint.pool().release(link, false);
            call.settle(e);
            return;
        }
        Database database = endpoint.database();
        if (inTransaction) {
            link.send(
                    database.control("BEGIN;" + settings, call.context(), null),
                    (begun, failed) -> openingError = failed);
            link.send(call, this);
            link.send(database.control("COMMIT", call.context(), null), this::committed);
        } else {
            // What runs outside a transaction, such as VACUUM, has its connection closed afterwards, settings and all.
            link.send(database.control(settings, call.context(), null), (set, failed) -> openingError = failed);
            link.send(call, this::alone);
        }
        if (call.isAbandoned()) {
            link.cancel();
        }
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public void answered(Call<?, ?> call, @Nullable Throwable failure) {
        error = failure;
    }

    private void alone(Call<?, ?> call, @Nullable Throwable failure) {
        endpoint.pool().release(link, true);
        call.settle(endpoint.autocommitted(call, openingError != null ? openingError : failure));
    }

    private void committed(Call<?, ?> commit, @Nullable Throwable failure) {
        // A BEGIN that failed because of its settings is why the statement failed, and not the other way round.
        Throwable first = error instanceof PgException && openingError != null ? openingError : error;
        commit.settle(failure);
        endpoint.pool().release(link, openingError != null);
        call.settle(endpoint.autocommitted(call, first != null ? first : failure));
    }
}
