package dev.plectrum.processor.expression;

import dev.plectrum.processor.expression.ExpressionProblem.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with an expression, in words that show where and what to write instead. */
final class Mistakes {
    private final String text;
    private final Scope scope;
    private final Purpose purpose;
    private final List<ExpressionProblem> problems = new ArrayList<>();

    Mistakes(String text, Scope scope, Purpose purpose) {
        this.text = text;
        this.scope = scope;
        this.purpose = purpose;
    }

    /** What was wrong, in the order of the text. */
    List<ExpressionProblem> problems() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(ExpressionProblem::start))
                .toList();
    }

    /** Reports one. What it returns stands in the place of what is wrong. */
    Node problem(Code code, Span span, String message, @Nullable String replacement, String... explanation) {
        problems.add(new ExpressionProblem(
                code, text, span.start(), span.end(), message, List.of(explanation), replacement));
        return Node.Invalid.VALUE;
    }

    /** Types that do not go together. */
    Node mismatch(Span span, String message) {
        return problem(Code.TYPE_MISMATCH, span, message, null);
    }

    /** A name that no field has. */
    Node unknownField(Syntax.Name name) {
        String written = name.name();
        Optional<Functions.Refusal> clock = Functions.refusal(written.toLowerCase(Locale.ROOT));
        if (clock.isPresent()) {
            return refused(written.toLowerCase(Locale.ROOT), name.span(), clock.get());
        }
        String message = scope.model() + " has no field \"" + written + "\"";
        String fields = "Fields: " + String.join(", ", scope.names());
        Optional<ScopeField> column = scope.findByColumn(written);
        if (column.isPresent()) {
            String field = column.get().name();
            return problem(
                    Code.UNKNOWN_FIELD,
                    name.span(),
                    message,
                    field,
                    "That is the column; expressions name the field, \"" + field + "\"");
        }
        if (scope.hasConstant(written)) {
            return problem(
                    Code.UNKNOWN_FIELD,
                    name.span(),
                    message,
                    "'" + written + "'",
                    "The constant of an enum is written in quotes");
        }
        int dot = written.indexOf('.');
        if (dot > 0 && scope.find(written.substring(0, dot)).isPresent()) {
            return problem(
                    Code.UNKNOWN_FIELD,
                    name.span(),
                    message,
                    null,
                    "An expression sees its own row only, and cannot look into \"" + written.substring(0, dot) + "\"",
                    fields);
        }
        Optional<String> nearest = Nearest.to(written, scope.names());
        if (nearest.isEmpty() && text.charAt(name.span().start()) == '"') {
            return problem(
                    Code.UNKNOWN_FIELD,
                    name.span(),
                    message,
                    "'" + written.replace("'", "''") + "'",
                    "Double quotes stand around names; a text stands between single quotes");
        }
        return problem(
                Code.UNKNOWN_FIELD,
                name.span(),
                message,
                nearest.orElse(null),
                nearest.map(field -> "Did you mean \"" + field + "\"? " + fields)
                        .orElse(fields));
    }

    /** A call of what nobody may call. */
    Node unknownFunction(Syntax.Call call) {
        if (Set.of("any", "some", "all").contains(call.name())) {
            return problem(
                    Code.UNKNOWN_FUNCTION,
                    call.span(),
                    call.name().toUpperCase(Locale.ROOT) + " has no place in an expression",
                    null,
                    "Whether an array holds a value is asked with: array @> ARRAY[value]");
        }
        Optional<String> nearest = Functions.synonym(call.name()).or(() -> Nearest.to(call.name(), Functions.names()));
        return problem(
                Code.UNKNOWN_FUNCTION,
                call.nameSpan(),
                "There is no function \"" + call.name() + "\" that an expression may call",
                nearest.orElse(null),
                nearest.map(function -> "Did you mean \"" + function + "\"?")
                        .orElse("Only functions that PostgreSQL itself knows to be immutable are allowed"));
    }

    /** An operator between what it does not take. */
    Node noSuchOperator(Syntax.Binary binary, Node left, Node right) {
        String operator = binary.operator();
        SqlType leftType = left.type().isUnknown() ? SqlType.TEXT : left.type();
        SqlType rightType = right.type().isUnknown() ? SqlType.TEXT : right.type();
        String message =
                "\"" + operator + "\" does not go between " + leftType.described() + " and " + rightType.described();
        String leftText = source(binary.left());
        String rightText = source(binary.right());
        if (operator.equals("+") && (isText(leftType) || isText(rightType))) {
            return problem(
                    Code.TYPE_MISMATCH,
                    binary.span(),
                    message,
                    leftText + " || " + rightText,
                    "Texts are joined with ||");
        }
        if (operator.equals("||") && isText(leftType) != isText(rightType)) {
            SqlType other = isText(leftType) ? rightType : leftType;
            boolean printable = Casts.explicit(other, SqlType.TEXT) == Casts.Answer.IMMUTABLE;
            return problem(
                    Code.TYPE_MISMATCH,
                    binary.span(),
                    message,
                    !printable
                            ? null
                            : isText(leftType)
                                    ? leftText + " || " + castText(binary.right(), "text")
                                    : castText(binary.left(), "text") + " || " + rightText,
                    printable
                            ? "Say that the other is to be printed"
                            : "How a " + other + " prints depends on the session");
        }
        boolean enums = left.type().kind() == SqlType.Kind.ENUM || right.type().kind() == SqlType.Kind.ENUM;
        if (Operators.isComparison(operator) && enums) {
            SqlType known = left.type().kind() == SqlType.Kind.ENUM ? left.type() : right.type();
            boolean equality = operator.equals("=") || operator.equals("<>");
            return problem(
                    Code.TYPE_MISMATCH,
                    binary.span(),
                    equality ? message : "The constants of an enum have no order in an expression",
                    null,
                    equality
                            ? "Compare it with one of its constants: " + constants(known)
                            : "Name those that are meant: IN (" + quotedConstants(known) + ")");
        }
        boolean joinsConditions = operator.equals("&&") || operator.equals("||");
        if (joinsConditions && leftType.kind() == SqlType.Kind.BOOLEAN) {
            String word = operator.equals("&&") ? "AND" : "OR";
            return problem(
                    Code.TYPE_MISMATCH,
                    binary.span(),
                    message,
                    leftText + " " + word + " " + rightText,
                    "SQL writes " + word);
        }
        boolean ignoresCase = leftType.kind() == SqlType.Kind.CITEXT || rightType.kind() == SqlType.Kind.CITEXT;
        if (Operators.isComparison(operator) && ignoresCase && (isText(leftType) || isText(rightType))) {
            return problem(
                    Code.TYPE_MISMATCH,
                    binary.span(),
                    message,
                    leftType.kind() == SqlType.Kind.CITEXT
                            ? leftText + " " + operator + " " + castText(binary.right(), "citext")
                            : castText(binary.left(), "citext") + " " + operator + " " + rightText,
                    "PostgreSQL would tell upper from lower case here: say which comparison is meant");
        }
        return mismatch(binary.span(), message);
    }

    Node alwaysNull(Syntax.Binary binary, Syntax other) {
        String operand = source(other);
        String replacement =
                switch (binary.operator()) {
                    case "=" -> operand + " IS NULL";
                    case "<>" -> operand + " IS NOT NULL";
                    default -> null;
                };
        return problem(
                Code.ALWAYS_NULL,
                binary.span(),
                "\"" + binary.operator() + " NULL\" is always NULL, whatever the row holds",
                replacement,
                "NULL is tested with IS NULL");
    }

    Node alwaysNull(Span span, String operator) {
        return problem(
                Code.ALWAYS_NULL,
                span,
                "Comparing with NULL is always NULL, so " + operator + " cannot answer",
                null,
                "Leave NULL out, and test for it with IS NULL");
    }

    /** A function or a clock that gives another answer another time. */
    Node refused(String name, Span span, Functions.Refusal refusal) {
        return problem(
                Code.NOT_IMMUTABLE,
                span,
                "Not in " + purpose.subject() + ": " + name + " " + refusal.reason(),
                null,
                "PostgreSQL keeps what it computed, and expects the same answer for the same row for ever",
                refusal.instead());
    }

    /** The value of a timestamptz by the clock on the wall, which is another in each session. */
    Node dependsOnZone(Span span, List<Syntax> parts, List<Node> nodes) {
        String better = source(span);
        for (int i = parts.size() - 1; i >= 0; i--) {
            Span part = parts.get(i).span();
            String replacement = null;
            boolean zoned = nodes.stream().anyMatch(node -> node.type().kind() == SqlType.Kind.TIMESTAMPTZ);
            if (nodes.get(i).type().kind() == SqlType.Kind.TIMESTAMPTZ) {
                replacement = "(" + source(part) + " AT TIME ZONE 'UTC')";
            } else if (!zoned && nodes.get(i).type().kind() == SqlType.Kind.DATE) {
                replacement = castText(parts.get(i), "timestamp");
            }
            if (replacement != null) {
                better = better.substring(0, part.start() - span.start())
                        + replacement
                        + better.substring(part.end() - span.start());
            }
        }
        return problem(
                Code.NOT_IMMUTABLE,
                span,
                "The answer depends on the session's time zone",
                better,
                "Say which time zone's calendar and clock are meant");
    }

    /** A conversion that each session makes in its own way. */
    Node castDependsOnSession(Node operand, Span operandSpan, SqlType to, Span span) {
        SqlType from = operand.type();
        if (from.kind() == SqlType.Kind.TIMESTAMPTZ && to.kind() != SqlType.Kind.TEXT) {
            return problem(
                    Code.NOT_IMMUTABLE,
                    span,
                    "Which " + to + " a timestamptz is depends on the session's time zone",
                    "(" + source(operandSpan) + " AT TIME ZONE 'UTC')"
                            + (to.kind() == SqlType.Kind.TIMESTAMP ? "" : "::" + to),
                    "Say which time zone is meant");
        }
        if (to.kind() == SqlType.Kind.TIMESTAMPTZ && from.kind() != SqlType.Kind.TEXT) {
            String moment =
                    from.kind() == SqlType.Kind.DATE ? source(operandSpan) + "::timestamp" : source(operandSpan);
            return problem(
                    Code.NOT_IMMUTABLE,
                    span,
                    "Which moment a " + from + " is depends on the session's time zone",
                    "(" + moment + " AT TIME ZONE 'UTC')",
                    "Say which time zone is meant");
        }
        return problem(
                Code.NOT_IMMUTABLE,
                span,
                "How " + from + " becomes " + to + " depends on the session's settings",
                null,
                to.kind() == SqlType.Kind.TEXT
                        ? "Take the parts with EXTRACT(year FROM …), or format in Java"
                        : "Convert in Java, and store the value in a field of its own");
    }

    /** What the user wrote there. */
    String source(Syntax syntax) {
        return source(syntax.span());
    }

    /** What the user wrote there. */
    String source(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The text with a cast behind it. */
    String castText(Syntax syntax, String type) {
        return wrapped(syntax) + "::" + type;
    }

    /** The text, in parentheses if an operator behind it would take only part of it. */
    String wrapped(Syntax syntax) {
        boolean whole = syntax instanceof Syntax.Group
                || syntax instanceof Syntax.Name
                || syntax instanceof Syntax.Call
                || syntax instanceof Syntax.Numeral
                || syntax instanceof Syntax.Case
                || syntax instanceof Syntax.Extract;
        return whole ? source(syntax) : "(" + source(syntax) + ")";
    }

    /** The types, as messages list them. */
    static String typesOf(List<Node> nodes) {
        return nodes.stream().map(node -> node.type().described()).distinct().collect(Collectors.joining(", "));
    }

    /** The constants of an enum, as messages list them. */
    static String constants(SqlType type) {
        return String.join(", ", type.constants());
    }

    private static String quotedConstants(SqlType type) {
        return type.constants().stream().map(constant -> "'" + constant + "'").collect(Collectors.joining(", "));
    }

    private static boolean isText(SqlType type) {
        return type.kind() == SqlType.Kind.TEXT || type.isTextEnum();
    }
}
