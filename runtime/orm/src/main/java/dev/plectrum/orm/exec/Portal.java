package dev.plectrum.orm.exec;

import io.vertx.sqlclient.internal.PreparedStatement;
import io.vertx.sqlclient.internal.command.CloseCursorCommand;
import io.vertx.sqlclient.internal.command.ExtendedQueryCommand;
import io.vertx.sqlclient.internal.command.QueryCommandBase;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of a stream: a statement half executed. It is read a number of rows at a time. A portal of the
 * protocol, not DECLARE CURSOR, because that plans for the first rows only and its FETCH cannot be prepared.
 */
final class Portal {
    private final String name;
    private final int fetchSize;
    private @Nullable ExtendedQueryCommand<?> first;

    Portal(String name, int fetchSize) {
        this.name = name;
        this.fetchSize = fetchSize;
    }

    <R> QueryCommandBase<R> command(Call<?, R> call) {
        ExtendedQueryCommand<?> opened = first;
        if (opened == null) {
            ExtendedQueryCommand<R> opening = call.fetch(null, fetchSize, name, false);
            first = opening;
            return opening;
        }
        return call.fetch(opened.preparedStatement(), fetchSize, name, true);
    }

    /** What closes it; null when it was never opened. */
    @Nullable CloseCursorCommand closing() {
        PreparedStatement statement = first == null ? null : first.preparedStatement();
        return statement == null ? null : new CloseCursorCommand(name, statement);
    }
}
