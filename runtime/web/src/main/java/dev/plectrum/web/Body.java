package dev.plectrum.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer carries. */
public sealed interface Body {
    /** Nothing. */
    Body NONE = new None();

    /** Nothing. */
    record None() implements Body {}

    /** All of it, at hand. */
    record Bytes(Buffer buffer) implements Body {}

    /**
     * A file, sent by the operating system, whole or in the range that the client asks for.
     *
     * @param path the file
     * @param size its size
     * @param modified when it was changed last
     */
    record File(Path path, long size, @Nullable Instant modified) implements Body {}

    /**
     * Pieces as they come, no faster than the client takes them.
     *
     * @param source the pieces; paused until the answer begins
     * @param abandon stops the source when the client leaves before its end
     * @param heartbeat what is sent when nothing else was for a while; null for nothing
     */
    record Stream(
            ReadStream<Buffer> source,
            Runnable abandon,
            @Nullable Heartbeat heartbeat) implements Body {}

    /**
     * A sign of life on a silent stream, so that proxies keep it open and a client that left is noticed.
     *
     * @param every how long the silence may be
     * @param bytes what breaks it
     */
    record Heartbeat(Duration every, Buffer bytes) {}
}
