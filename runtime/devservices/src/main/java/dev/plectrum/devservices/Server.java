package dev.plectrum.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server of one project. Its folder holds:
 *
 * <pre>
 * data/        PostgreSQL's own
 * server.log   what the server says
 * password     of the only user; readable by its owner alone
 * url          for psql "$(cat url)"
 * turn.lock    held while a JVM starts or stops the server
 * users.lock   shared by the JVMs that use it
 * </pre>
 */
final class Server {
    /** Not "localhost", which may be another address for the client than for the server. */
    static final InetAddress HOST = loopback();

    /** The user and its database: psql takes one for the other. */
    static final String NAME = "plectrum";

    private static final System.Logger LOG = System.getLogger(Server.class.getName());
    /** Raised when a data directory of an older Plectrum must not be used any more. */
    private static final String LAYOUT = "1";

    private static final Duration TURN = Duration.ofMinutes(3);
    private static final Duration LAST_TURN = Duration.ofSeconds(5);
    private static final Duration COMMAND = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** Below the ports that systems hand out to outgoing connections. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;
    private static final int PORT_ATTEMPTS = 50;

    private final Path folder;
    private final Path data;
    private final Turn turn;
    private final Account account;
    private final Binaries binaries;
    private @Nullable Users users;

    Server(Path folder, Account account, Binaries binaries) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.turn = new Turn(folder.resolve("turn.lock"));
        this.account = account;
        this.binaries = binaries;
    }

    /** The URL of the running server, which is started unless another JVM of the project has done so. */
    String join() {
        try {
            Files.createDirectories(folder);
            return turn.take(TURN, this::attachOrStart);
        } catch (IOException e) {
            throw new UncheckedIOException("The development database in " + folder + ": " + e.getMessage(), e);
        }
    }

    private String attachOrStart() throws IOException {
        Users joined = Users.join(folder.resolve("users.lock"));
        try {
            String url = attachOrStart(joined.wasFirst());
            users = joined;
            return url;
        } catch (Throwable e) {
            // Not a user of what isn't there: whoever succeeds later is then the one to stop it.
            joined.leave();
            throw e;
        }
    }

    private String attachOrStart(boolean alone) throws IOException {
        Postmaster running = running();
        String mismatch = mismatch();
        if (mismatch != null && running != null && !alone) {
            LOG.log(Level.WARNING, "Other JVMs use the development database, so it stays: {0}", mismatch);
        } else if (mismatch != null) {
            LOG.log(Level.WARNING, "The development database begins empty: {0}", mismatch);
            end();
            Trees.delete(data);
            running = null;
        }
        if (!Files.isDirectory(data)) {
            create();
        }
        return url(running == null ? start() : running.port());
    }

    /**
     * Stops the server unless other JVMs use it. Does not wait for it: connections of this JVM may live until its very
     * end, for the sake of requests that still run, and the server goes when the last of them does.
     */
    void leave() {
        try {
            turn.take(LAST_TURN, () -> {
                boolean last = users != null && users.leave();
                if (last) {
                    stop("smart");
                }
                return last;
            });
        } catch (IOException | RuntimeException e) {
            // Nobody is left to hear of it, and nothing is lost: the next JVM finds the server and uses it.
            LOG.log(Level.DEBUG, "The development database was not stopped", e);
        }
    }

    /** The server, if it takes connections; waits while it starts or stops, and ends one that gets nowhere. */
    private @Nullable Postmaster running() throws IOException {
        long begun = System.nanoTime();
        for (Postmaster postmaster = Postmaster.of(data); postmaster != null; postmaster = Postmaster.of(data)) {
            Postmaster.State state = postmaster.state();
            if (state == Postmaster.State.READY) {
                return postmaster;
            }
            if (state == Postmaster.State.GONE) {
                postmaster.forgetIfReplaced(data);
                return null;
            }
            // One that stops waits for its clients, and some, such as a forgotten psql, never hang up.
            Duration patience = state == Postmaster.State.STOPPING ? GRACE : COMMAND;
            if (System.nanoTime() - begun > patience.toNanos()) {
                end();
                return null;
            }
            Pause.millis(20);
        }
        return null;
    }

    /** Stops the server, whoever uses it, and returns when it is gone. */
    private void end() {
        stop("fast");
        long begun = System.nanoTime();
        Postmaster postmaster = Postmaster.of(data);
        while (postmaster != null && postmaster.state() != Postmaster.State.GONE) {
            if (System.nanoTime() - begun > COMMAND.toNanos()) {
                throw new IllegalStateException(
                        "The development database in %s doesn't stop (process %d)".formatted(folder, postmaster.pid()));
            }
            Pause.millis(20);
            postmaster = Postmaster.of(data);
        }
    }

    /** Why the data can't be used by this PostgreSQL and this Plectrum; null when it can, or there is none. */
    private @Nullable String mismatch() throws IOException {
        if (!Files.isDirectory(data)) {
            return null;
        }
        Path versionFile = data.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            return "its data is incomplete";
        }
        String version = Files.readString(versionFile).strip();
        int binary = majorVersion();
        if (!version.equals(Integer.toString(binary))) {
            return "its data is of PostgreSQL %s, the class path has PostgreSQL %d".formatted(version, binary);
        }
        Path layout = data.resolve("plectrum.layout");
        return Files.exists(layout) && Files.readString(layout).strip().equals(LAYOUT)
                ? null
                : "its data was laid out by another version of Plectrum";
    }

    private int majorVersion() {
        // The one command that root may run.
        String version = Command.run(folder, List.of(program("postgres"), "--version"), COMMAND)
                .orThrow();
        Matcher number = Pattern.compile("\\(PostgreSQL\\) (\\d+)").matcher(version);
        if (!number.find()) {
            throw new IllegalStateException("PostgreSQL does not tell its version: " + version.strip());
        }
        return Integer.parseInt(number.group(1));
    }

    /** Makes the data directory beside its place: one that was interrupted must not be taken for a whole one. */
    private void create() throws IOException {
        LOG.log(Level.INFO, "Creating the development database in {0}", folder);
        Path unfinished = folder.resolve("data.new");
        Trees.delete(unfinished);
        Files.createDirectory(unfinished);
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Path passwordFile = folder.resolve("password");
        writeSecret(passwordFile, password);
        account.own(unfinished);
        account.own(passwordFile);
        int version = majorVersion();

        List<String> initdb = new ArrayList<>(List.of(
                program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + NAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-sync",
                "--no-instructions",
                "--locale=C"));
        if (version >= 17) {
            // The same order and the same upper case on every operating system.
            initdb.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        run(initdb, "");

        // A random password needs no stretching, and stretching costs each new connection milliseconds.
        String stretching = version >= 16 ? "SET scram_iterations = 1;\n" : "";
        run(
                List.of(
                        program("postgres"),
                        "--single",
                        "-F",
                        "-c",
                        "exit_on_error=on",
                        "-D",
                        unfinished.toString(),
                        "postgres"),
                stretching + "ALTER USER %1$s PASSWORD '%2$s';\nCREATE DATABASE %1$s;\n".formatted(NAME, password));
        Path layout = unfinished.resolve("plectrum.layout");
        Files.writeString(layout, LAYOUT);
        account.own(layout);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server and says on which port. */
    private int start() throws IOException {
        Path log = folder.resolve("server.log");
        int version = majorVersion();
        long begun = System.nanoTime();
        for (int attempt = 0; ; ) {
            int port = freePort(attempt);
            // Of this start only: the file would grow for ever.
            Files.writeString(log, "");
            account.own(log);
            Command.Result result = Command.run(
                    folder,
                    account.command(List.of(
                            program("pg_ctl"),
                            "start",
                            "--wait",
                            "--timeout=60",
                            "--silent",
                            "--pgdata=" + data,
                            "--log=" + log,
                            "--options=" + options(port, version))),
                    COMMAND);
            if (result.succeeded()) {
                LOG.log(Level.INFO, () -> "Development database: PostgreSQL %d on port %d, data in %s"
                        .formatted(version, port, folder));
                return port;
            }
            List<String> said = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            if (!isFree(port) && attempt < PORT_ATTEMPTS) {
                // Somebody else has taken it in between.
                attempt++;
            } else if (said.stream().anyMatch(line -> line.contains("pre-existing shared memory block"))
                    && System.nanoTime() - begun < COMMAND.toNanos()) {
                // The processes of a server that was killed are about to notice.
                Pause.millis(100);
            } else {
                throw new IllegalStateException("""
                        The development database does not start
                          %s
                          Fix: read the above; when its data is broken, delete %s (it is made again, empty)""".formatted(tail(said, result.output()), folder));
            }
        }
    }

    private static String options(int port, int version) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", HOST.getHostAddress());
        settings.put("unix_socket_directories", "");
        // Nothing here has to survive a power failure, and a test suite is made of commits. A commit does survive a
        // killed server: it is written, if not flushed, so synchronous_commit stays on.
        settings.put("fsync", "off");
        settings.put("full_page_writes", "off");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("max_connections", "300");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // Pays off from a second's work on, which is no development query.
        settings.put("jit", "off");
        if (version >= 16) {
            settings.put("scram_iterations", "1");
        }
        return settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /**
     * The same port each time where that is possible, also after {@code mvn clean}: tools outside keep it in their
     * configuration.
     */
    private int freePort(int attempt) {
        int preferred = Math.floorMod(folder.toString().hashCode(), PORTS);
        for (int step = attempt; step < PORTS; step++) {
            int port = FIRST_PORT + (preferred + step) % PORTS;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from %d to %d is free".formatted(FIRST_PORT, FIRST_PORT + PORTS - 1));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, HOST)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void stop(String mode) {
        Postmaster postmaster = Postmaster.of(data);
        if (postmaster == null) {
            return;
        }
        Command.run(
                folder,
                account.command(List.of(
                        program("pg_ctl"), "stop", "--no-wait", "--silent", "--mode=" + mode, "--pgdata=" + data)),
                COMMAND);
        // Until it has heard: the JVM that looks next must not take it for one that stays.
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (postmaster.state() == Postmaster.State.READY && System.nanoTime() - deadline < 0) {
            Pause.millis(5);
        }
    }

    private String url(int port) throws IOException {
        String password = Files.readString(folder.resolve("password")).strip();
        String url = "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
                .formatted(NAME, password, HOST.getHostAddress(), port, NAME);
        Path file = folder.resolve("url");
        if (!Files.exists(file) || !Files.readString(file).equals(url + "\n")) {
            writeSecret(file, url + "\n");
        }
        return url;
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, secret);
    }

    private void run(List<String> command, String input) {
        Command.run(folder, account.command(command), input, COMMAND).orThrow();
    }

    private String program(String name) {
        return binaries.program(name).toString();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }

    private static String tail(List<String> log, String output) {
        return Stream.concat(output.strip().lines(), log.stream().skip(Math.max(0, log.size() - 15)))
                .collect(Collectors.joining("\n  "));
    }
}
