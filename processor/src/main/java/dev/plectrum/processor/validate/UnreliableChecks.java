package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.Unreliable;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;

/** Types of other jars whose generated code is missing, or was written by another version. */
public final class UnreliableChecks {
    private UnreliableChecks() {}

    /** Adds what cannot be relied on, given the version that is running. */
    public static void check(ModelDef model, List<Unreliable> unreliable, String version, Problems problems) {
        for (Unreliable type : unreliable) {
            String uses = model.name().simple() + " uses " + type.type();
            problems.add(
                    type.version().isEmpty()
                            ? Problem.of(
                                            Code.NOT_GENERATED,
                                            place(model, type),
                                            uses + ", which was compiled without Plectrum's processor")
                                    .because(
                                            "Class files tell less than sources, so we read what the processor wrote beside them.")
                                    .because(
                                            "JDK 23 and newer run no processor that is only on the class path: name it in annotationProcessorPaths.")
                                    .fix("compile " + type.type() + " again, with the processor")
                            : Problem.of(
                                            Code.OTHER_VERSION,
                                            place(model, type),
                                            uses + ", whose generated code comes from Plectrum " + type.version()
                                                    + " and not from " + version)
                                    .because("What one version writes another may misread.")
                                    .fix("compile " + type.type() + " again with Plectrum " + version));
        }
    }

    /** The field that names the type; the model if it is a base class. */
    private static Place place(ModelDef model, Unreliable type) {
        return model.fields().stream()
                .filter(field -> names(field, type.type()))
                .map(Field::place)
                .findFirst()
                .orElse(model.place());
    }

    private static boolean names(Field field, String type) {
        if (field instanceof RelationField relation) {
            return relation.java().display().matches(".*<" + type + "[,>].*");
        }
        return field instanceof EmbeddedField embedded
                && embedded.type().display().equals(type);
    }
}
