package dev.plectrum.benchmarks.startup;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param path its folder
 * @param feature its feature release, such as 17
 */
public record JdkHome(Path path, int feature) {
    /** The JDK in this folder; fails if there is none. */
    public static JdkHome at(Path path) {
        Properties release = new Properties();
        try (Reader text = Files.newBufferedReader(path.resolve("release"))) {
            release.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is no JDK", e);
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        return new JdkHome(path, Runtime.Version.parse(version).feature());
    }

    /** The JDK that runs this, and one of each other feature release that is installed beside it, the oldest first. */
    public static List<JdkHome> installed() {
        JdkHome running = at(Path.of(System.getProperty("java.home")));
        Map<Integer, JdkHome> found = new TreeMap<>();
        found.put(running.feature(), running);
        for (Path folder : siblings(running.path())) {
            if (Files.isReadable(folder.resolve("release")) && Files.isExecutable(folder.resolve("bin/java"))) {
                JdkHome jdk = at(folder);
                found.putIfAbsent(jdk.feature(), jdk);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<Path> siblings(Path folder) {
        Path parent = folder.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its launcher. */
    public String java() {
        return path.resolve("bin").resolve("java").toString();
    }
}
