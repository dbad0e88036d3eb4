package dev.plectrum.web.files;

import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.Url;
import dev.plectrum.web.error.Problem;
import io.vertx.core.http.MimeMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The files of a folder, open to everybody. {@link #url} names each by its content, {@code /static/app.3f9a2c41d07b.css}, and
 * browsers keep what they load under such a name for ever; under its plain name they ask each time whether it has changed. Only
 * what lay in the folder at the start is served: a path is looked up, never followed.
 */
public final class StaticFiles implements Routes {
    private static final int HASH_BYTES = 6;

    private final String prefix;
    private final Map<String, Entry> byName = new ConcurrentHashMap<>();
    private final Map<String, Entry> byHashedName = new ConcurrentHashMap<>();

    private StaticFiles(String prefix) {
        this.prefix = prefix;
    }

    private record Entry(Path path, long size, Instant modified, String type, String hashedName) {}

    /**
     * The files below this folder under this path. Reads all of them once, to know their hashes: call it while the application is
     * built. Fails with {@link IOException} if one cannot be read.
     */
    public static StaticFiles of(String prefix, Path folder) throws IOException {
        var files = new StaticFiles(prefix);
        Path root = folder.toRealPath();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                String name = root.relativize(path).toString().replace('\\', '/');
                // A link may lead out of the folder, and a dot file was not meant for anybody.
                boolean hidden = name.startsWith(".") || name.contains("/.");
                if (Files.isRegularFile(path) && !hidden && path.toRealPath().startsWith(root)) {
                    files.add(name, path);
                }
            }
        }
        return files;
    }

    private void add(String name, Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        int dot = name.lastIndexOf('.');
        int end = dot > name.lastIndexOf('/') ? dot : name.length();
        String hashed = name.substring(0, end) + "." + hash(path) + name.substring(end);
        var entry =
                new Entry(path, attributes.size(), attributes.lastModifiedTime().toInstant(), type(name), hashed);
        byName.put(name, entry);
        byHashedName.put(hashed, entry);
    }

    private static String type(String name) {
        String type = MimeMapping.mimeTypeForFilename(name);
        if (type == null) {
            return "application/octet-stream";
        }
        boolean text = type.startsWith("text/") || type.equals("application/javascript") || type.endsWith("json");
        return text ? type + "; charset=utf-8" : type;
    }

    private static String hash(Path path) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    /** The URL of this file, by its content. Fails with {@link IllegalArgumentException} if there is no such file. */
    public Url url(String name) {
        Entry entry = byName.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("There is no static file \"" + name + "\"");
        }
        return Url.path(prefix + "/").rest(entry.hashedName);
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.get(prefix + "/{path...}").name("static files").open().value(this::serve, Reply.response()));
    }

    private Response serve(Request request) throws IOException {
        String name = request.pathValues().get(0);
        Entry hashed = byHashedName.get(name);
        Entry entry = hashed == null ? byName.get(name) : hashed;
        if (entry == null) {
            throw Problem.of(404, "not-found").exception();
        }
        // In development files change under the server: the size must be the one that is sent.
        BasicFileAttributes now = Files.readAttributes(entry.path, BasicFileAttributes.class);
        Instant modified = now.lastModifiedTime().toInstant();
        boolean same = now.size() == entry.size && Objects.equals(modified, entry.modified);
        return Response.file(entry.path, now.size(), modified, entry.type)
                .header("Cache-Control", hashed != null && same ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
