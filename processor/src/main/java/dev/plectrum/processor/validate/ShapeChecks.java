package dev.plectrum.processor.validate;

import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.ModelDef.Flaw;
import dev.plectrum.processor.report.Code;
import dev.plectrum.processor.report.Problem;
import dev.plectrum.processor.report.Problems;
import java.util.regex.Pattern;

/** The class itself: generated code must be able to name it and to make one. */
final class ShapeChecks implements Checks.Check {
    private static final Pattern RELATION =
            Pattern.compile("@(ForeignKey|OneToOne|ManyToMany|Reverse|GenericForeignKey)");

    @Override
    public void check(ModelDef model, Problems problems) {
        for (Flaw flaw : model.shape().flaws()) {
            problems.add(problem(model.name().simple(), flaw));
        }
        model.parent()
                .filter(parent -> parent.key().size() != 1 || model.key().size() != 1)
                .ifPresent(parent -> problems.add(parent(model, parent)));
    }

    private static Problem parent(ModelDef model, ModelDef.Parent parent) {
        String name = model.name().simple();
        String extended = parent.name().simple();
        return Problem.of(
                        Code.SUPERCLASS,
                        model.place(),
                        name + " extends " + extended + ", and the two do not share one key of one column")
                .because("A row of " + name + " begins in the table of " + extended + " and has its key.")
                .because(
                        parent.key().size() != 1
                                ? "Fields that both have belong into a base class: @MappedFields abstract class Base"
                                        + extended
                                : "Leave out @Id in " + name + ".");
    }

    private static Problem problem(String name, Flaw flaw) {
        return switch (flaw.kind()) {
            case NOT_A_CLASS ->
                Problem.of(Code.NOT_A_CLASS, flaw.place(), name + " is " + flaw.detail() + ", so it cannot be a model")
                        .because("A model is a class or a record: its instances are the rows of a table."
                                + " Models that share a table extend an abstract sealed class.");
            case ABSTRACT ->
                Problem.of(Code.ABSTRACT, flaw.place(), name + " is abstract, so no row could become one")
                        .because(
                                "A base class that gives its fields to several models is annotated with @MappedFields.")
                        .because("A model whose subclasses share its table is sealed, so that they are known.")
                        .fix("@MappedFields public abstract class " + name)
                        .fix("@Model public abstract sealed class " + name + " permits …");
            case INNER ->
                Problem.of(
                                Code.INNER,
                                flaw.place(),
                                name + " is an inner class, so each instance would need a " + flaw.detail())
                        .fix("static class " + name);
            case PRIVATE ->
                Problem.of(Code.PRIVATE, flaw.place(), name + " is private, so generated code cannot name it")
                        .because("Code is generated into the same package; package-private is enough.");
            case GENERIC ->
                Problem.of(Code.GENERIC, flaw.place(), name + " has type parameters, so its fields have no types")
                        .because("A table has one type for each column. Type parameters: " + flaw.detail());
            case NO_CONSTRUCTOR ->
                Problem.of(
                                Code.NO_CONSTRUCTOR,
                                flaw.place(),
                                name + " has no constructor without parameters that generated code can call")
                        .because("Rows become objects by new " + name
                                + "() and by setting fields. Package-private is enough.")
                        .fix(name + "() {}");
            case PROXY ->
                Problem.of(Code.SUPERCLASS, flaw.place(), name + " is a proxy, but " + flaw.detail())
                        .because(
                                "A proxy is another face of the model that it extends: the same rows of the same table.")
                        .fix("@Model class " + name);
            case KIND ->
                Problem.of(
                                Code.KIND,
                                flaw.place(),
                                name + " " + flaw.detail().lines().toList().get(0))
                        .because(
                                "Each row of an abstract sealed model is one of its subclasses: models, final, in its package and table.")
                        .fix(flaw.detail().lines().toList().get(1));
            case TWO_ROLES ->
                Problem.of(Code.TWO_ROLES, flaw.place(), name + "." + field(flaw) + " is " + detail(flaw) + " at once")
                        .because(
                                RELATION.matcher(detail(flaw)).find()
                                        ? "A relation is stored as its own annotation says, and is no key. Keep that one: what no two"
                                                + " rows may share is a @OneToOne, beside an @Id."
                                        : "Each of these sets the value in its own way. Keep one.");
            case OTHER_NULLABLE ->
                Problem.of(
                                Code.OTHER_NULLABLE,
                                flaw.place(),
                                name + "." + field(flaw) + " is annotated with " + detail(flaw)
                                        + ", which is not heeded")
                        .because("There are many of this name; models use the one of JSpecify.")
                        .fix("import org.jspecify.annotations.Nullable;");
            case EMBEDDED_ELSEWHERE ->
                Problem.of(
                                Code.EMBEDDED_ELSEWHERE,
                                flaw.place(),
                                name + "." + field(flaw) + " embeds " + detail(flaw)
                                        + ", which was compiled before and does not say that it may be embedded")
                        .because("A class file does not tell every compiler which components are @Nullable.")
                        .because("With the annotation on the record, that is written down when it is compiled.")
                        .fix("@Embedded record " + detail(flaw));
            case EXTENDS_UNMAPPED ->
                Problem.of(
                                Code.SUPERCLASS,
                                flaw.place(),
                                name + " extends " + flaw.detail() + ", whose fields would not be stored")
                        .because("Annotate " + flaw.detail()
                                + " with @MappedFields to store them, or make them transient to leave them out.")
                        .fix("@MappedFields abstract class " + flaw.detail());
        };
    }

    private static String field(Flaw flaw) {
        return flaw.detail().substring(0, flaw.detail().indexOf(' '));
    }

    private static String detail(Flaw flaw) {
        return flaw.detail().substring(flaw.detail().indexOf(' ') + 1);
    }
}
