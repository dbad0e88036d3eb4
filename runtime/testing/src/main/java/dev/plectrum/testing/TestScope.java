package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one test has for itself. */
final class TestScope implements AutoCloseable {
    /** A closing database gives its statements ten seconds. */
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final Database database;
    private final Runnable afterwards;
    private final @Nullable RolledBack transaction;

    /** Begins on the thread of the test. */
    TestScope(Database database, Recorder recorder, boolean rollBack, Runnable afterwards) {
        this.database = database;
        this.afterwards = afterwards;
        this.transaction = rollBack ? RolledBack.begin(database) : null;
        Queries.begin(recorder);
    }

    Database database() {
        return database;
    }

    /** Ends on the thread where it has begun. */
    @Override
    public void close() {
        Queries.end();
        try {
            if (transaction != null) {
                transaction.end();
            }
        } finally {
            try {
                Await.await(database.close(), CLOSING);
            } finally {
                afterwards.run();
            }
        }
    }
}
