package dev.plectrum.processor.validate;

import dev.plectrum.processor.expression.ExpressionProblem;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.ExpressionDef;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;

/** Expressions: what the expression language says of each. */
final class ExpressionChecks implements Checks.Check {
    @Override
    public void check(ModelDef model, Problems problems) {
        for (ColumnField column : model.columns()) {
            column.generation().ifPresent(generation -> add(generation.expression(), problems));
        }
        model.checks().forEach(check -> add(check.condition(), problems));
        model.indexes().forEach(index -> {
            index.expressions().forEach(expression -> add(expression, problems));
            index.where().ifPresent(where -> add(where, problems));
        });
        model.uniques().forEach(unique -> {
            unique.expressions().forEach(expression -> add(expression, problems));
            unique.where().ifPresent(where -> add(where, problems));
        });
        model.excludes().forEach(exclude -> {
            exclude.elements().forEach(element -> add(element.expression(), problems));
            exclude.where().ifPresent(where -> add(where, problems));
        });
    }

    private static void add(ExpressionDef expression, Problems problems) {
        for (ExpressionProblem problem : expression.problems()) {
            problems.add(new Problem(
                    "Expression." + problem.code().word(), problem.message(), problem.details(), expression.place()));
        }
    }
}
