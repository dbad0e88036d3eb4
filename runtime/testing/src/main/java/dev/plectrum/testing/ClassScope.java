package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import org.jspecify.annotations.Nullable;

/** What the tests of one class share. */
final class ClassScope implements AutoCloseable {
    private final TestServer server;
    private final String template;
    private final Isolation isolation;

    // Guarded by this.
    private @Nullable String name;
    private @Nullable Database database;

    ClassScope(TestServer server, String template, Isolation isolation) {
        this.server = server;
        this.template = template;
        this.isolation = isolation;
    }

    TestScope begin() {
        Recorder recorder = new Recorder();
        return switch (isolation) {
            case DATABASE -> {
                String own = server.copy(template);
                yield new TestScope(server.connect(own, recorder), recorder, false, () -> server.discard(own));
            }
            case ROLLBACK -> new TestScope(server.connect(shared(), recorder), recorder, true, () -> {});
            case CLASS -> new TestScope(server.connect(shared(), recorder), recorder, false, () -> {});
        };
    }

    /** For {@code @BeforeAll} and {@code @AfterAll}; null when the tests share none. */
    synchronized @Nullable Database database() {
        if (isolation == Isolation.DATABASE) {
            return null;
        }
        if (database == null) {
            database = server.connect(shared(), new Recorder());
        }
        return database;
    }

    private synchronized String shared() {
        if (name == null) {
            name = server.copy(template);
        }
        return name;
    }

    @Override
    public synchronized void close() {
        if (database != null) {
            Await.await(database.close());
        }
        if (name != null) {
            server.discard(name);
        }
    }
}
