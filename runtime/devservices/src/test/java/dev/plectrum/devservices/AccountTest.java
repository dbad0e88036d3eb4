package dev.plectrum.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What root does about PostgreSQL's refusal to run as root. An ordinary user's way is the one of all the other tests. */
class AccountTest {
    @TempDir
    Path directory;

    static Stream<Account> waysOut() {
        if (!isRoot()) {
            return Stream.of(new Account.Same());
        }
        // One of each kind: with which of the other users makes no difference.
        Map<Class<?>, Account> kinds = new LinkedHashMap<>();
        Account.waysOut().filter(Account::works).forEach(account -> kinds.putIfAbsent(account.getClass(), account));
        return kinds.values().stream();
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void aServerRunsAsTheAccount(Account account) throws Exception {
        if (!account.readsHome()) {
            openToAll(directory);
        }
        try (Project project = new Project(directory)) {
            Path folder = project.folder();
            Server server = new Server(folder, account, Binaries.unpack(folder, account));
            String url = server.join();
            assertThat(project.query(url, "SELECT count(*) FROM pg_stat_activity WHERE pid = pg_backend_pid()"))
                    .containsExactly("1");
            server.leave();
            project.awaitNoServer();
        }
    }

    @Test
    void anOrdinaryUserWithoutAHomeHasAServerToo() throws Exception {
        assumeTrue(
                isRoot() && Account.works(new Account.Other("65534", "65534")),
                "only root with setpriv can become another user; the other tests run as this one");
        openToAll(directory);
        Path jars = Files.createDirectory(directory.resolve("jars"));
        List<String> classPath = new ArrayList<>();
        for (Path entry : Project.classPathEntries()) {
            if (Files.exists(entry)) {
                Path copy = jars.resolve(classPath.size() + "-" + entry.getFileName());
                copy(entry, copy);
                classPath.add(copy.toString());
            }
        }
        Path home = Files.createDirectory(directory.resolve("project"));
        openToAll(home);
        try (Project project = new Project(home)) {
            run("chown", "-R", "nobody", home.toString());
            Project.Jvm jvm = project.start(
                    List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups"),
                    String.join(File.pathSeparator, classPath),
                    Map.of("HOME", "/nonexistent", "XDG_CACHE_HOME", ""));
            assertThat(project.query(jvm.url(), "SELECT 1")).containsExactly("1");
            assertThat(Files.getOwner(project.data()).getName()).isEqualTo("nobody");
            jvm.end();
            project.awaitNoServer();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void openToAll(Path path) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copy(Path from, Path to) {
        run("cp", "-r", from.toString(), to.toString());
        run("chmod", "-R", "a+rX", to.toString());
    }

    private static void run(String... command) {
        Command.run(Path.of("/"), List.of(command), Duration.ofMinutes(1)).orThrow();
    }
}
