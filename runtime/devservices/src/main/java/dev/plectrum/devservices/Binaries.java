package dev.plectrum.devservices;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs, unpacked once per machine and user and shared by all of the user's projects.
 *
 * @param home the directory with {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {
    private static final System.Logger LOG = System.getLogger(Binaries.class.getName());

    /** Finds the archive on the class path and unpacks it unless that has been done before. */
    static Binaries unpack(Path folder, Account account) {
        Platform platform = Platform.current();
        URL archive = archive(platform);
        try {
            Path cache = account.readsHome() ? cache(folder) : folder.resolve("binaries");
            Path home = cache.resolve("postgresql-" + identity(archive));
            if (!Files.isDirectory(home)) {
                LOG.log(Level.INFO, "Unpacking PostgreSQL into {0}", home);
                unpack(archive, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(Platform.current().windows() ? name + ".exe" : name);
    }

    private static URL archive(Platform platform) {
        ClassLoader loader = Binaries.class.getClassLoader();
        for (String name : platform.archives()) {
            URL archive = loader.getResource(name);
            if (archive != null) {
                return archive;
            }
        }
        throw new IllegalStateException("""
                The class path has no PostgreSQL for this machine (%s)
                  Fix: add io.zonky.test.postgres:%s to the dependencies, in the version of the other PostgreSQL binaries there,
                  or set DATABASE_URL to a server of your own""".formatted(String.join(" or ", platform.archives()), platform.artifact()));
    }

    /** Tells two archives apart without reading them: the jar's directory has a checksum of each. */
    private static String identity(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            // A cached connection would keep the jar open for as long as the JVM lives.
            jar.setUseCaches(false);
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        try (CheckedInputStream in = new CheckedInputStream(archive.openStream(), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return "%08x".formatted(in.getChecksum().getValue());
        }
    }

    /**
     * The user's own cache: the temporary directory belongs to everybody, and programs that another user could have put
     * there are not to be run. A user without a home of its own, as in some containers, gets a copy in the project.
     */
    private static Path cache(Path folder) {
        String named = System.getenv("XDG_CACHE_HOME");
        Path cache = (named == null || named.isBlank()
                        ? Path.of(System.getProperty("user.home", ""), ".cache")
                        : Path.of(named))
                .resolve("plectrum");
        try {
            return Files.createDirectories(cache.toAbsolutePath());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "No cache in " + cache, e);
            return folder.resolve("binaries");
        }
    }

    /** Several JVMs may do this at once: each unpacks for itself, and the first to finish gives the directory its name. */
    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try {
            try (InputStream in = new XZCompressorInputStream(new BufferedInputStream(archive.openStream()));
                    TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    extract(tar, entry, unfinished);
                }
            }
            permit(unfinished, 0755);
            rename(unfinished, home);
        } finally {
            Trees.delete(unfinished);
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive has an entry outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
            permit(path, path.startsWith(target.resolve("bin")) ? 0755 : entry.getMode());
        }
    }

    private static void permit(Path path, int mode) throws IOException {
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
            List<PosixFilePermission> bits = List.of(PosixFilePermission.values());
            for (int bit = 0; bit < bits.size(); bit++) {
                // The enum lists them as "rwxrwxrwx" does, from the highest bit down.
                if ((mode & (0400 >> bit)) != 0) {
                    permissions.add(bits.get(bit));
                }
            }
            view.setPermissions(permissions);
        }
    }

    private static void rename(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Somebody was faster, and what is there is whole.
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
