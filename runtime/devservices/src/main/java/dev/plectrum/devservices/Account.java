package dev.plectrum.devservices;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL's programs run. They refuse to run as root, which is who everybody is inside a container, so there
 * are ways around it; each is tried before it is chosen, since what a container permits differs from one to the next.
 */
sealed interface Account {
    /** The command that runs this one as the account. */
    List<String> command(List<String> command);

    /** Hands a file, or a directory with all that is in it, to the account. */
    void own(Path path);

    /** Whether the account can read what only this process's user can, such as the user's home directory. */
    boolean readsHome();

    /**
     * The account for this process.
     *
     * @param folder where the server will keep its files
     * @throws IllegalStateException when this is root and nothing else is possible
     */
    static Account ofThisProcess(Path folder) {
        if (Platform.current().windows() || !"0".equals(answer(List.of("id", "-u")))) {
            return new Same();
        }
        return waysOut()
                .filter(Account::works)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("""
                        PostgreSQL refuses to run as root, and this machine offers no other way
                          Tried: a user namespace (unshare -U), another user's id (setpriv), another user (su).
                          Fix: run as an ordinary user, or set DATABASE_URL to a server of your own (the files would be in %s)""".formatted(folder)));
    }

    /** Every way not to be root, best first. */
    static Stream<Account> waysOut() {
        List<String> users = List.of("postgres", "nobody");
        return Stream.of(
                        Stream.of(new Namespace()),
                        users.stream().map(Other::of),
                        users.stream().map(Borrowed::of))
                .<@Nullable Account>flatMap(ways -> ways)
                .filter(Objects::nonNull);
    }

    static boolean works(Account account) {
        String id = answer(account.command(List.of("id", "-u")));
        // PostgreSQL also wants to know the name.
        return id != null && !id.equals("0") && answer(account.command(List.of("id", "-un"))) != null;
    }

    private static @Nullable String answer(List<String> command) {
        try {
            Command.Result result = Command.run(Path.of("/"), command, Duration.ofSeconds(10));
            return result.succeeded() ? result.output().strip() : null;
        } catch (UncheckedIOException e) {
            // No such program here.
            return null;
        }
    }

    /** The user of this process, who is not root. */
    record Same() implements Account {
        @Override
        public List<String> command(List<String> command) {
            return command;
        }

        @Override
        public void own(Path path) {}

        @Override
        public boolean readsHome() {
            return true;
        }
    }

    /**
     * Root, seen from inside a user namespace where it has no name: the programs see {@code nobody}, the files stay root's.
     * Docker's default profile forbids it.
     */
    record Namespace() implements Account {
        @Override
        public List<String> command(List<String> command) {
            return concat(List.of("unshare", "-U"), command);
        }

        @Override
        public void own(Path path) {}

        @Override
        public boolean readsHome() {
            return true;
        }
    }

    /**
     * Another user's id, who keeps root's right to pass through directories, so that a project below {@code /root} works.
     *
     * @param uid the user's number
     * @param gid the user's group
     */
    record Other(String uid, String gid) implements Account {
        static @Nullable Other of(String user) {
            String uid = answer(List.of("id", "-u", user));
            String gid = answer(List.of("id", "-g", user));
            return uid == null || gid == null ? null : new Other(uid, gid);
        }

        @Override
        public List<String> command(List<String> command) {
            return concat(
                    List.of(
                            "setpriv",
                            "--reuid=" + uid,
                            "--regid=" + gid,
                            "--clear-groups",
                            // Without it access(2), which the programs ask about one another, ignores the right below.
                            "--securebits=+no_setuid_fixup",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override"),
                    command);
        }

        @Override
        public void own(Path path) {
            give(path, uid + ":" + gid);
        }

        @Override
        public boolean readsHome() {
            return true;
        }
    }

    /**
     * Another user altogether, for small systems such as Alpine's in a container. The project must be where everybody may
     * read.
     *
     * @param user the user's name
     */
    record Borrowed(String user) implements Account {
        static @Nullable Borrowed of(String user) {
            return answer(List.of("id", "-u", user)) == null ? null : new Borrowed(user);
        }

        @Override
        public List<String> command(List<String> command) {
            // One string: the implementations of su differ in what they do with more arguments.
            String line = command.stream()
                    .map(word -> "'" + word.replace("'", "'\\''") + "'")
                    .collect(Collectors.joining(" ", "exec ", ""));
            return List.of("su", "-s", "/bin/sh", "-c", line, user);
        }

        @Override
        public void own(Path path) {
            give(path, user);
        }

        @Override
        public boolean readsHome() {
            return false;
        }
    }

    private static void give(Path path, String owner) {
        Command.run(Path.of("/"), List.of("chown", "-R", owner, path.toString()), Duration.ofMinutes(1))
                .orThrow();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
