package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.Access;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.EmbeddedField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.Words;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.Set;

/** Fields: generated code must be able to read, write and name them. */
final class FieldChecks implements Checks.Check {
    /** What every object has as a final method without parameters or with a number, so that no draft can have it too. */
    private static final Set<String> RESERVED = Set.of("wait");

    @Override
    public void check(ModelDef model, Problems problems) {
        for (Field field : model.fields()) {
            access(model, field, problems);
            name(model, field, problems);
        }
    }

    private static void access(ModelDef model, Field field, Problems problems) {
        String full = model.name().simple() + "." + field.name();
        String type = field instanceof ColumnField column
                ? column.java().display()
                : field instanceof EmbeddedField embedded ? embedded.type().display() : "…";
        String capital = Words.capital(field.simpleName());
        if (field.access() instanceof Access.None none) {
            String missing = none.getter() ? "setter" : none.setter() ? "getter" : "getter and setter";
            Problem problem = Problem.of(
                            Code.INACCESSIBLE,
                            field.place(),
                            full + " cannot be reached by generated code: it is hidden and has no " + missing)
                    .because("Code is generated into the model's package; package-private is enough.");
            if (!none.getter()) {
                problem = problem.fix(type + " get" + capital + "() { return " + field.simpleName() + "; }");
            }
            if (!none.setter()) {
                problem = problem.fix("void set" + capital + "(" + type + " " + field.simpleName() + ") { this."
                        + field.simpleName() + " = " + field.simpleName() + "; }");
            }
            problems.add(problem);
        } else if (field.access() instanceof Access.Field direct && direct.isFinal()) {
            problems.add(Problem.of(Code.FINAL, field.place(), full + " is final, so it cannot be filled from a row")
                    .because("Remove final, or make the model a record.")
                    .fix(type + " " + field.simpleName() + ";"));
        }
    }

    private static void name(ModelDef model, Field field, Problems problems) {
        if (RESERVED.contains(field.name())) {
            problems.add(Problem.of(
                            Code.RESERVED_NAME,
                            field.place(),
                            model.name().simple() + "." + field.name() + " has the name of a method of every object")
                    .because("The draft has a method for each field, and " + field.name() + "() is final in Object.")
                    .fix("@Column(name = \"" + field.name() + "\") … " + field.name() + "Value;"));
        }
    }
}
