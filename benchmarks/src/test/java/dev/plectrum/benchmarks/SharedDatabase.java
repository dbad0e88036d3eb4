package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.database.BenchmarkDatabase;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One database with the contract's rows for all tests of the run, started by the first and stopped after the last. */
final class SharedDatabase implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(SharedDatabase.class);

    private static BenchmarkDatabase database;

    static BenchmarkDatabase get() {
        return database;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        database = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                .database;
    }

    private static final class Running implements AutoCloseable {
        private final BenchmarkDatabase database;

        private Running() {
            try {
                database = BenchmarkDatabase.open(null);
            } catch (IOException | TimeoutException failure) {
                throw new IllegalStateException("No database for the tests", failure);
            }
        }

        @Override
        public void close() throws IOException, TimeoutException {
            database.close();
        }
    }
}
