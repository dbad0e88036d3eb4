package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;

/**
 * A transaction around one test. The test's own thread is put into the context that carries it, so that whatever the test
 * sends through the database is part of it, as inside {@code atomic}.
 */
final class RolledBack {
    private final Promise<Void> end;
    private final Future<Void> transaction;
    private final ContextInternal inside;
    private final ContextInternal before;

    private RolledBack(Promise<Void> end, Future<Void> transaction, ContextInternal inside, ContextInternal before) {
        this.end = end;
        this.transaction = transaction;
        this.inside = inside;
        this.before = before;
    }

    /** Begins the transaction and puts the calling thread into it. */
    static RolledBack begin(Database database) {
        Promise<Void> end = Promise.promise();
        Promise<ContextInternal> entered = Promise.promise();
        Future<Void> transaction = database.atomic(() -> {
            entered.complete(ContextInternal.current());
            return end.future();
        });
        transaction.onFailure(entered::tryFail);
        ContextInternal inside = Await.await(entered.future());
        return new RolledBack(end, transaction, inside, inside.beginDispatch());
    }

    /** Takes the thread out of the transaction and rolls it back. */
    void end() {
        inside.endDispatch(before);
        Over over = new Over();
        end.fail(over);
        Await.await(transaction.recover(
                failure -> failure == over ? Future.succeededFuture() : Future.failedFuture(failure)));
    }

    /** What ends the transaction of a test that has nothing against it. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Over() {
            super("The test is over", null, false, false);
        }
    }
}
