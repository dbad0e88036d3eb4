package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Unreliable;
import dev.plectrum.processor.model.Unresolved;
import java.util.List;

/**
 * What was read.
 *
 * @param unresolved the types of fields that nobody has declared yet; another processor may still do so
 * @param unreliable the types that compiled before, and of which too little is known
 */
public record Scan(ModelDef model, List<Unresolved> unresolved, List<Unreliable> unreliable) {
    /** Copies the lists. */
    public Scan {
        unresolved = List.copyOf(unresolved);
        unreliable = List.copyOf(unreliable);
    }
}
