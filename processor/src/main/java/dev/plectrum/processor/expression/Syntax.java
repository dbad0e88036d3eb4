package dev.plectrum.processor.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as written: what the grammar can tell, without names or types resolved. */
sealed interface Syntax {
    Span span();

    /** What stands inside any parentheses around it. */
    default Syntax bare() {
        return this instanceof Group group ? group.inner().bare() : this;
    }

    /** A number without its sign. */
    record Numeral(String text, Span span) implements Syntax {}

    record Text(String value, Span span) implements Syntax {}

    /** {@code TRUE} or {@code FALSE}. */
    record Bool(boolean value, Span span) implements Syntax {}

    record Null(Span span) implements Syntax {}

    /** {@code date '2020-01-01'}. */
    record TypedText(TypeName type, String value, Span span) implements Syntax {}

    /** A field, with dots inside embedded values. */
    record Name(String name, Span span) implements Syntax {}

    /** Something between parentheses: means what it holds, but stands where they stand. */
    record Group(Syntax inner, Span span) implements Syntax {}

    record Call(String name, Span nameSpan, List<Syntax> arguments, Span span) implements Syntax {}

    /** An operator between two operands, {@code AND} and {@code OR} among them. */
    record Binary(String operator, Span operatorSpan, Syntax left, Syntax right) implements Syntax {
        @Override
        public Span span() {
            return left.span().to(right.span());
        }
    }

    record Negated(Syntax operand, Span span) implements Syntax {}

    record Not(Syntax operand, Span span) implements Syntax {}

    /** {@code IS [NOT] NULL}, {@code TRUE}, {@code FALSE} or {@code UNKNOWN}. */
    record Is(Syntax operand, boolean not, IsWhat what, Span span) implements Syntax {}

    /** What {@code IS} can ask for. */
    enum IsWhat {
        NULL,
        TRUE,
        FALSE,
        UNKNOWN
    }

    record IsDistinct(Syntax left, Syntax right, boolean not, Span span) implements Syntax {}

    record Between(Syntax operand, Syntax low, Syntax high, boolean not, Span span) implements Syntax {}

    record In(Syntax operand, List<Syntax> items, boolean not, Span span) implements Syntax {}

    record Like(Syntax operand, Syntax pattern, boolean not, boolean ignoringCase, Span span) implements Syntax {}

    /** {@code CASE}, with or without an operand to compare. */
    record Case(
            @Nullable Syntax operand,
            List<When> whens,
            @Nullable Syntax otherwise,
            Span span) implements Syntax {}

    /** One branch of a {@code CASE}. */
    record When(Syntax condition, Syntax result) {}

    record Cast(Syntax operand, TypeName type, Span span) implements Syntax {}

    record ArrayOf(List<Syntax> elements, Span span) implements Syntax {}

    record Subscript(Syntax array, Syntax index, Span span) implements Syntax {}

    record Extract(String part, Span partSpan, Syntax source, Span span) implements Syntax {}

    record AtTimeZone(Syntax operand, Syntax zone, Span span) implements Syntax {}

    /** A type as written; whether there is one of that name is not the grammar's business. */
    record TypeName(String text, Span span) {}
}
