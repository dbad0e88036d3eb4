package dev.plectrum.web.error;

import java.io.Serial;

/** Ends a request with a {@link Problem}. Cheap to throw: it carries no stack trace unless it has a cause. */
public class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** Ends the request with this. */
    public ProblemException(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** Ends the request with this, remembering why. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What is answered. */
    public Problem problem() {
        return problem;
    }
}
