package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.Set;
import java.util.function.Predicate;

/** Generated names: two models must not come to the same. */
public final class NameChecks {
    private NameChecks() {}

    /** Adds what is wrong, given the qualified names of all models of this compilation, and those of all other types of the user's. */
    public static void check(ModelDef model, Set<String> models, Predicate<String> isTheUsers, Problems problems) {
        String packageName = model.name().packageName();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        for (String generated : model.name().generated(model.shape().model())) {
            if (isTheUsers.test(prefix + generated)) {
                problems.add(Problem.of(
                                Code.NAME_CLASH,
                                model.place(),
                                generated + " is generated for " + model.name().simple()
                                        + ", but there is a class of this name already")
                        .because("Rename one of the two."));
            }
        }
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
