package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.report.Problems;
import java.util.List;

/** All rules for models. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new ShapeChecks(),
            new FieldChecks(),
            new TypeChecks(),
            new RoleChecks(),
            new ColumnChecks(),
            new NamedChecks(),
            new RelationChecks(),
            new KindChecks(),
            new ConstraintChecks(),
            new ExpressionChecks());

    /** One rule, or a few that belong together. */
    interface Check {
        /** Adds what is wrong with the model. */
        void check(ModelDef model, Problems problems);
    }

    private Checks() {}

    /** Everything that is wrong with a model. */
    public static Problems run(ModelDef model) {
        Problems problems = new Problems();
        // What is wrong with a subclass in its table is said of that.
        ModelDef alone = model.withoutKinds();
        ALL.forEach(check -> check.check(check instanceof KindChecks ? model : alone, problems));
        return problems;
    }
}
