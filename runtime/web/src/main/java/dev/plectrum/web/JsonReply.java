package dev.plectrum.web;

import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;

/** Answers with JSON, remembering how long the last answer was: a buffer of the right size is never copied to grow. */
final class JsonReply<T> implements Reply<T> {
    private static final int LARGEST_HINT = 256 * 1024;

    private final JsonEncoder<? super T> encoder;

    // Racy on purpose: a stale hint costs a copy, a volatile one would cost every answer.
    private int hint = 128;

    JsonReply(JsonEncoder<? super T> encoder) {
        this.encoder = encoder;
    }

    @Override
    public Response answer(T result, Request request) {
        var out = new JsonWriter(hint);
        encoder.write(out, result);
        int size = out.size();
        if (size > hint || size < hint / 4) {
            hint = Math.min(size + size / 8 + 16, LARGEST_HINT);
        }
        return Response.of(200, "application/json", out.toBuffer());
    }
}
