package dev.plectrum.web.api;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The OpenAPI document that was written when the views of an application were compiled.
 *
 * @param text the document, in JSON
 */
public record ApiDocument(String text) {
    /** Where the compiler leaves it. */
    private static final String RESOURCE = "META-INF/plectrum/openapi.json";

    /**
     * The document of the application that this class belongs to: its {@code @Application}, or any other of the same jar. Fails with
     * {@link IllegalStateException} if no application was compiled there.
     */
    public static ApiDocument of(Class<?> application) {
        return of(application.getClassLoader());
    }

    /** The document of the application that this loader loads. Fails with {@link IllegalStateException} if there is none. */
    public static ApiDocument of(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "There is no " + RESOURCE + ": it is written where a class with @Application is compiled");
            }
            return new ApiDocument(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as an object. */
    public JsonObject json() {
        return new JsonObject(text);
    }
}
