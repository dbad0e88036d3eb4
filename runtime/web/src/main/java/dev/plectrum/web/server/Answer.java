package dev.plectrum.web.server;

import dev.plectrum.web.Body;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is left of a response once its headers are decided. */
sealed interface Answer {
    int status();

    /** These bytes, or none. */
    record Bytes(int status, @Nullable Buffer buffer) implements Answer {}

    /** A part of a file. */
    record FilePart(int status, Path path, long offset, long length) implements Answer {}

    /** Pieces as they come. */
    record Pieces(int status, Body.Stream stream) implements Answer {}
}
