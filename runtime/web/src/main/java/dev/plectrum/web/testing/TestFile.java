package dev.plectrum.web.testing;

import io.vertx.core.buffer.Buffer;

/**
 * A file that a test sends with a form.
 *
 * @param name what the client calls it
 * @param contentType what the client says it is
 * @param content its bytes
 */
public record TestFile(String name, String contentType, Buffer content) {
    /** A text file. */
    public static TestFile text(String name, String content) {
        return new TestFile(name, "text/plain", Buffer.buffer(content));
    }
}
