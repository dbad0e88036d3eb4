package dev.plectrum.web.server;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Looks for the last boundary of a form in parts: the decoder takes a form that was cut off for one with fewer fields. */
final class FormEnd {
    /** Room for line breaks behind the boundary. */
    private static final int AROUND = 16;

    private final String end;
    private String last = "";

    FormEnd(String boundary) {
        // A character a byte, as the body is read.
        end = new String(("--" + boundary + "--").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The next piece of the body. */
    void read(Buffer chunk) {
        int kept = end.length() + AROUND;
        int from = Math.max(0, chunk.length() - kept);
        String text = last + chunk.getString(from, chunk.length(), "ISO-8859-1");
        last = text.substring(Math.max(0, text.length() - kept));
    }

    /** Whether the body ended with it. */
    boolean isThere() {
        return last.contains(end);
    }
}
