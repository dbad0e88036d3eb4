package dev.plectrum.processor.scan;

import dev.plectrum.processor.model.ModelDef;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Knows the Defs of records and base classes that do not compile now. */
interface Definitions {
    /** The Def that was written when the type was compiled; empty for one that compiles now, or was never annotated. */
    Optional<ModelDef> definitionOf(TypeElement type);
}
