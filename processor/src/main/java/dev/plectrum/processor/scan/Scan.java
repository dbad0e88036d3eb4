package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Unresolved;
import java.util.List;

/**
 * What was read.
 *
 * @param unresolved the types of fields that nobody has declared yet; another processor may still do so
 */
public record Scan(ModelDef model, List<Unresolved> unresolved) {
    /** Copies the list. */
    public Scan {
        unresolved = List.copyOf(unresolved);
    }
}
