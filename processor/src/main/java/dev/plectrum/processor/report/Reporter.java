package dev.plectrum.processor.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints problems where they are. */
public final class Reporter {
    private static final int LINES_OF_A_CRASH = 12;

    private final ProcessingEnvironment environment;
    private final Messager messager;

    /** A reporter to this compilation. */
    public Reporter(ProcessingEnvironment environment) {
        this.environment = environment;
        this.messager = environment.getMessager();
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
        } else {
            report(text, place.element(), place.annotation(), place.value());
        }
    }

    private void report(String text, Element element, AnnotationMirror annotation, @Nullable AnnotationValue value) {
        RepeatedAnnotations repeated = RepeatedAnnotations.of(environment);
        if (repeated != null && repeated.error(text, element, annotation, value)) {
            return;
        }
        if (value == null) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, element, annotation);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, text, element, annotation, value);
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
