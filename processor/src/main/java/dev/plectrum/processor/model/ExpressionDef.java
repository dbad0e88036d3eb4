package dev.plectrum.processor.model;

import dev.plectrum.processor.expression.ExpressionProblem;
import java.util.List;

/**
 * An expression over a model's fields.
 *
 * @param text as the user wrote it
 * @param sql over columns; empty if the text cannot be understood
 * @param problems what is wrong with the text
 * @param place of the text
 */
public record ExpressionDef(String text, String sql, List<ExpressionProblem> problems, Place place) {
    /** Copies the problems. */
    public ExpressionDef {
        problems = List.copyOf(problems);
    }
}
