package dev.plectrum.processor.expression;

import dev.plectrum.processor.expression.ExpressionProblem.Code;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes values of the types that their places want, as PostgreSQL would without being asked. What does not go becomes a mistake. */
final class Coercion {
    private final Mistakes mistakes;
    private final IdentityHashMap<Node, Span> places = new IdentityHashMap<>();

    Coercion(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Remembers where a value is written. */
    void place(Node node, Span span) {
        places.put(node, span);
    }

    /** The value as the type that the place wants; a problem if it does not go. */
    Node coerced(Node node, Syntax syntax, SqlType to) {
        SqlType from = node.type();
        if (node.isInvalid() || from.equals(to)) {
            return node;
        }
        if (node instanceof Node.Null) {
            return new Node.Null(to);
        }
        if (node instanceof Node.Text literal && from.isUnknown()) {
            return literal(literal, syntax.span(), to, false);
        }
        if (from.isUnknown()) {
            return unquoted(node, syntax, to);
        }
        if (Casts.implicitIsStable(from, to)) {
            return mistakes.castDependsOnSession(node, syntax.span(), to, syntax.span());
        }
        if (!Casts.implicit(from, to)) {
            return mistakes.mismatch(syntax.span(), "This is " + from + " where " + to + " should be");
        }
        Node widened =
                node instanceof Node.Numeral number ? new Node.Numeral(to, number.text()) : new Node.Widened(to, node);
        places.put(widened, syntax.span());
        return widened;
    }

    /** A quoted literal as a value of this type; it stays spelled out with its type where the user did so. */
    Node literal(Node.Text literal, Span span, SqlType to, boolean spelled) {
        String value = literal.value();
        if (to.kind() == SqlType.Kind.ENUM && !to.constants().contains(value)) {
            Optional<String> nearest = Nearest.to(value, to.constants());
            return mistakes.problem(
                    Code.UNKNOWN_CONSTANT,
                    span,
                    "The enum has no constant '" + value + "'",
                    nearest.map(constant -> "'" + constant + "'").orElse(null),
                    nearest.map(constant -> "Did you mean '" + constant + "'? ").orElse("") + "Constants: "
                            + Mistakes.constants(to));
        }
        String fault = Literals.fault(value, to);
        if (fault == null) {
            return new Node.Text(to, value, spelled);
        }
        String better = null;
        if (to.isNumber() && value.matches("-?\\d+(\\.\\d+)?")) {
            better = value;
        } else if (to.kind() == SqlType.Kind.BOOLEAN && value.matches("(?i)true|false")) {
            better = value.toUpperCase(Locale.ROOT);
        }
        if (to.kind() == SqlType.Kind.TIMESTAMPTZ && Literals.fault(value, SqlType.TIMESTAMP) == null) {
            better = "'" + value + (value.length() == 10 ? " 00:00Z'" : "Z'");
        }
        String written = mistakes.source(span);
        boolean replaceable = written.startsWith("'") || written.startsWith("e'") || written.startsWith("E'");
        return mistakes.problem(
                Code.BAD_LITERAL, span, "'" + value + "' cannot be read as " + to, replaceable ? better : null, fault);
    }

    /** A node whose neighbours leave its type open is a text. */
    Node settled(Node node) {
        if (!node.type().isUnknown() || node.isInvalid()) {
            return node;
        }
        if (node instanceof Node.Null) {
            return new Node.Null(SqlType.TEXT);
        }
        if (node instanceof Node.Text literal) {
            return new Node.Text(SqlType.TEXT, literal.value(), false);
        }
        if (node instanceof Node.Choice choice) {
            return new Node.Choice(
                    choice.function(),
                    SqlType.TEXT,
                    choice.arguments().stream().map(this::settled).toList());
        }
        Node.Case cases = (Node.Case) node;
        return new Node.Case(
                SqlType.TEXT,
                cases.operand(),
                cases.whens().stream()
                        .map(when -> new Node.When(when.value(), settled(when.result())))
                        .toList(),
                cases.otherwise() == null ? null : settled(cases.otherwise()));
    }

    /** A CASE or coalesce of nothing but quoted literals, each as the type wanted. */
    private Node unquoted(Node node, Syntax syntax, SqlType to) {
        if (!to.is(SqlType.Kind.TEXT, SqlType.Kind.ENUM)) {
            return mistakes.mismatch(syntax.span(), "This is text where " + to + " should be");
        }
        Syntax bare = syntax.bare();
        if (node instanceof Node.Choice choice && bare instanceof Syntax.Call call) {
            List<Node> arguments = new ArrayList<>();
            for (int i = 0; i < choice.arguments().size(); i++) {
                arguments.add(
                        coerced(choice.arguments().get(i), call.arguments().get(i), to));
            }
            return arguments.stream().anyMatch(Node::isInvalid)
                    ? Node.Invalid.VALUE
                    : new Node.Choice(choice.function(), to, arguments);
        }
        if (node instanceof Node.Case cases && bare instanceof Syntax.Case written) {
            List<Node.When> whens = new ArrayList<>();
            for (int i = 0; i < cases.whens().size(); i++) {
                Node.When when = cases.whens().get(i);
                whens.add(new Node.When(
                        when.value(),
                        coerced(when.result(), written.whens().get(i).result(), to)));
            }
            Node otherwise = cases.otherwise() == null
                    ? null
                    : coerced(cases.otherwise(), Objects.requireNonNull(written.otherwise()), to);
            Node.Case typed = new Node.Case(to, cases.operand(), whens, otherwise);
            return typed.results().anyMatch(Node::isInvalid) ? Node.Invalid.VALUE : typed;
        }
        throw new IllegalStateException("Unknown type outside of literals: " + node);
    }

    /** All of them as one type that can be compared; empty if there is none. */
    List<Node> compared(String operator, List<Node> nodes, List<Syntax> parts, Span span) {
        if (nodes.stream().anyMatch(Node::isInvalid)) {
            return List.of();
        }
        SqlType common = Casts.common(nodes.stream().map(Node::type).toList());
        if (common == null) {
            mistakes.mismatch(span, "These cannot be compared: " + Mistakes.typesOf(nodes));
            return List.of();
        }
        SqlType type = common.isUnknown() ? SqlType.TEXT : common;
        for (Node node : nodes) {
            Optional<Signature> signature = Operators.choose(operator, type, node.type());
            if (signature.isEmpty()) {
                mistakes.mismatch(span, "These cannot be compared: " + Mistakes.typesOf(nodes));
                return List.of();
            }
            if (!signature.get().immutable()) {
                mistakes.dependsOnZone(span, parts, nodes);
                return List.of();
            }
        }
        List<Node> compared = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            compared.add(coerced(nodes.get(i), parts.get(i), type));
        }
        return compared.stream().anyMatch(Node::isInvalid) ? List.of() : compared;
    }

    /** All of them as their common type, which stays unknown if they are all quoted; empty if there is none. */
    Optional<List<Node>> commonly(List<Node> nodes, List<Syntax> parts, String what, Span span) {
        if (nodes.stream().anyMatch(Node::isInvalid)) {
            return Optional.empty();
        }
        SqlType common = Casts.common(nodes.stream().map(Node::type).toList());
        if (common == null) {
            mistakes.mismatch(span, what + " have types that do not go together: " + Mistakes.typesOf(nodes));
            return Optional.empty();
        }
        List<Node> coerced = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            coerced.add(common.isUnknown() ? nodes.get(i) : coerced(nodes.get(i), parts.get(i), common));
        }
        return coerced.stream().anyMatch(Node::isInvalid) ? Optional.empty() : Optional.of(coerced);
    }

    /** A boolean, or a problem that says where one was wanted. */
    Node condition(Node node, Syntax syntax, String place) {
        if (node.isInvalid() || node.type().kind() == SqlType.Kind.BOOLEAN) {
            return node;
        }
        if (node instanceof Node.Null) {
            return new Node.Null(SqlType.BOOLEAN);
        }
        SqlType type = node.type().isUnknown() ? SqlType.TEXT : node.type();
        String test =
                switch (type.kind()) {
                    case SMALLINT, INTEGER, BIGINT, NUMERIC -> mistakes.wrapped(syntax) + " <> 0";
                    default -> node.nullable() ? mistakes.wrapped(syntax) + " IS NOT NULL" : null;
                };
        return mistakes.problem(
                Code.TYPE_MISMATCH,
                syntax.span(),
                Character.toUpperCase(place.charAt(0)) + place.substring(1) + " must be true or false, and this is "
                        + type,
                test);
    }

    /** A text, or a problem that says where one was wanted. */
    Node textual(Node node, Syntax syntax) {
        if (node.isInvalid()) {
            return node;
        }
        if (node instanceof Node.Null) {
            return mistakes.alwaysNull(syntax.span(), "LIKE");
        }
        if (node.type().isUnknown() || Casts.implicit(node.type(), SqlType.TEXT)) {
            return node.type().kind() == SqlType.Kind.CITEXT ? node : coerced(node, syntax, SqlType.TEXT);
        }
        return mistakes.mismatch(syntax.span(), "LIKE compares texts, not " + node.type());
    }

    /** The value as a column takes it. */
    Node assigned(Node node, Syntax syntax, Purpose.GeneratedColumn column) {
        SqlType to = column.type().type();
        Node value = assignable(node, syntax, to);
        if (value.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        if (column.virtual()) {
            Optional<SqlType> extension = Stream.concat(
                            Stream.of(to), value.all().map(Node::type))
                    .filter(SqlType::isOfExtension)
                    .findFirst();
            if (extension.isPresent()) {
                return mistakes.problem(
                        Code.EXTENSION_IN_VIRTUAL,
                        syntax.span(),
                        "A virtual field cannot use " + extension.get() + ", which comes from an extension",
                        null,
                        "PostgreSQL computes virtual columns with its own types only: store the field (stored = true)");
            }
        }
        if (value.nullable() && !column.nullable()) {
            return nullableResult(value, syntax);
        }
        return value;
    }

    private Node assignable(Node node, Syntax syntax, SqlType to) {
        SqlType from = node.type();
        if (from.isUnknown() || Casts.implicit(from, to)) {
            return coerced(node, syntax, to);
        }
        if (node instanceof Node.Numeral number
                && to.kind() == SqlType.Kind.SMALLINT
                && from.kind() == SqlType.Kind.INTEGER) {
            int value = Integer.parseInt(number.text());
            if (value == (short) value) {
                return new Node.Numeral(to, number.text());
            }
        }
        if (node instanceof Node.Numeral number && number.type().isIntegral() && to.isIntegral()) {
            return mistakes.problem(Code.BAD_LITERAL, syntax.span(), number.text() + " does not fit into " + to, null);
        }
        boolean text = from.kind() == SqlType.Kind.TEXT || Casts.implicit(from, SqlType.TEXT);
        if (text && to.is(SqlType.Kind.TEXT, SqlType.Kind.CHAR, SqlType.Kind.CITEXT)) {
            return new Node.Widened(to, node);
        }
        boolean castable = to.kind() != SqlType.Kind.ENUM && Casts.explicit(from, to) == Casts.Answer.IMMUTABLE;
        return mistakes.problem(
                Code.TYPE_MISMATCH,
                syntax.span(),
                "The field is " + to.described() + ", but this is " + from.described(),
                castable ? mistakes.castText(syntax, to.name()) : null,
                to.kind() == SqlType.Kind.ENUM
                        ? "Nothing says that it is one of " + Mistakes.constants(to)
                        : castable && to.isNumber() && from.isNumber()
                                ? "It may not fit: convert it in so many words, or declare the field wider"
                                : castable ? "Convert it in so many words" : "Declare the field as what it computes");
    }

    private Node nullableResult(Node value, Syntax syntax) {
        List<Node> culprits = NullFacts.culprits(value);
        Optional<Node> only =
                culprits.size() == 1 && culprits.get(0) instanceof Node.Field && places.containsKey(culprits.get(0))
                        ? Optional.of(culprits.get(0))
                        : Optional.empty();
        String names = culprits.stream()
                .filter(Node.Field.class::isInstance)
                .map(node -> "\"" + ((Node.Field) node).field().name() + "\"")
                .distinct()
                .collect(Collectors.joining(" and "));
        String substitute = only.map(node -> switch (node.type().kind()) {
                    case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> "0";
                    case TEXT -> "''";
                    case BOOLEAN -> "FALSE";
                    default -> "";
                })
                .orElse("");
        String replacement = only.filter(node -> !substitute.isEmpty())
                .map(node -> "coalesce(" + mistakes.source(placeOf(node)) + ", " + substitute + ")")
                .orElse(null);
        return mistakes.problem(
                Code.NULLABLE_RESULT,
                replacement == null ? syntax.span() : placeOf(only.orElseThrow()),
                "The result can be NULL" + (names.isEmpty() ? "" : ", because " + names + " can")
                        + ", but the field cannot",
                replacement,
                "Declare the field @Nullable, or give NULL a value with coalesce");
    }

    private Span placeOf(Node node) {
        return Objects.requireNonNull(places.get(node));
    }
}
