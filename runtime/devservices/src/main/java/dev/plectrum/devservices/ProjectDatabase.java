package dev.plectrum.devservices;

import dev.plectrum.orm.exec.DevelopmentDatabase;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of the project that this JVM runs in: a real server, unpacked from a jar, with its data in the
 * project's build folder. Every JVM of the project uses the same one; the first starts it and the last to end stops it.
 *
 * <p>Refuses to work for an application that says it is deployed, through the system property {@code plectrum.env} or the
 * variable {@code PLECTRUM_ENV}. See docs/development-database.md.
 */
public final class ProjectDatabase implements DevelopmentDatabase {
    private static @Nullable String url;

    /** What {@link java.util.ServiceLoader} calls; starts nothing. */
    public ProjectDatabase() {}

    @Override
    public String url() {
        return shared(new Settings(System.getProperties(), System.getenv()));
    }

    private static synchronized String shared(Settings settings) {
        settings.refuseWhenDeployed();
        if (url == null) {
            url = start(settings.folder(Path.of("")));
        }
        return url;
    }

    private static String start(Path folder) {
        Account account = Account.ofThisProcess(folder);
        Server server = new Server(folder, account, Binaries.unpack(folder, account));
        String url = server.join();
        // Not a daemon thread's job: this runs while the application's own hooks still finish their last requests.
        Runtime.getRuntime().addShutdownHook(new Thread(server::leave, "plectrum-development-database"));
        return url;
    }

    /** What the surroundings say: read once, so that a test can say it too. */
    record Settings(Properties properties, Map<String, String> environment) {
        private static final String MODE = "plectrum.env";
        private static final String FOLDER = "plectrum.devservices.folder";

        /**
         * Only a project being developed gets a server. An unknown word is refused like {@code production}: "staging" and
         * "prodution" must not end up on an empty database.
         */
        void refuseWhenDeployed() {
            String mode = value(MODE);
            if (mode != null && !mode.equals("development") && !mode.equals("test")) {
                throw new IllegalStateException("""
                        No database is named, and the development database is not for %s=%s
                          It starts only in development and test, or when neither the system property %s nor the variable %s is set.
                          Fix: set DATABASE_URL=postgresql://user:password@host:5432/database""".formatted(variable(MODE), mode, MODE, variable(MODE)));
            }
        }

        /** Where the server keeps everything it has. */
        Path folder(Path workingDirectory) {
            String named = value(FOLDER);
            return named == null
                    ? BuildFolder.above(workingDirectory.toAbsolutePath())
                            .resolve("plectrum")
                            .resolve("postgres")
                    : Path.of(named).toAbsolutePath().normalize();
        }

        private @Nullable String value(String property) {
            String value = properties.getProperty(property);
            if (value == null) {
                value = environment.get(variable(property));
            }
            return value == null || value.isBlank() ? null : value.trim();
        }

        private static String variable(String property) {
            return property.toUpperCase(Locale.ROOT).replace('.', '_');
        }
    }
}
