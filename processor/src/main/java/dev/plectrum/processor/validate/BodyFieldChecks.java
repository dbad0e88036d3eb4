package dev.plectrum.processor.validate;

import dev.plectrum.processor.expression.Nearest;
import dev.plectrum.processor.model.DraftDef;
import dev.plectrum.processor.model.JsonForm;
import dev.plectrum.processor.model.ParameterDef;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields that a body sets must be named, and be ones that clients can set. */
final class BodyFieldChecks {
    private BodyFieldChecks() {}

    static void check(ParameterDef.Source.Body body, String method, ParameterDef parameter, Problems problems) {
        if (body.form() instanceof JsonForm.DraftOf form) {
            DraftDef draft = form.body().draft().orElseThrow();
            draft.flaws().forEach(flaw -> problems.add(problem(flaw, draft, method)));
        } else if (body.namesFields()) {
            problems.add(Problem.of(
                            Code.BODY_FIELDS,
                            parameter.place(),
                            method + " names fields of a model, but takes "
                                    + parameter.java().display())
                    .because("Fields are set in a model's draft; a record says by itself what it is made of.")
                    .fix("UnaryOperator<ProductDraft> " + parameter.name()));
        }
    }

    private static Problem problem(DraftDef.Flaw flaw, DraftDef draft, String method) {
        String model = draft.model().simple();
        String field = model + "." + flaw.field();
        String lets = method + " lets clients set " + field + ", ";
        return switch (flaw.mistake()) {
            case NONE_NAMED ->
                Problem.of(
                                Code.BODY_FIELDS,
                                flaw.place(),
                                method + " takes values of " + model + ", but does not say which")
                        .because("Clients set the fields that are named, and no others.")
                        .fix("@Body(fields = {" + quoted(draft) + "}), without what is not theirs to set");
            case UNKNOWN -> unknown(flaw, draft, lets + "which is not one of its fields");
            case TWICE -> Problem.of(Code.BODY_FIELDS, flaw.place(), method + " names " + field + " twice");
            case KEY ->
                Problem.of(Code.BODY_FIELDS, flaw.place(), lets + "which is its key")
                        .because("The database numbers rows, and a row keeps its key.");
            case GENERATED -> Problem.of(Code.BODY_FIELDS, flaw.place(), lets + "which the database computes");
            case AUTOMATIC ->
                Problem.of(Code.BODY_FIELDS, flaw.place(), lets + "which is set whenever a row is written");
            case RELATION ->
                Problem.of(Code.BODY_FIELDS, flaw.place(), lets + "which is no reference by a single key")
                        .because("Take a record, and write the relation in the view.");
            case IGNORED -> Problem.of(Code.BODY_FIELDS, flaw.place(), lets + "which JSON leaves out");
            case OTHER_VERSION ->
                Problem.of(
                                Code.BODY_FIELDS,
                                flaw.place(),
                                method + " takes values of " + model
                                        + ", which was compiled by another version of Plectrum")
                        .because("Compile it again.");
        };
    }

    private static Problem unknown(DraftDef.Flaw flaw, DraftDef draft, String message) {
        Problem problem = Problem.of(Code.BODY_FIELDS, flaw.place(), message);
        Optional<String> near = Nearest.to(flaw.field(), draft.settable());
        if (near.isPresent()) {
            problem = problem.because("Did you mean \"" + near.get() + "\"?");
        }
        return problem.because("Fields that can be set: " + String.join(", ", draft.settable()));
    }

    private static String quoted(DraftDef draft) {
        return draft.settable().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
