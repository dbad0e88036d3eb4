package dev.plectrum.processor.scan;

import dev.plectrum.processor.expression.Purpose;
import dev.plectrum.processor.model.CheckDef;
import dev.plectrum.processor.model.ExcludeDef;
import dev.plectrum.processor.model.ExpressionDef;
import dev.plectrum.processor.model.IndexDef;
import dev.plectrum.processor.model.ModelExpressions;
import dev.plectrum.processor.model.Named;
import dev.plectrum.processor.model.Place;
import dev.plectrum.processor.model.UniqueDef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads indexes and constraints, their expressions over the fields of one model. */
final class Constraints {
    private static final Pattern ELEMENT = Pattern.compile("(?is)(.*?)\\s+with\\s+(\\S+)\\s*");

    private final ModelExpressions expressions;

    Constraints(ModelExpressions expressions) {
        this.expressions = expressions;
    }

    IndexDef index(Annotation index) {
        return new IndexDef(
                index.string("name"),
                named(index, "fields"),
                expressions(index),
                where(index),
                named(index, "include"),
                index.string("method"),
                index.place(),
                index.place("method"));
    }

    UniqueDef unique(Annotation unique) {
        return new UniqueDef(
                unique.string("name"),
                named(unique, "fields"),
                expressions(unique),
                where(unique),
                unique.bool("nullsDistinct"),
                unique.constant("deferrable"),
                unique.place());
    }

    CheckDef check(Annotation check) {
        return new CheckDef(
                check.string("name"),
                expressions.compile(check.string("value"), Purpose.check(), check.place("value")),
                check.place());
    }

    ExcludeDef exclude(Annotation exclude) {
        return new ExcludeDef(
                exclude.string("name"),
                exclude.strings("value").stream()
                        .map(text -> element(text.text(), text.place()))
                        .toList(),
                exclude.string("method"),
                where(exclude),
                exclude.constant("deferrable"),
                exclude.place());
    }

    private ExcludeDef.Element element(String written, Place place) {
        Matcher parts = ELEMENT.matcher(written);
        boolean complete = parts.matches();
        String expression = complete ? parts.group(1) : written;
        return new ExcludeDef.Element(
                written,
                expressions.compile(expression, Purpose.indexExpression(), place),
                complete ? parts.group(2) : "",
                place);
    }

    private List<ExpressionDef> expressions(Annotation annotation) {
        return annotation.strings("expressions").stream()
                .map(text -> expressions.compile(text.text(), Purpose.indexExpression(), text.place()))
                .toList();
    }

    private Optional<ExpressionDef> where(Annotation annotation) {
        String where = annotation.string("where");
        return where.isEmpty()
                ? Optional.empty()
                : Optional.of(expressions.compile(where, Purpose.indexCondition(), annotation.place("where")));
    }

    static List<Named> named(Annotation annotation, String member) {
        return annotation.strings(member).stream()
                .map(text -> text.text().startsWith("-")
                        ? new Named(text.text().substring(1), true, text.place())
                        : new Named(text.text(), false, text.place()))
                .toList();
    }

    // What a base class in another jar says, understood anew over the fields of the model that inherits it.

    IndexDef again(IndexDef index) {
        return new IndexDef(
                index.name(),
                index.fields(),
                index.expressions().stream().map(this::indexExpression).toList(),
                index.where().map(this::condition),
                index.include(),
                index.method(),
                index.place(),
                index.methodPlace());
    }

    UniqueDef again(UniqueDef unique) {
        return new UniqueDef(
                unique.name(),
                unique.fields(),
                unique.expressions().stream().map(this::indexExpression).toList(),
                unique.where().map(this::condition),
                unique.nullsDistinct(),
                unique.deferrable(),
                unique.place());
    }

    CheckDef again(CheckDef check) {
        return new CheckDef(
                check.name(),
                expressions.compile(check.condition().text(), Purpose.check(), check.place()),
                check.place());
    }

    ExcludeDef again(ExcludeDef exclude) {
        return new ExcludeDef(
                exclude.name(),
                exclude.elements().stream()
                        .map(element -> element(element.written(), element.place()))
                        .toList(),
                exclude.method(),
                exclude.where().map(this::condition),
                exclude.deferrable(),
                exclude.place());
    }

    private ExpressionDef indexExpression(ExpressionDef expression) {
        return expressions.compile(expression.text(), Purpose.indexExpression(), expression.place());
    }

    private ExpressionDef condition(ExpressionDef expression) {
        return expressions.compile(expression.text(), Purpose.indexCondition(), expression.place());
    }
}
