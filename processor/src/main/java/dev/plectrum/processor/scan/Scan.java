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
 * @param family all models that share the table, this one among them: generated code of each needs that of the others
 */
public record Scan(ModelDef model, List<Unresolved> unresolved, List<Unreliable> unreliable, List<Scan> family) {
    /** Copies the lists. */
    public Scan {
        unresolved = List.copyOf(unresolved);
        unreliable = List.copyOf(unreliable);
        family = List.copyOf(family);
    }

    /** The same, with the models that share the table. */
    Scan in(List<Scan> models) {
        return new Scan(model, unresolved, unreliable, models);
    }

    /** Whether somebody has declared the types of all fields. */
    public boolean isResolved() {
        return unresolved.isEmpty() && family.stream().allMatch(scan -> scan.unresolved.isEmpty());
    }
}
