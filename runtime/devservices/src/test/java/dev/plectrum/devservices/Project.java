package dev.plectrum.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A project on disk, the JVMs that run in it, and its server as seen from outside. */
final class Project implements AutoCloseable {
    private static final long MINUTES = 3;

    private final Path directory;
    private final List<Jvm> jvms = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();

    Project(Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
    }

    /** Gives it the database of another project, which is cheaper than one of its own. */
    void copyDatabase(Project other) throws IOException {
        Files.createDirectories(folder());
        for (String name : List.of("data", "password")) {
            Command.run(
                            directory,
                            List.of("cp", "-a", other.folder().resolve(name).toString(), folder().toString()),
                            Duration.ofMinutes(MINUTES))
                    .orThrow();
        }
    }

    Path folder() {
        return directory.resolve("target/plectrum/postgres");
    }

    Path data() {
        return folder().resolve("data");
    }

    /** A JVM of this project; the test has not waited for anything it does. */
    Jvm start(String... options) throws IOException {
        return start(List.of(), classPath(), Map.of(), options);
    }

    Jvm start(List<String> prefix, String classPath, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(options));
        command.add(Application.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> variables = new HashMap<>(environment);
        builder.environment().remove("PLECTRUM_ENV");
        builder.environment().putAll(variables);
        Path errors = Files.createTempFile(directory, "jvm", ".err");
        Jvm jvm = new Jvm(builder.redirectError(errors.toFile()).start(), errors);
        jvms.add(jvm);
        return jvm;
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static List<Path> classPathEntries() {
        return List.of(classPath().split(File.pathSeparator)).stream()
                .map(Path::of)
                .toList();
    }

    Postmaster server() {
        return Postmaster.of(data());
    }

    boolean hasServer() {
        Postmaster server = server();
        return server != null && server.state() != Postmaster.State.GONE;
    }

    /** Waits for the server to end, as it does by itself when the last JVM has. */
    void awaitNoServer() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (hasServer()) {
            assertThat(System.nanoTime() - deadline)
                    .as("the server should be gone")
                    .isNegative();
            Pause.millis(20);
        }
    }

    List<String> query(String url, String sql) {
        PgConnection connection = connect(url);
        try {
            RowSet<Row> rows = await(connection.query(sql).execute());
            List<String> values = new ArrayList<>();
            rows.forEach(row -> values.add(String.valueOf(row.getValue(0))));
            return values;
        } finally {
            await(connection.close());
        }
    }

    PgConnection connect(String url) {
        return await(PgConnection.connect(vertx, PgConnectOptions.fromUri(url)));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(MINUTES, TimeUnit.MINUTES)
                .join();
    }

    /** Ends what the test left running, also a server whose JVM was killed. */
    @Override
    public void close() {
        for (Jvm jvm : jvms) {
            jvm.kill();
        }
        Postmaster server = server();
        if (server != null) {
            ProcessHandle process = ProcessHandle.of(server.pid()).orElse(null);
            if (process != null && server.state() != Postmaster.State.GONE) {
                // SIGQUIT would be PostgreSQL's immediate stop; its helpers end by themselves when it is gone.
                process.destroyForcibly();
                process.onExit().orTimeout(MINUTES, TimeUnit.MINUTES).join();
            }
        }
        await(vertx.close());
    }

    /** One running application. */
    static final class Jvm {
        private final Process process;
        private final Path errors;

        Jvm(Process process, Path errors) {
            this.process = process;
            this.errors = errors;
        }

        /** The URL that it was given; waits for it. */
        String url() throws IOException {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String url = out.readLine();
            assertThat(url).as("a URL; instead: %s", errors()).startsWith("postgresql://");
            return url;
        }

        /** Ends it in the ordinary way and says what it printed. */
        String end() throws Exception {
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new TimeoutException("The JVM did not end within " + Duration.ofMinutes(MINUTES));
            }
            return errors();
        }

        void kill() {
            process.destroyForcibly()
                    .onExit()
                    .orTimeout(MINUTES, TimeUnit.MINUTES)
                    .join();
        }

        String errors() throws IOException {
            return Files.readString(errors);
        }
    }
}
