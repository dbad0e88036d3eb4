package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says that a run lives. It is an advisory lock of PostgreSQL's, held by a transaction that does nothing else: the server
 * lifts it when the connection ends, which it does however the JVM ends.
 */
final class RunLock {
    /** Keeps our locks apart from those of applications, which use the first number too if they are careful. */
    private static final int KIND = 0x504c4543;

    private final Promise<Void> end;
    private final Future<Void> transaction;

    private RunLock(Promise<Void> end, Future<Void> transaction) {
        this.end = end;
        this.transaction = transaction;
    }

    /** The lock of this run, or null when somebody has it. */
    static @Nullable RunLock take(Database admin, int run) {
        Promise<Void> end = Promise.promise();
        Promise<Boolean> taken = Promise.promise();
        Future<Void> transaction = admin.atomic(() -> lock(admin, run).compose(got -> {
            taken.complete(got);
            return got ? end.future() : Future.succeededFuture();
        }));
        transaction.onFailure(taken::tryFail);
        return Await.await(taken.future(), TestServer.PATIENCE) ? new RunLock(end, transaction) : null;
    }

    private static Future<Boolean> lock(Database admin, int run) {
        Sql sql = Sql.write("SELECT pg_try_advisory_xact_lock($1::int4, $2::int4)", KIND, run);
        return admin.query(sql, Collectors.mapping(row -> row.getBoolean(0), Collectors.toList()))
                .map((List<Boolean> rows) -> rows.get(0));
    }

    void release() {
        end.complete();
        Await.await(transaction, TestServer.PATIENCE);
    }
}
