package dev.plectrum.benchmarks.startup;

import java.nio.file.Path;
import java.util.List;

/** What a JVM may know of its classes before it starts. */
public enum ClassCache {
    /** Nothing: every class is read, verified and linked anew. */
    NONE("none"),
    /** The classes of the JDK, from the archive that comes with it. */
    JDK("the JDK's"),
    /** The classes of the application too, from an archive that a trial run left. */
    ARCHIVE("class data"),
    /** Classes that are loaded and linked already, from a cache that a trial run left; JDK 25 and later. */
    AOT("AOT");

    private static final int AOT_IN_ONE_STEP = 25;

    private final String title;

    ClassCache(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Whether this JDK can do it. */
    boolean knownTo(JdkHome jdk) {
        return this != AOT || jdk.feature() >= AOT_IN_ONE_STEP;
    }

    /** Options of a trial run that leaves the file; none if there is nothing to leave. */
    List<String> trialOptions(Path file) {
        return switch (this) {
            case NONE, JDK -> List.of();
            case ARCHIVE -> List.of("-XX:ArchiveClassesAtExit=" + file);
            case AOT -> List.of("-XX:AOTCacheOutput=" + file);
        };
    }

    /** Options of a run that uses the file. */
    List<String> options(Path file) {
        return switch (this) {
            case NONE -> List.of("-Xshare:off");
            case JDK -> List.of();
            case ARCHIVE -> List.of("-XX:SharedArchiveFile=" + file);
            case AOT -> List.of("-XX:AOTCache=" + file);
        };
    }
}
