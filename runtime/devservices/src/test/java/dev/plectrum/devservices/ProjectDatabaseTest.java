package dev.plectrum.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test has a project of its own, and real JVMs that run in it. */
class ProjectDatabaseTest {
    @TempDir
    private static Path seedDirectory;

    private static Project seed;

    private Project project;

    @BeforeAll
    static void createSeed() throws Exception {
        seed = new Project(seedDirectory);
        Project.Jvm jvm = seed.start();
        jvm.url();
        jvm.end();
        seed.awaitNoServer();
    }

    @AfterAll
    static void closeSeed() {
        seed.close();
    }

    @BeforeEach
    void createProject(@TempDir Path directory) throws IOException {
        project = new Project(directory);
    }

    @AfterEach
    void closeProject() throws Exception {
        project.close();
    }

    @Test
    void theServerEndsWithItsOnlyUserAndTheNextOneFindsTheRows() throws Exception {
        Project.Jvm first = project.start();
        String url = first.url();
        project.query(url, "CREATE TABLE tea (name text); INSERT INTO tea VALUES ('Assam')");
        first.end();
        project.awaitNoServer();

        Project.Jvm second = project.start();
        assertThat(second.url()).isEqualTo(url);
        assertThat(project.query(url, "SELECT name FROM tea")).containsExactly("Assam");
        second.end();
        project.awaitNoServer();
    }

    @Test
    void jvmsThatStartAtOnceShareOneServerAndTheLastOfThemStopsIt() throws Exception {
        List<Project.Jvm> jvms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            jvms.add(project.start());
        }
        String url = jvms.get(0).url();
        assertThat(jvms.get(1).url()).isEqualTo(url);
        assertThat(jvms.get(2).url()).isEqualTo(url);
        long pid = project.server().pid();

        jvms.get(0).end();
        jvms.get(1).end();
        assertThat(project.query(url, "SELECT 1")).containsExactly("1");
        assertThat(project.server().pid()).isEqualTo(pid);

        jvms.get(2).end();
        project.awaitNoServer();
    }

    @Test
    void aKilledJvmLeavesAServerThatTheNextOneUsesAndStops() throws Exception {
        project.copyDatabase(seed);
        Project.Jvm killed = project.start();
        String url = killed.url();
        long pid = project.server().pid();
        killed.kill();
        assertThat(project.hasServer()).isTrue();

        Project.Jvm next = project.start();
        assertThat(next.url()).isEqualTo(url);
        assertThat(project.server().pid()).isEqualTo(pid);
        next.end();
        project.awaitNoServer();
    }

    @Test
    void aKilledServerIsStartedAgainWithItsRows() throws Exception {
        project.copyDatabase(seed);
        Project.Jvm first = project.start();
        String url = first.url();
        project.query(url, "CREATE TABLE tea (name text); INSERT INTO tea VALUES ('Assam')");
        ProcessHandle server = ProcessHandle.of(project.server().pid()).orElseThrow();
        first.kill();
        server.destroyForcibly();
        server.onExit().join();
        assertThat(project.data().resolve("postmaster.pid")).exists();

        Project.Jvm next = project.start();
        assertThat(project.query(next.url(), "SELECT name FROM tea")).containsExactly("Assam");
        assertThat(project.server().pid()).isNotEqualTo(server.pid());
    }

    @Test
    void aLockFileThatNamesAnotherLivingProcessIsNotBelieved() throws Exception {
        project.copyDatabase(seed);
        Project.Jvm first = project.start();
        String url = first.url();
        Path lockFile = project.data().resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(lockFile));
        first.end();
        project.awaitNoServer();
        // As after a restart of the machine: the number is in use, the port isn't.
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        lines.set(2, "1000000000");
        Files.write(lockFile, lines);

        Project.Jvm next = project.start();
        assertThat(next.url()).isEqualTo(url);
        assertThat(project.query(url, "SELECT 1")).containsExactly("1");
        assertThat(project.server().pid()).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void aClientThatNeverHangsUpDoesNotKeepTheNextRunWaiting() throws Exception {
        project.copyDatabase(seed);
        Project.Jvm first = project.start();
        PgConnection forgotten = project.connect(first.url());
        first.end();
        assertThat(project.server().state()).isEqualTo(Postmaster.State.STOPPING);

        String url = project.start().url();
        assertThat(project.query(url, "SELECT 1")).containsExactly("1");
        assertThat(forgotten.query("SELECT 1").execute().toCompletionStage().toCompletableFuture())
                .failsWithin(Duration.ofMinutes(1));
    }

    @Test
    void dataOfAnotherMajorVersionIsReplacedWithAMessage() throws Exception {
        project.copyDatabase(seed);
        Project.Jvm first = project.start();
        project.query(first.url(), "CREATE TABLE tea (name text)");
        first.end();
        project.awaitNoServer();
        Files.writeString(project.data().resolve("PG_VERSION"), "13\n");

        Project.Jvm next = project.start();
        assertThat(project.query(next.url(), "SELECT to_regclass('tea')")).containsExactly("null");
        assertThat(next.end()).contains("""
                The development database begins empty: its data is of PostgreSQL 13, the class path has PostgreSQL 18""");
    }

    @Test
    void aCreationThatWasInterruptedIsRepeated() throws Exception {
        Path unfinished = Files.createDirectories(project.folder().resolve("data.new"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

        assertThat(project.query(project.start().url(), "SELECT 1")).containsExactly("1");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void dataThatIsIncompleteIsReplaced() throws Exception {
        project.copyDatabase(seed);
        Files.delete(project.data().resolve("PG_VERSION"));

        Project.Jvm jvm = project.start();
        assertThat(project.query(jvm.url(), "SELECT 1")).containsExactly("1");
        assertThat(jvm.end()).contains("begins empty: its data is incomplete");
    }

    @Test
    void aFailedStartLeavesNoUserBehind() throws Exception {
        project.copyDatabase(seed);
        Path control = project.data().resolve("global/pg_control");
        Path aside = Files.move(control, control.resolveSibling("aside"));
        Account account = Account.ofThisProcess(project.folder());
        Binaries binaries = Binaries.unpack(project.folder(), account);

        assertThatThrownBy(() -> new Server(project.folder(), account, binaries).join())
                .hasMessageContaining("pg_control");

        Files.move(aside, control);
        Server server = new Server(project.folder(), account, binaries);
        assertThat(project.query(server.join(), "SELECT 1")).containsExactly("1");
        server.leave();
        project.awaitNoServer();
    }

    @Test
    void dataThatIsBrokenIsReportedWithWhatTheServerSaid() throws Exception {
        project.copyDatabase(seed);
        Project.Jvm first = project.start();
        first.url();
        first.end();
        project.awaitNoServer();
        Files.delete(project.data().resolve("global/pg_control"));

        Project.Jvm next = project.start();
        assertThat(next.end())
                .contains("The development database does not start")
                .contains("pg_control")
                .contains("Fix: read the above; when its data is broken, delete " + project.folder());
    }

    @Test
    void thePortIsTheSameUnlessSomebodyHasTakenIt() throws Exception {
        project.copyDatabase(seed);
        Project.Jvm first = project.start();
        int port = URI.create(first.url()).getPort();
        first.end();
        project.awaitNoServer();

        try (ServerSocket taken = new ServerSocket(port, 1, Server.HOST)) {
            String url = project.start().url();
            assertThat(URI.create(url).getPort()).isNotEqualTo(taken.getLocalPort());
            assertThat(project.query(url, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void onlyTheOwnerOfTheFilesCanLogIn() throws Exception {
        project.copyDatabase(seed);
        String url = project.start().url();

        assertThatThrownBy(() -> project.query(url.replaceFirst(":[0-9a-f]+@", ":guess@"), "SELECT 1"))
                .hasMessageContaining("password authentication failed");
        assertThat(project.folder().resolve("url")).hasContent(url);
        for (String secret : List.of("password", "url")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(project.folder().resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void textSortsAndChangesCaseTheSameOnEveryMachine() throws Exception {
        project.copyDatabase(seed);
        String url = project.start().url();

        assertThat(project.query(
                        url, "SELECT upper('é') || string_agg(c, '' ORDER BY c) FROM unnest('{a,B,ä}'::text[]) c"))
                .containsExactly("ÉBaä");
        assertThat(project.query(url, "SHOW timezone")).containsExactly("UTC");
    }

    @Test
    void anApplicationInProductionGetsNone() {
        Properties properties = new Properties();
        Map<String, String> production = Map.of("PLECTRUM_ENV", "production");

        assertThatThrownBy(() -> new ProjectDatabase.Settings(properties, production).refuseWhenDeployed())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("""
                        No database is named, and the development database is not for PLECTRUM_ENV=production
                          It starts only in development and test, or when neither the system property plectrum.env nor the variable PLECTRUM_ENV is set.
                          Fix: set DATABASE_URL=postgresql://user:password@host:5432/database""");
        assertThatThrownBy(() -> new ProjectDatabase.Settings(properties, Map.of("PLECTRUM_ENV", "prodution"))
                        .refuseWhenDeployed())
                .hasMessageContaining("PLECTRUM_ENV=prodution");

        properties.setProperty("plectrum.env", "test");
        new ProjectDatabase.Settings(properties, production).refuseWhenDeployed();
    }

    @Test
    void aJvmInProductionStartsNothing() throws Exception {
        Project.Jvm jvm = project.start(List.of(), Project.classPath(), Map.of("PLECTRUM_ENV", "production"));

        assertThat(jvm.end()).contains("not for PLECTRUM_ENV=production");
        assertThat(project.folder()).doesNotExist();
    }

    @Test
    void theFolderCanBeNamed(@TempDir Path elsewhere) throws Exception {
        Project.Jvm jvm = project.start("-Dplectrum.devservices.folder=" + elsewhere);
        assertThat(jvm.url()).isNotEmpty();
        assertThat(elsewhere.resolve("data")).isDirectory();
        assertThat(project.folder()).doesNotExist();
        jvm.end();
        Postmaster server = Postmaster.of(elsewhere.resolve("data"));
        while (server != null && server.state() != Postmaster.State.GONE) {
            Pause.millis(20);
            server = Postmaster.of(elsewhere.resolve("data"));
        }
    }
}
