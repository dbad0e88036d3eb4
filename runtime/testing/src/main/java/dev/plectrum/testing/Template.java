package dev.plectrum.testing;

import dev.plectrum.orm.exec.Database;
import java.time.Duration;

/**
 * A prepared database, which tests copy.
 *
 * @param server where it is
 * @param name what it is called
 */
record Template(TestServer server, String name) implements AutoCloseable {
    private static final Duration PREPARATION = Duration.ofMinutes(2);

    /** Has the schema prepare it; nobody is connected to it afterwards, or it could not be copied. */
    void prepare(TestSchema schema) {
        Database database = server.connect(name, new Recorder());
        try {
            Await.await(schema.create(database), PREPARATION);
        } finally {
            Await.await(database.close(), PREPARATION);
        }
    }

    @Override
    public void close() {
        server.discard(name);
    }
}
