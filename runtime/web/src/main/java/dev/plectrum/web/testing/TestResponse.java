package dev.plectrum.web.testing;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test's request was answered with.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the body, decompressed by nobody
 */
public record TestResponse(int status, MultiMap headers, Buffer body) {
    /** The first header of this name, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body as text. */
    public String text() {
        return body.toString();
    }

    /** The body as a JSON object. */
    public JsonObject json() {
        return new JsonObject(body);
    }

    /** The body as a JSON array. */
    public JsonArray jsonArray() {
        return new JsonArray(body);
    }

    /** Whether it says what went wrong, in the form of RFC 9457. */
    public boolean isProblem() {
        String type = header("Content-Type");
        return type != null && type.startsWith("application/problem+json");
    }

    /** The word that names the problem. Fails with {@link AssertionError} if this is none. */
    public String problem() {
        if (!isProblem()) {
            throw new AssertionError("A problem was expected, and this came: " + this);
        }
        return json().getString("type").substring("urn:problem:".length());
    }

    /** What the problem says of its fields: {@code "query size: must be an integer"}. */
    public List<String> fieldErrors() {
        JsonArray errors = json().getJsonArray("errors", new JsonArray());
        return errors.stream()
                .map(error -> error instanceof JsonObject object ? object : new JsonObject(castMap(error)))
                .map(error -> error.getString("in") + " " + error.getString("field") + ": " + error.getString("detail"))
                .toList();
    }

    @SuppressWarnings("unchecked") // JSON objects have text names
    private static Map<String, Object> castMap(Object map) {
        return (Map<String, Object>) map;
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
