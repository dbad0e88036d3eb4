package dev.plectrum.processor.model;

import java.util.List;

/**
 * A view, and what nobody has declared yet of what its signatures name.
 *
 * @param unresolved the types that cannot be found; another processor may still write them
 */
public record ViewScan(ViewDef view, List<Unresolved> unresolved) {
    /** Copies the list. */
    public ViewScan {
        unresolved = List.copyOf(unresolved);
    }
}
