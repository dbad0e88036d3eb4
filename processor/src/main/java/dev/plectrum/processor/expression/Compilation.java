package dev.plectrum.processor.expression;

import java.util.List;

/** What became of an expression's text: {@link Compiled}, or {@link Rejected} with everything that is wrong. */
public sealed interface Compilation permits Compiled, Compilation.Rejected {
    /**
     * The expression is not usable.
     *
     * @param problems at least one, in the order of the text
     */
    record Rejected(List<ExpressionProblem> problems) implements Compilation {
        /** Copies the problems. */
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** Reads the text against the fields of a model. No text makes this throw. */
    static Compilation of(String text, Scope scope, Purpose purpose) {
        Syntax syntax;
        try {
            syntax = Parser.parse(text);
        } catch (SyntaxException unreadable) {
            return new Rejected(List.of(unreadable.problem()));
        }
        Resolver resolver = new Resolver(text, scope, purpose);
        Node root = resolver.resolveAll(syntax);
        return resolver.problems().isEmpty() ? new Compiled(root, purpose) : new Rejected(resolver.problems());
    }
}
