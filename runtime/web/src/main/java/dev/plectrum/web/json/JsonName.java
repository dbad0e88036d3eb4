package dev.plectrum.web.json;

import java.nio.charset.StandardCharsets;

/** A field's name, encoded once: the comma before it, its quotes and its colon included. */
public final class JsonName {
    final byte[] bytes;
    private final String name;

    private JsonName(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** This name. */
    public static JsonName of(String name) {
        var out = new JsonWriter(name.length() + 8);
        out.string(name);
        String quoted = new String(out.toBytes(), StandardCharsets.UTF_8);
        return new JsonName(name, ("," + quoted + ":").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
