package dev.plectrum.processor.validate;

import dev.plectrum.processor.expression.Nearest;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.IndexDef;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Named;
import dev.plectrum.processor.model.UniqueDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.List;
import java.util.Optional;

/** Names of fields in annotations: each must be one, and of a kind that fits. */
final class NamedChecks implements Checks.Check {
    @Override
    public void check(ModelDef model, Problems problems) {
        known(model, model.ordering(), "orders by", "ordering", problems);
        for (IndexDef index : model.indexes()) {
            known(model, index.fields(), "indexes", "fields", problems);
            known(model, index.include(), "includes", "include", problems);
        }
        for (UniqueDef unique : model.uniques()) {
            known(model, unique.fields(), "says unique for", "fields", problems);
        }
        for (Named named : model.ordering()) {
            model.column(named.field())
                    .filter(column -> !column.type().family().ordered())
                    .ifPresent(column -> problems.add(Problem.of(
                                    Code.UNORDERED,
                                    named.place(),
                                    model.name().simple() + " orders by \"" + named.field() + "\", which is JSON")
                            .because("JSON documents have no order that would mean anything.")));
        }
    }

    private static void known(ModelDef model, List<Named> names, String does, String member, Problems problems) {
        List<String> fields = model.columns().stream().map(ColumnField::name).toList();
        for (Named named : names) {
            if (fields.contains(named.field())) {
                continue;
            }
            Problem problem = Problem.of(
                    Code.UNKNOWN_FIELD,
                    named.place(),
                    model.name().simple() + " " + does + " \"" + named.field() + "\", which is not one of its fields");
            Optional<String> nearest = Nearest.to(named.field(), fields);
            String list = "Fields: " + String.join(", ", fields);
            problems.add(
                    nearest.isEmpty()
                            ? problem.because(list)
                            : problem.because("Did you mean \"" + nearest.get() + "\"? " + list)
                                    .fix(member + " = \"" + (named.descending() ? "-" : "") + nearest.get() + "\""));
        }
    }
}
