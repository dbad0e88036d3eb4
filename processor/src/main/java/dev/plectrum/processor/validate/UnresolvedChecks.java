package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Unresolved;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;

/** Types of fields that nobody declared in the end. */
public final class UnresolvedChecks {
    private UnresolvedChecks() {}

    /** Adds what is missing. */
    public static void check(ModelDef model, List<Unresolved> unresolved, Problems problems) {
        for (Unresolved missing : unresolved) {
            problems.add(
                    Problem.of(
                                    Code.UNRESOLVED_TYPE,
                                    missing.place(),
                                    model.name().simple() + "." + missing.field() + " has the type " + missing.type()
                                            + ", which cannot be found")
                            .because(
                                    "Neither the sources, nor the class path, nor another processor declares it. Is an import missing?"));
        }
    }
}
