package dev.plectrum.devservices;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server process, as the lock file in its data directory describes it. The file outlives a killed server, and the number
 * may by then be another process's, so nothing here is believed before it was asked.
 *
 * @param pid the process
 * @param started when it started
 * @param port where it listens
 * @param stopping whether it was told to stop
 */
record Postmaster(long pid, Instant started, int port, boolean stopping) {
    enum State {
        /** Takes connections. */
        READY,
        /** There, and will take connections soon. */
        STARTING,
        /** There, and takes no connections any more. */
        STOPPING,
        /** Not there any more. */
        GONE
    }

    private enum Answer {
        WELCOME,
        NOT_NOW,
        NONE
    }

    private static final String LOCK_FILE = "postmaster.pid";
    // Clocks are set and start times are rounded.
    private static final Duration TOLERANCE = Duration.ofSeconds(10);
    private static final int ANSWER_MILLIS = 2_000;

    /** The server of this data directory, or null when there is none or it has only just begun to start. */
    static @Nullable Postmaster of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve(LOCK_FILE), StandardCharsets.ISO_8859_1);
            // Pid, data directory, start time, port, socket directory, address, shared memory, state: as far as it has
            // come.
            return lines.size() < 4
                    ? null
                    : new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                            Integer.parseInt(lines.get(3).strip()),
                            lines.size() > 7 && lines.get(7).strip().equals("stopping"));
        } catch (NoSuchFileException e) {
            return null;
        } catch (NumberFormatException e) {
            // Half written.
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The development database's lock file is not readable: " + e.getMessage(), e);
        }
    }

    /**
     * Removes the lock file of a server that is gone if its number is another process's by now, which PostgreSQL would take
     * for a server. Otherwise the file stays: by it the next server finds out whether processes of the last one still
     * write.
     */
    void forgetIfReplaced(Path data) throws IOException {
        if (ProcessHandle.of(pid).isPresent()) {
            Files.deleteIfExists(data.resolve(LOCK_FILE));
        }
    }

    State state() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || !process.get().isAlive()) {
            return State.GONE;
        }
        return switch (answer(port)) {
            case WELCOME -> State.READY;
            case NOT_NOW -> present();
            // A stranger's process, or ours at a moment when it doesn't listen.
            case NONE -> process.get().info().startInstant().map(this::isMine).orElse(true) ? present() : State.GONE;
        };
    }

    private State present() {
        return stopping ? State.STOPPING : State.STARTING;
    }

    private boolean isMine(Instant processStarted) {
        return Duration.between(processStarted, started).abs().compareTo(TOLERANCE) < 0;
    }

    /** Begins a session as any client would and hangs up when the server has shown what it thinks of it. */
    private static Answer answer(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Server.HOST, port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(startup());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return switch (in.readByte()) {
                // It asks who we are: it would let us in.
                case 'R' -> Answer.WELCOME;
                case 'E' -> cannotConnectNow(in) ? Answer.NOT_NOW : Answer.WELCOME;
                default -> Answer.NONE;
            };
        } catch (IOException e) {
            return Answer.NONE;
        }
    }

    private static byte[] startup() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream message = new DataOutputStream(bytes);
        byte[] parameters =
                "user\0%1$s\0database\0%1$s\0\0".formatted(Server.NAME).getBytes(StandardCharsets.UTF_8);
        message.writeInt(Integer.BYTES + Integer.BYTES + parameters.length);
        message.writeInt(3 << 16); // the protocol's version, 3.0
        message.write(parameters);
        return bytes.toByteArray();
    }

    private static boolean cannotConnectNow(DataInputStream in) throws IOException {
        byte[] fields = in.readNBytes(in.readInt() - Integer.BYTES);
        return new String(fields, StandardCharsets.UTF_8).contains("\0C57P03\0");
    }
}
