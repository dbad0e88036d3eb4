package dev.plectrum.processor.report;

import java.util.ArrayList;
import java.util.List;

/** Collects problems. The same one is kept once. */
public final class Problems {
    private final List<Problem> problems = new ArrayList<>();

    /** One more. */
    public void add(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** All, in the order in which they were found. */
    public List<Problem> all() {
        return List.copyOf(problems);
    }
}
