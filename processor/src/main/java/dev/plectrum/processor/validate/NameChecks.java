package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.Set;

/** Generated names: two models must not come to the same. */
public final class NameChecks {
    private NameChecks() {}

    /** Adds what is wrong, given the qualified names of all models of this compilation. */
    public static void check(ModelDef model, Set<String> models, Problems problems) {
        String packageName = model.name().packageName();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        for (String other : models) {
            boolean same = !other.equals(model.name().qualified())
                    && other.startsWith(prefix)
                    && other.substring(prefix.length())
                            .replace(".", "")
                            .equals(model.name().stem())
                    && other.substring(prefix.length()).matches("([A-Z]\\w*\\.)*\\w+");
            if (same) {
                problems.add(Problem.of(
                                Code.NAME_CLASH,
                                model.place(),
                                model.name().className() + " and " + other.substring(prefix.length())
                                        + " would both become " + model.name().querySet())
                        .because("Generated names begin with the names of the class and of those around it.")
                        .because("Rename one of the two."));
            }
        }
    }
}
