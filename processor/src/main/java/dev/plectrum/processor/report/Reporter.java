package dev.plectrum.processor.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Prints problems where they are. */
public final class Reporter {
    private static final int LINES_OF_A_CRASH = 12;

    private final Messager messager;

    /** A reporter to this compilation. */
    public Reporter(Messager messager) {
        this.messager = messager;
    }

    /** Prints all problems as errors. */
    public void report(Problems problems) {
        problems.all().forEach(this::report);
    }

    private void report(Problem problem) {
        String text = problem.toString();
        if (!(problem.place() instanceof SourcePlace place)) {
            messager.printMessage(Diagnostic.Kind.ERROR, text);
        } else if (place.annotation() == null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, place.element());
        } else if (place.value() == null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, place.element(), place.annotation());
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, text, place.element(), place.annotation(), place.value());
        }
    }

    /** Says that we failed, and that it is not the user's doing. */
    public void crash(Element element, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        String shortened = Arrays.stream(trace.toString().split("\\R"))
                .limit(LINES_OF_A_CRASH)
                .reduce((above, below) -> above + "\n  " + below)
                .orElse("");
        messager.printMessage(
                Diagnostic.Kind.ERROR,
                "[" + Code.CRASH.word() + "] Plectrum failed on " + element.getSimpleName()
                        + ". This is a bug of Plectrum, not of your code\n  Please report it with these lines:\n  "
                        + shortened,
                element);
    }
}
