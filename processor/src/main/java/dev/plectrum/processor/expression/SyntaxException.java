package dev.plectrum.processor.expression;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text cannot be read beyond this place. Stays inside the package: {@link Compilation} turns it into a problem. */
final class SyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ExpressionProblem problem;

    SyntaxException(String text, Span span, String message, @Nullable String replacement, String... explanation) {
        super(message, null, false, false);
        this.problem = new ExpressionProblem(
                ExpressionProblem.Code.SYNTAX,
                text,
                span.start(),
                span.end(),
                message,
                List.of(explanation),
                replacement);
    }

    ExpressionProblem problem() {
        return problem;
    }
}
