package dev.plectrum.processor.expression;

import dev.plectrum.processor.expression.ExpressionProblem.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every name its field and every node its type. What does not fit becomes a problem and a {@link Node.Invalid}, on which
 * nothing else is blamed, so that one pass finds all mistakes.
 */
final class Resolver {
    private static final BigInteger LEAST_INTEGER = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger GREATEST_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);

    private static final Node INVALID = new Node.Invalid();

    private final String text;
    private final Scope scope;
    private final Purpose purpose;
    private final List<ExpressionProblem> problems = new ArrayList<>();
    private final IdentityHashMap<Node, Span> places = new IdentityHashMap<>();

    /** Fields that a condition around the present place has found not to be NULL. */
    private Set<String> known = Set.of();

    Resolver(String text, Scope scope, Purpose purpose) {
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

    /** The whole expression, as its purpose wants it. */
    Node resolveAll(Syntax syntax) {
        Node node = resolve(syntax);
        if (node instanceof Node.Invalid) {
            return node;
        }
        SqlType expected = purpose.expected();
        if (purpose instanceof Purpose.GeneratedColumn column) {
            return assigned(node, syntax, column);
        }
        if (expected == null) {
            return settled(node);
        }
        return condition(node, syntax, "what " + purpose.subject() + " says");
    }

    private Node resolve(Syntax syntax) {
        Node node = resolved(syntax);
        places.put(node, syntax.span());
        return node;
    }

    private Node resolved(Syntax syntax) {
        if (syntax instanceof Syntax.Group group) {
            return resolve(group.inner());
        } else if (syntax instanceof Syntax.Numeral number) {
            return number(number.text());
        } else if (syntax instanceof Syntax.Text literal) {
            return new Node.Text(SqlType.UNKNOWN, literal.value(), false);
        } else if (syntax instanceof Syntax.Bool literal) {
            return new Node.Bool(literal.value());
        } else if (syntax instanceof Syntax.Null) {
            return new Node.Null(SqlType.UNKNOWN);
        } else if (syntax instanceof Syntax.TypedText literal) {
            return cast(
                    new Node.Text(SqlType.UNKNOWN, literal.value(), false),
                    literal.span(),
                    literal.type(),
                    literal.span());
        } else if (syntax instanceof Syntax.Name name) {
            return field(name);
        } else if (syntax instanceof Syntax.Call call) {
            return call(call);
        } else if (syntax instanceof Syntax.Binary binary) {
            return binary(binary);
        } else if (syntax instanceof Syntax.Negated negated) {
            return negated(negated);
        } else if (syntax instanceof Syntax.Not not) {
            Node operand = condition(resolve(not.operand()), not.operand(), "what NOT turns around");
            return isInvalid(operand) ? INVALID : new Node.Not(operand);
        } else if (syntax instanceof Syntax.Is is) {
            return is(is);
        } else if (syntax instanceof Syntax.IsDistinct distinct) {
            return isDistinct(distinct);
        } else if (syntax instanceof Syntax.Between between) {
            return between(between);
        } else if (syntax instanceof Syntax.In in) {
            return in(in);
        } else if (syntax instanceof Syntax.Like like) {
            return like(like);
        } else if (syntax instanceof Syntax.Case cases) {
            return cases(cases);
        } else if (syntax instanceof Syntax.Cast cast) {
            return cast(cast);
        } else if (syntax instanceof Syntax.ArrayOf array) {
            return array(array);
        } else if (syntax instanceof Syntax.Subscript subscript) {
            return subscript(subscript);
        } else if (syntax instanceof Syntax.Extract extract) {
            return extract(extract);
        }
        return atTimeZone((Syntax.AtTimeZone) syntax);
    }

    // Literals and fields

    private static Node number(String written) {
        if (!written.matches("-?\\d+")) {
            return new Node.Numeral(SqlType.NUMERIC, written);
        }
        BigInteger value = new BigInteger(written);
        SqlType type = SqlType.NUMERIC;
        if (value.compareTo(LEAST_INTEGER) >= 0 && value.compareTo(GREATEST_INTEGER) <= 0) {
            type = SqlType.INTEGER;
        } else if (value.bitLength() < Long.SIZE) {
            type = SqlType.BIGINT;
        }
        return new Node.Numeral(type, value.toString());
    }

    private Node negated(Syntax.Negated negated) {
        Node operand = resolve(negated.operand());
        if (operand instanceof Node.Numeral number) {
            // As in PostgreSQL the sign is part of the literal: the least integer has no positive twin.
            String digits = number.text();
            return number(digits.startsWith("-") ? digits.substring(1) : "-" + digits);
        }
        if (isInvalid(operand)) {
            return INVALID;
        }
        if (!operand.type().isNumber() && operand.type().kind() != SqlType.Kind.INTERVAL) {
            return mismatch(negated.span(), "\"-\" stands before numbers, not " + operand.type());
        }
        return new Node.Negated(operand.type(), operand);
    }

    private Node field(Syntax.Name name) {
        Optional<ScopeField> found = scope.find(name.name());
        if (found.isEmpty()) {
            return unknownField(name);
        }
        ScopeField field = found.get();
        if (purpose instanceof Purpose.GeneratedColumn && field.generation() != ScopeField.Generation.NONE) {
            String expression = field.expression();
            return problem(
                    Code.GENERATED_REFERS_TO_GENERATED,
                    name.span(),
                    "A generated field cannot use \"" + name.name() + "\", which is generated itself",
                    expression == null ? null : "(" + expression + ")",
                    "PostgreSQL computes generated columns from ordinary ones only: repeat the expression");
        }
        boolean index = purpose instanceof Purpose.IndexCondition || purpose instanceof Purpose.IndexExpression;
        if (index && field.generation() == ScopeField.Generation.VIRTUAL) {
            String expression = field.expression();
            return problem(
                    Code.VIRTUAL_IN_INDEX,
                    name.span(),
                    "An index cannot use \"" + name.name() + "\", which is computed only when it is read",
                    expression == null ? null : "(" + expression + ")",
                    "Store the field (stored = true), or index its expression");
        }
        return new Node.Field(field, field.nullable() && !known.contains(field.name()));
    }

    private Node unknownField(Syntax.Name name) {
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

    // Operators

    private Node binary(Syntax.Binary binary) {
        if (binary.operator().equals("AND") || binary.operator().equals("OR")) {
            return logic(binary);
        }
        Node left = resolve(binary.left());
        Node right = resolve(binary.right());
        if (isInvalid(left) || isInvalid(right)) {
            return INVALID;
        }
        if (left instanceof Node.Null || right instanceof Node.Null) {
            return alwaysNull(binary, left instanceof Node.Null ? binary.right() : binary.left());
        }
        left = adapted(left, binary.left(), right.type());
        right = adapted(right, binary.right(), left.type());
        if (isInvalid(left) || isInvalid(right)) {
            return INVALID;
        }
        Optional<Signature> signature = Operators.choose(binary.operator(), left.type(), right.type());
        if (signature.isEmpty()) {
            return noSuchOperator(binary, left, right);
        }
        if (!signature.get().immutable()) {
            return dependsOnZone(binary.span(), List.of(binary.left(), binary.right()), List.of(left, right));
        }
        left = coerced(left, binary.left(), signature.get().parameters().get(0));
        right = coerced(right, binary.right(), signature.get().parameters().get(1));
        if (isInvalid(left) || isInvalid(right)) {
            return INVALID;
        }
        return new Node.Binary(signature.get(), Parser.precedenceOf(binary.operator()), left, right);
    }

    private Node logic(Syntax.Binary binary) {
        boolean and = binary.operator().equals("AND");
        String place = "what stands beside " + binary.operator();
        Node left = condition(resolve(binary.left()), binary.left(), place);
        Set<String> before = known;
        // The right side matters only where the left was true, beside AND, or not true, beside OR.
        known = isInvalid(left) ? known : and ? NullFacts.whenTrue(left, known) : NullFacts.whenNotTrue(left, known);
        Node right = condition(resolve(binary.right()), binary.right(), place);
        known = before;
        return isInvalid(left) || isInvalid(right) ? INVALID : new Node.Logic(and, left, right);
    }

    private Node alwaysNull(Syntax.Binary binary, Syntax other) {
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

    private Node noSuchOperator(Syntax.Binary binary, Node left, Node right) {
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

    private Node is(Syntax.Is is) {
        Node operand = resolve(is.operand());
        if (is.what() != Syntax.IsWhat.NULL) {
            operand = condition(operand, is.operand(), "what IS " + is.what() + " asks for");
        }
        return isInvalid(operand) ? INVALID : new Node.Is(settled(operand), is.not(), is.what());
    }

    private Node isDistinct(Syntax.IsDistinct distinct) {
        Node left = resolve(distinct.left());
        Node right = resolve(distinct.right());
        List<Node> sides =
                compared("=", List.of(left, right), List.of(distinct.left(), distinct.right()), distinct.span());
        return sides.isEmpty() ? INVALID : new Node.IsDistinct(sides.get(0), sides.get(1), distinct.not());
    }

    private Node between(Syntax.Between between) {
        List<Syntax> parts = List.of(between.operand(), between.low(), between.high());
        List<Node> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.add(resolve(part)));
        if (nodes.stream().anyMatch(Node.Null.class::isInstance)) {
            return alwaysNull(between.span(), "BETWEEN");
        }
        List<Node> compared = compared("<", nodes, parts, between.span());
        return compared.isEmpty()
                ? INVALID
                : new Node.Between(compared.get(0), compared.get(1), compared.get(2), between.not());
    }

    private Node in(Syntax.In in) {
        List<Syntax> parts = new ArrayList<>(List.of(in.operand()));
        parts.addAll(in.items());
        List<Node> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.add(resolve(part)));
        if (nodes.stream().anyMatch(Node.Null.class::isInstance)) {
            return alwaysNull(in.span(), in.not() ? "NOT IN" : "IN");
        }
        List<Node> compared = compared("=", nodes, parts, in.span());
        return compared.isEmpty()
                ? INVALID
                : new Node.In(compared.get(0), compared.subList(1, compared.size()), in.not());
    }

    private Node alwaysNull(Span span, String operator) {
        return problem(
                Code.ALWAYS_NULL,
                span,
                "Comparing with NULL is always NULL, so " + operator + " cannot answer",
                null,
                "Leave NULL out, and test for it with IS NULL");
    }

    /** All of them as one type that can be compared; empty if there is none. */
    private List<Node> compared(String operator, List<Node> nodes, List<Syntax> parts, Span span) {
        if (nodes.stream().anyMatch(Resolver::isInvalid)) {
            return List.of();
        }
        SqlType common = Casts.common(nodes.stream().map(Node::type).toList());
        if (common == null) {
            mismatch(span, "These cannot be compared: " + typesOf(nodes));
            return List.of();
        }
        SqlType type = common.isUnknown() ? SqlType.TEXT : common;
        for (Node node : nodes) {
            Optional<Signature> signature = Operators.choose(operator, type, node.type());
            if (signature.isEmpty()) {
                mismatch(span, "These cannot be compared: " + typesOf(nodes));
                return List.of();
            }
            if (!signature.get().immutable()) {
                dependsOnZone(span, parts, nodes);
                return List.of();
            }
        }
        List<Node> compared = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            compared.add(coerced(nodes.get(i), parts.get(i), type));
        }
        return compared.stream().anyMatch(Resolver::isInvalid) ? List.of() : compared;
    }

    private Node like(Syntax.Like like) {
        Node operand = textual(resolve(like.operand()), like.operand());
        Node pattern = textual(resolve(like.pattern()), like.pattern());
        return isInvalid(operand) || isInvalid(pattern)
                ? INVALID
                : new Node.Like(operand, pattern, like.not(), like.ignoringCase());
    }

    private Node textual(Node node, Syntax syntax) {
        if (isInvalid(node)) {
            return node;
        }
        if (node instanceof Node.Null) {
            return alwaysNull(syntax.span(), "LIKE");
        }
        if (node.type().isUnknown() || Casts.implicit(node.type(), SqlType.TEXT)) {
            return node.type().kind() == SqlType.Kind.CITEXT ? node : coerced(node, syntax, SqlType.TEXT);
        }
        return mismatch(syntax.span(), "LIKE compares texts, not " + node.type());
    }

    // CASE, functions, casts

    private Node cases(Syntax.Case cases) {
        Set<String> before = known;
        Node operand = cases.operand() == null ? null : resolve(cases.operand());
        List<Node> conditions = new ArrayList<>();
        List<Node> results = new ArrayList<>();
        List<Syntax> resultParts = new ArrayList<>();
        boolean valid = operand == null || !isInvalid(operand);
        for (Syntax.When when : cases.whens()) {
            Node condition = resolve(when.condition());
            Set<String> outside = known;
            if (cases.operand() == null) {
                condition = condition(condition, when.condition(), "what stands behind WHEN");
                known = isInvalid(condition) ? known : NullFacts.whenTrue(condition, known);
            }
            results.add(resolve(when.result()));
            known = cases.operand() != null || isInvalid(condition)
                    ? outside
                    : NullFacts.whenNotTrue(condition, outside);
            resultParts.add(when.result());
            conditions.add(condition);
            valid &= !isInvalid(condition);
        }
        Syntax otherwise = cases.otherwise();
        if (otherwise != null) {
            results.add(resolve(otherwise));
            resultParts.add(otherwise);
        }
        known = before;
        if (operand != null && valid) {
            List<Node> sides = new ArrayList<>(List.of(operand));
            sides.addAll(conditions);
            List<Syntax> parts = new ArrayList<>(List.of(Objects.requireNonNull(cases.operand())));
            cases.whens().forEach(when -> parts.add(when.condition()));
            List<Node> compared = compared("=", sides, parts, cases.span());
            valid = !compared.isEmpty();
            operand = valid ? compared.get(0) : operand;
            conditions = valid ? compared.subList(1, compared.size()) : conditions;
        }
        Optional<List<Node>> common = commonly(results, resultParts, "The branches of CASE", cases.span());
        if (common.isEmpty() || !valid) {
            return INVALID;
        }
        List<Node.When> whens = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            whens.add(new Node.When(conditions.get(i), common.get().get(i)));
        }
        Node last = otherwise == null ? null : common.get().get(whens.size());
        return new Node.Case(whens.get(0).result().type(), operand, whens, last);
    }

    /** All of them as their common type, which stays unknown if they are all quoted; empty if there is none. */
    private Optional<List<Node>> commonly(List<Node> nodes, List<Syntax> parts, String what, Span span) {
        if (nodes.stream().anyMatch(Resolver::isInvalid)) {
            return Optional.empty();
        }
        SqlType common = Casts.common(nodes.stream().map(Node::type).toList());
        if (common == null) {
            mismatch(span, what + " have types that do not go together: " + typesOf(nodes));
            return Optional.empty();
        }
        List<Node> coerced = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            coerced.add(common.isUnknown() ? nodes.get(i) : coerced(nodes.get(i), parts.get(i), common));
        }
        return coerced.stream().anyMatch(Resolver::isInvalid) ? Optional.empty() : Optional.of(coerced);
    }

    private Node call(Syntax.Call call) {
        String name = call.name();
        Optional<Functions.Refusal> refusal = Functions.refusal(name);
        List<Node> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(resolve(argument)));
        if (refusal.isPresent()) {
            return refused(name + "()", call.span(), refusal.get());
        }
        if (Functions.isAggregate(name)) {
            return problem(
                    Code.OTHER_ROWS,
                    call.span(),
                    name + "() looks at many rows; an expression sees its own only",
                    null,
                    name.equals("min") || name.equals("max")
                            ? "Of several values in one row take " + (name.equals("min") ? "least" : "greatest") + "(…)"
                            : "Aggregate in a query instead");
        }
        if (!Functions.names().contains(name)) {
            return unknownFunction(call);
        }
        if (arguments.stream().anyMatch(Resolver::isInvalid)) {
            return INVALID;
        }
        return Functions.CHOICES.contains(name) ? choice(call, arguments) : function(call, arguments);
    }

    private Node unknownFunction(Syntax.Call call) {
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

    private Node choice(Syntax.Call call, List<Node> arguments) {
        String name = call.name();
        if (arguments.isEmpty() || (name.equals("nullif") && arguments.size() != 2)) {
            return mismatch(
                    call.span(), name + "() takes " + (name.equals("nullif") ? "two values" : "at least one value"));
        }
        Optional<List<Node>> common =
                commonly(arguments, call.arguments(), "The arguments of " + name + "()", call.span());
        if (common.isEmpty()) {
            return INVALID;
        }
        if (!name.equals("coalesce")
                && compared(name.equals("nullif") ? "=" : "<", common.get(), call.arguments(), call.span())
                        .isEmpty()) {
            return INVALID;
        }
        SqlType type = name.equals("nullif")
                ? Operators.leftOfEquals(
                                arguments.get(0).type(), arguments.get(1).type())
                        .orElse(common.get().get(0).type())
                : common.get().get(0).type();
        return new Node.Choice(name, type, common.get());
    }

    private Node function(Syntax.Call call, List<Node> arguments) {
        List<Signature> candidates = Functions.named(call.name());
        Optional<Signature> chosen =
                Overloads.choose(candidates, arguments.stream().map(Node::type).toList());
        if (chosen.isEmpty()) {
            String given = arguments.stream()
                    .map(argument -> argument.type().isUnknown()
                            ? "text"
                            : argument.type().name())
                    .collect(Collectors.joining(", "));
            return problem(
                    Code.TYPE_MISMATCH,
                    call.span(),
                    call.name() + "() does not take (" + given + ")",
                    null,
                    "It takes "
                            + candidates.stream()
                                    .map(Signature::toString)
                                    .map(signature ->
                                            signature.substring(call.name().length()))
                                    .collect(Collectors.joining(" or ")));
        }
        Signature signature = chosen.get();
        if (!signature.immutable()) {
            return dependsOnZone(call.span(), call.arguments(), arguments);
        }
        if (signature.strict() && arguments.stream().anyMatch(Node.Null.class::isInstance)) {
            return problem(
                    Code.ALWAYS_NULL,
                    call.span(),
                    call.name() + "() of NULL is always NULL, whatever the row holds",
                    null);
        }
        List<Node> coerced = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            coerced.add(coerced(
                    arguments.get(i),
                    call.arguments().get(i),
                    signature.parameters().get(i)));
        }
        return coerced.stream().anyMatch(Resolver::isInvalid) ? INVALID : new Node.Call(signature, coerced);
    }

    private Node cast(Syntax.Cast cast) {
        if (cast.operand().bare() instanceof Syntax.ArrayOf array
                && array.elements().isEmpty()) {
            Optional<ColumnType> target = type(cast.type());
            if (target.isEmpty() || target.get().type().kind() != SqlType.Kind.ARRAY) {
                return target.isEmpty()
                        ? INVALID
                        : mismatch(cast.span(), "An empty array cannot become " + target.get());
            }
            return new Node.Cast(target.get(), new Node.ArrayOf(target.get().type(), List.of()));
        }
        return cast(resolve(cast.operand()), cast.operand().span(), cast.type(), cast.span());
    }

    private Node cast(Node operand, Span operandSpan, Syntax.TypeName typeName, Span span) {
        Optional<ColumnType> target = type(typeName);
        if (target.isEmpty() || isInvalid(operand)) {
            return INVALID;
        }
        SqlType to = target.get().type();
        if (operand instanceof Node.Null) {
            return new Node.Cast(target.get(), new Node.Null(to));
        }
        if (operand instanceof Node.Text literal) {
            Node typed = literal(literal, operandSpan, to, true);
            return target.get().precision() == null || isInvalid(typed) ? typed : new Node.Cast(target.get(), typed);
        }
        Node settled = settled(operand);
        if (settled instanceof Node.Cast already && already.target().equals(target.get())) {
            return already;
        }
        Casts.Answer answer = Casts.explicit(settled.type(), to);
        if (answer == Casts.Answer.NONE) {
            return mismatch(span, settled.type() + " cannot become " + to);
        }
        if (answer == Casts.Answer.STABLE) {
            return castDependsOnSession(settled, operandSpan, to, span);
        }
        return new Node.Cast(target.get(), settled);
    }

    private Optional<ColumnType> type(Syntax.TypeName name) {
        Optional<ColumnType> type = ColumnType.parse(name.text());
        if (type.isEmpty()) {
            Optional<String> nearest = ColumnType.nearest(name.text());
            problem(
                    Code.UNKNOWN_TYPE,
                    name.span(),
                    "There is no type \"" + name.text() + "\" that an expression may use",
                    nearest.orElse(null),
                    nearest.map(better -> "Did you mean \"" + better + "\"?").stream()
                            .toArray(String[]::new));
        }
        return type;
    }

    private Node castDependsOnSession(Node operand, Span operandSpan, SqlType to, Span span) {
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

    private Node array(Syntax.ArrayOf array) {
        if (array.elements().isEmpty()) {
            return problem(
                    Code.TYPE_MISMATCH,
                    array.span(),
                    "An empty array needs a type",
                    source(array.span()) + "::text[]",
                    "Nothing else tells what it would hold");
        }
        List<Node> elements = new ArrayList<>();
        array.elements().forEach(element -> elements.add(resolve(element)));
        Optional<List<Node>> common = commonly(elements, array.elements(), "The elements of an array", array.span());
        if (common.isEmpty()) {
            return INVALID;
        }
        List<Node> settled = common.get().stream().map(this::settled).toList();
        SqlType element = settled.get(0).type();
        if (element.kind() == SqlType.Kind.ARRAY) {
            return mismatch(array.span(), "Arrays of arrays have no place in an expression");
        }
        SqlType type = SqlType.arrayOf(element);
        Node made = new Node.ArrayOf(type, settled);
        // An array of varchar columns is a varchar[] to PostgreSQL, which no operator takes together with a text[].
        boolean varchar = made.all()
                .anyMatch(node -> node instanceof Node.Field field
                        && field.field().type().sql().startsWith("varchar"));
        return varchar && element.kind() == SqlType.Kind.TEXT ? new Node.Cast(ColumnType.of(type), made) : made;
    }

    /** A written array beside one whose elements are of a kindred type, as that type. */
    private Node adapted(Node node, Syntax syntax, SqlType neighbour) {
        if (!(node instanceof Node.ArrayOf array)
                || !(syntax.bare() instanceof Syntax.ArrayOf written)
                || neighbour.kind() != SqlType.Kind.ARRAY
                || neighbour.equals(node.type())) {
            return node;
        }
        SqlType element = neighbour.elementType();
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            Node original = array.elements().get(i);
            boolean literal = written.elements().get(i).bare() instanceof Syntax.Text;
            Node unsettled = literal ? resolve(written.elements().get(i)) : original;
            boolean integers = original.type().isIntegral() && element.isNumber();
            if (!literal && !integers && !Casts.implicit(original.type(), element)) {
                return node;
            }
            elements.add(
                    integers ? original : coerced(unsettled, written.elements().get(i), element));
        }
        if (elements.stream().anyMatch(Resolver::isInvalid)) {
            return INVALID;
        }
        ColumnType target = ColumnType.of(neighbour);
        Node adapted = new Node.ArrayOf(neighbour, elements);
        // Text in quotes makes a text[] unless told otherwise, which is what an enum's constants are stored as.
        return element.isTextEnum() ? adapted : new Node.Cast(target, adapted);
    }

    private Node subscript(Syntax.Subscript subscript) {
        Node array = resolve(subscript.array());
        Node index = resolve(subscript.index());
        if (isInvalid(array) || isInvalid(index)) {
            return INVALID;
        }
        if (array.type().kind() != SqlType.Kind.ARRAY) {
            boolean json = array.type().is(SqlType.Kind.JSON, SqlType.Kind.JSONB);
            return problem(
                    Code.TYPE_MISMATCH,
                    subscript.span(),
                    array.type() + " has no elements to count",
                    json ? source(subscript.array()) + " -> " + source(subscript.index()) : null,
                    json ? "Members of a document are taken with -> and ->>" : "Only arrays do");
        }
        Node position = coerced(index, subscript.index(), SqlType.INTEGER);
        return isInvalid(position) ? INVALID : new Node.Subscript(array, position);
    }

    private Node extract(Syntax.Extract extract) {
        Node source = resolve(extract.source());
        if (isInvalid(source)) {
            return INVALID;
        }
        source = settled(source);
        Set<String> parts = TimeParts.of(source.type());
        if (parts.isEmpty()) {
            return mismatch(extract.span(), "EXTRACT takes parts of dates and times, not of " + source.type());
        }
        if (!parts.contains(extract.part())) {
            Optional<String> nearest = Nearest.to(extract.part(), parts);
            return problem(
                    Code.BAD_LITERAL,
                    extract.partSpan(),
                    "EXTRACT takes no \"" + extract.part() + "\" from a " + source.type(),
                    nearest.orElse(null),
                    "It takes " + String.join(", ", parts));
        }
        if (source.type().kind() == SqlType.Kind.TIMESTAMPTZ) {
            return dependsOnZone(extract.span(), List.of(extract.source()), List.of(source));
        }
        return new Node.Extract(extract.part(), source);
    }

    private Node atTimeZone(Syntax.AtTimeZone at) {
        Node operand = resolve(at.operand());
        Node zone = textual(resolve(at.zone()), at.zone());
        if (isInvalid(operand) || isInvalid(zone)) {
            return INVALID;
        }
        if (zone instanceof Node.Text literal && !TimeParts.isZone(literal.value())) {
            Optional<String> nearest = TimeParts.nearestZone(literal.value());
            return problem(
                    Code.BAD_LITERAL,
                    at.zone().span(),
                    "There is no time zone '" + literal.value() + "'",
                    nearest.map(name -> "'" + name + "'").orElse(null),
                    nearest.map(name -> "Did you mean '" + name + "'?")
                            .orElse("They are written 'UTC' or 'Europe/Paris'"));
        }
        return switch (operand.type().kind()) {
            case TIMESTAMPTZ -> new Node.AtTimeZone(SqlType.TIMESTAMP, operand, zone);
            case TIMESTAMP -> new Node.AtTimeZone(SqlType.TIMESTAMPTZ, operand, zone);
            case DATE ->
                problem(
                        Code.NOT_IMMUTABLE,
                        at.span(),
                        "PostgreSQL would first take the date for a moment in the session's time zone",
                        castText(at.operand(), "timestamp") + " AT TIME ZONE " + source(at.zone()),
                        "Make it midnight without a zone first");
            default -> mismatch(at.span(), "AT TIME ZONE takes timestamps, not " + operand.type());
        };
    }

    // Types that places want

    /** A boolean, or a problem that says where one was wanted. */
    private Node condition(Node node, Syntax syntax, String place) {
        if (isInvalid(node) || node.type().kind() == SqlType.Kind.BOOLEAN) {
            return node;
        }
        if (node instanceof Node.Null) {
            return new Node.Null(SqlType.BOOLEAN);
        }
        SqlType type = node.type().isUnknown() ? SqlType.TEXT : node.type();
        String test =
                switch (type.kind()) {
                    case SMALLINT, INTEGER, BIGINT, NUMERIC -> wrapped(syntax) + " <> 0";
                    default -> node.nullable() ? wrapped(syntax) + " IS NOT NULL" : null;
                };
        return problem(
                Code.TYPE_MISMATCH,
                syntax.span(),
                Character.toUpperCase(place.charAt(0)) + place.substring(1) + " must be true or false, and this is "
                        + type,
                test);
    }

    /** The value as a column takes it. */
    private Node assigned(Node node, Syntax syntax, Purpose.GeneratedColumn column) {
        SqlType to = column.type().type();
        Node value = assignable(node, syntax, to);
        if (isInvalid(value)) {
            return INVALID;
        }
        if (column.virtual()) {
            Optional<SqlType> extension = Stream.concat(
                            Stream.of(to), value.all().map(Node::type))
                    .filter(SqlType::isOfExtension)
                    .findFirst();
            if (extension.isPresent()) {
                return problem(
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
            return problem(Code.BAD_LITERAL, syntax.span(), number.text() + " does not fit into " + to, null);
        }
        boolean text = from.kind() == SqlType.Kind.TEXT || Casts.implicit(from, SqlType.TEXT);
        if (text && to.is(SqlType.Kind.TEXT, SqlType.Kind.CHAR, SqlType.Kind.CITEXT)) {
            return new Node.Widened(to, node);
        }
        boolean castable = to.kind() != SqlType.Kind.ENUM && Casts.explicit(from, to) == Casts.Answer.IMMUTABLE;
        return problem(
                Code.TYPE_MISMATCH,
                syntax.span(),
                "The field is " + to.described() + ", but this is " + from.described(),
                castable ? castText(syntax, to.name()) : null,
                to.kind() == SqlType.Kind.ENUM
                        ? "Nothing says that it is one of " + constants(to)
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
                .map(node -> "coalesce(" + source(places(node)) + ", " + substitute + ")")
                .orElse(null);
        return problem(
                Code.NULLABLE_RESULT,
                replacement == null ? syntax.span() : places(only.orElseThrow()),
                "The result can be NULL" + (names.isEmpty() ? "" : ", because " + names + " can")
                        + ", but the field cannot",
                replacement,
                "Declare the field @Nullable, or give NULL a value with coalesce");
    }

    private Span places(Node node) {
        return Objects.requireNonNull(places.get(node));
    }

    /** The value as the type that the place wants; a problem if it does not go. */
    private Node coerced(Node node, Syntax syntax, SqlType to) {
        SqlType from = node.type();
        if (isInvalid(node) || from.equals(to)) {
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
            return castDependsOnSession(node, syntax.span(), to, syntax.span());
        }
        if (!Casts.implicit(from, to)) {
            return mismatch(syntax.span(), "This is " + from + " where " + to + " should be");
        }
        Node widened =
                node instanceof Node.Numeral number ? new Node.Numeral(to, number.text()) : new Node.Widened(to, node);
        places.put(widened, syntax.span());
        return widened;
    }

    /** A CASE or coalesce of nothing but quoted literals, each as the type wanted. */
    private Node unquoted(Node node, Syntax syntax, SqlType to) {
        if (!to.is(SqlType.Kind.TEXT, SqlType.Kind.ENUM)) {
            return mismatch(syntax.span(), "This is text where " + to + " should be");
        }
        Syntax bare = syntax.bare();
        if (node instanceof Node.Choice choice && bare instanceof Syntax.Call call) {
            List<Node> arguments = new ArrayList<>();
            for (int i = 0; i < choice.arguments().size(); i++) {
                arguments.add(
                        coerced(choice.arguments().get(i), call.arguments().get(i), to));
            }
            return arguments.stream().anyMatch(Resolver::isInvalid)
                    ? INVALID
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
            return typed.results().anyMatch(Resolver::isInvalid) ? INVALID : typed;
        }
        throw new IllegalStateException("Unknown type outside of literals: " + node);
    }

    /** A node whose neighbours leave its type open is a text. */
    private Node settled(Node node) {
        if (!node.type().isUnknown() || isInvalid(node)) {
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

    private Node literal(Node.Text literal, Span span, SqlType to, boolean spelled) {
        String value = literal.value();
        if (to.kind() == SqlType.Kind.ENUM && !to.constants().contains(value)) {
            Optional<String> nearest = Nearest.to(value, to.constants());
            return problem(
                    Code.UNKNOWN_CONSTANT,
                    span,
                    "The enum has no constant '" + value + "'",
                    nearest.map(constant -> "'" + constant + "'").orElse(null),
                    nearest.map(constant -> "Did you mean '" + constant + "'? ").orElse("") + "Constants: "
                            + constants(to));
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
        String written = text.substring(span.start(), span.end());
        boolean replaceable = written.startsWith("'") || written.startsWith("e'") || written.startsWith("E'");
        return problem(
                Code.BAD_LITERAL, span, "'" + value + "' cannot be read as " + to, replaceable ? better : null, fault);
    }

    // Problems

    private Node refused(String name, Span span, Functions.Refusal refusal) {
        return problem(
                Code.NOT_IMMUTABLE,
                span,
                "Not in " + purpose.subject() + ": " + name + " " + refusal.reason(),
                null,
                "PostgreSQL keeps what it computed, and expects the same answer for the same row for ever",
                refusal.instead());
    }

    /** The value of a timestamptz by the clock on the wall, which is another in each session. */
    private Node dependsOnZone(Span span, List<Syntax> parts, List<Node> nodes) {
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

    private static String typesOf(List<Node> nodes) {
        return nodes.stream().map(node -> node.type().described()).distinct().collect(Collectors.joining(", "));
    }

    private Node mismatch(Span span, String message) {
        return problem(Code.TYPE_MISMATCH, span, message, null);
    }

    private Node problem(Code code, Span span, String message, @Nullable String replacement, String... explanation) {
        problems.add(new ExpressionProblem(
                code, text, span.start(), span.end(), message, List.of(explanation), replacement));
        return INVALID;
    }

    private String source(Syntax syntax) {
        return source(syntax.span());
    }

    private String source(Span span) {
        return text.substring(span.start(), span.end());
    }

    private String castText(Syntax syntax, String type) {
        return wrapped(syntax) + "::" + type;
    }

    /** The text, in parentheses if an operator behind it would take only part of it. */
    private String wrapped(Syntax syntax) {
        boolean whole = syntax instanceof Syntax.Group
                || syntax instanceof Syntax.Name
                || syntax instanceof Syntax.Call
                || syntax instanceof Syntax.Numeral
                || syntax instanceof Syntax.Case
                || syntax instanceof Syntax.Extract;
        return whole ? source(syntax) : "(" + source(syntax) + ")";
    }

    private static String constants(SqlType type) {
        return String.join(", ", type.constants());
    }

    private static String quotedConstants(SqlType type) {
        return type.constants().stream().map(constant -> "'" + constant + "'").collect(Collectors.joining(", "));
    }

    private static boolean isText(SqlType type) {
        return type.kind() == SqlType.Kind.TEXT || type.isTextEnum();
    }

    private static boolean isInvalid(Node node) {
        return node instanceof Node.Invalid;
    }
}
