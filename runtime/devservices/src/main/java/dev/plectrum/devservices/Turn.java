package dev.plectrum.devservices;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One JVM at a time starts or stops the server. The operating system ends the turn of a JVM that dies.
 *
 * @param file the lock that is held for the time of it
 */
record Turn(Path file) {
    /** What needs the turn. */
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Waits for the turn, does the work, and says what came of it.
     *
     * @throws IllegalStateException when the others take longer than the limit
     */
    <T> T take(Duration limit, Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long begun = System.nanoTime();
            while (lock(channel) == null) {
                if (System.nanoTime() - begun > limit.toNanos()) {
                    throw new IllegalStateException(
                            "Another JVM has been starting or stopping the development database for %d seconds (it holds the lock on %s)"
                                    .formatted(limit.toSeconds(), file));
                }
                Pause.millis(20);
            }
            return work.run();
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another class loader of this JVM has it.
            return null;
        }
    }
}
