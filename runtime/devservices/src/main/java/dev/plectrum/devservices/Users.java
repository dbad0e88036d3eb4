package dev.plectrum.devservices;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs that use the server. Each holds a shared lock on one file, which the operating system lifts however the JVM
 * ends: a count in a file would be wrong after the first {@code kill -9}.
 *
 * <p>Joined and left during a {@link Turn} only.
 */
final class Users {
    private final FileChannel channel;
    private @Nullable FileLock membership;
    private final boolean first;

    private Users(FileChannel channel, boolean first, @Nullable FileLock membership) {
        this.channel = channel;
        this.first = first;
        this.membership = membership;
    }

    /** Makes this JVM one of the users until it leaves or dies. */
    static Users join(Path file) throws IOException {
        // Never closed: on some systems that would lift every lock of this JVM on the file.
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            boolean first = nobodyOn(channel);
            return new Users(channel, first, channel.lock(0, Long.MAX_VALUE, true));
        } catch (OverlappingFileLockException e) {
            // Another class loader of this JVM is a user already, and will leave for both when the JVM ends.
            return new Users(channel, false, null);
        }
    }

    /** Whether there was no other when this JVM joined. */
    boolean wasFirst() {
        return first;
    }

    /** Ends the membership and says whether it was the last one. */
    boolean leave() throws IOException {
        if (membership == null) {
            return false;
        }
        membership.release();
        membership = null;
        return nobodyOn(channel);
    }

    private static boolean nobodyOn(FileChannel channel) throws IOException {
        try (FileLock alone = channel.tryLock()) {
            return alone != null;
        }
    }
}
