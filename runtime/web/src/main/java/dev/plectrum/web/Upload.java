package dev.plectrum.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a form. It lies in a temporary place and is deleted when the request ends: move it to keep it.
 *
 * @param field the form field
 * @param fileName what the client calls the file: for display only, never for a path
 * @param contentType what the client says it is; not checked
 * @param size its size in bytes
 * @param path where it lies
 */
public record Upload(
        String field, String fileName, @Nullable String contentType, long size, Path path) {}
