package dev.plectrum.devservices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where Maven or Gradle put what can be made again: what {@code mvn clean} deletes. */
final class BuildFolder {
    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
    private static final List<String> ROOTS = List.of(".git", ".mvn", "settings.gradle", "settings.gradle.kts");

    private BuildFolder() {}

    /**
     * The build folder of the whole project around a directory. The modules of one build share it: the tests of each run
     * in the module's own directory, and a server per module would mean creating it as many times.
     *
     * @throws IllegalStateException when the directory is in no project
     */
    static Path above(Path directory) {
        Path start = directory.normalize();
        Path project = null;
        for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
            Path folder = in(candidate);
            if (folder != null) {
                project = folder;
            } else if (project != null) {
                break;
            }
            if (has(candidate, ROOTS)) {
                break;
            }
        }
        if (project == null) {
            throw new IllegalStateException("""
                    No database is named, and %s is not in a Maven or Gradle project
                      The development database keeps its data in the project's build folder.
                      Fix: set DATABASE_URL=postgresql://user:password@host:5432/database, or start in the project's directory""".formatted(start));
        }
        return project;
    }

    private static @Nullable Path in(Path directory) {
        if (has(directory, List.of("pom.xml"))) {
            return directory.resolve("target");
        }
        return has(directory, GRADLE) ? directory.resolve("build") : null;
    }

    private static boolean has(Path directory, List<String> names) {
        return names.stream().anyMatch(name -> Files.exists(directory.resolve(name)));
    }
}
