package dev.plectrum.processor.model;

import java.util.List;

/**
 * A type with a JSON form of its own, and what nobody has declared yet of what its fields name.
 *
 * @param unresolved the types that cannot be found; another processor may still write them
 */
public record JsonScan(JsonFileDef file, List<Unresolved> unresolved) {
    /** Copies the list. */
    public JsonScan {
        unresolved = List.copyOf(unresolved);
    }
}
