package dev.plectrum.processor.expression;

import dev.plectrum.processor.expression.ExpressionProblem.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives every name its field and every node its type. What does not fit becomes a problem and a {@link Node.Invalid}, on which
 * nothing else is blamed, so that one pass finds all mistakes.
 */
final class Resolver {
    private static final BigInteger LEAST_INTEGER = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger GREATEST_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);

    private final Scope scope;
    private final Purpose purpose;
    private final Mistakes mistakes;
    private final Coercion coercion;

    /** Fields that a condition around the present place has found not to be NULL. */
    private Set<String> known = Set.of();

    Resolver(String text, Scope scope, Purpose purpose) {
        this.scope = scope;
        this.purpose = purpose;
        mistakes = new Mistakes(text, scope, purpose);
        coercion = new Coercion(mistakes);
    }

    /** What was wrong, in the order of the text. */
    List<ExpressionProblem> problems() {
        return mistakes.problems();
    }

    /** The whole expression, as its purpose wants it. */
    Node resolveAll(Syntax syntax) {
        Node node = resolve(syntax);
        if (node instanceof Node.Invalid) {
            return node;
        }
        SqlType expected = purpose.expected();
        if (purpose instanceof Purpose.GeneratedColumn column) {
            return coercion.assigned(node, syntax, column);
        }
        if (expected == null) {
            return coercion.settled(node);
        }
        return coercion.condition(node, syntax, "what " + purpose.subject() + " says");
    }

    private Node resolve(Syntax syntax) {
        Node node = resolved(syntax);
        coercion.place(node, syntax.span());
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
            Node operand = coercion.condition(resolve(not.operand()), not.operand(), "what NOT turns around");
            return operand.isInvalid() ? Node.Invalid.VALUE : new Node.Not(operand);
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
        if (operand.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        if (!operand.type().isNumber() && operand.type().kind() != SqlType.Kind.INTERVAL) {
            return mistakes.mismatch(negated.span(), "\"-\" stands before numbers, not " + operand.type());
        }
        return new Node.Negated(operand.type(), operand);
    }

    private Node field(Syntax.Name name) {
        Optional<ScopeField> found = scope.find(name.name());
        if (found.isEmpty()) {
            return mistakes.unknownField(name);
        }
        ScopeField field = found.get();
        if (purpose instanceof Purpose.GeneratedColumn && field.generation() != ScopeField.Generation.NONE) {
            String expression = field.expression();
            return mistakes.problem(
                    Code.GENERATED_REFERS_TO_GENERATED,
                    name.span(),
                    "A generated field cannot use \"" + name.name() + "\", which is generated itself",
                    expression == null ? null : "(" + expression + ")",
                    "PostgreSQL computes generated columns from ordinary ones only: repeat the expression");
        }
        boolean index = purpose instanceof Purpose.IndexCondition || purpose instanceof Purpose.IndexExpression;
        if (index && field.generation() == ScopeField.Generation.VIRTUAL) {
            String expression = field.expression();
            return mistakes.problem(
                    Code.VIRTUAL_IN_INDEX,
                    name.span(),
                    "An index cannot use \"" + name.name() + "\", which is computed only when it is read",
                    expression == null ? null : "(" + expression + ")",
                    "Store the field (stored = true), or index its expression");
        }
        return new Node.Field(field, field.nullable() && !known.contains(field.name()));
    }

    private Node binary(Syntax.Binary binary) {
        if (binary.operator().equals("AND") || binary.operator().equals("OR")) {
            return logic(binary);
        }
        Node left = resolve(binary.left());
        Node right = resolve(binary.right());
        if (left.isInvalid() || right.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        if (left instanceof Node.Null || right instanceof Node.Null) {
            return mistakes.alwaysNull(binary, left instanceof Node.Null ? binary.right() : binary.left());
        }
        left = adapted(left, binary.left(), right.type());
        right = adapted(right, binary.right(), left.type());
        if (left.isInvalid() || right.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        Optional<Signature> signature = Operators.choose(binary.operator(), left.type(), right.type());
        if (signature.isEmpty()) {
            return mistakes.noSuchOperator(binary, left, right);
        }
        if (!signature.get().immutable()) {
            return mistakes.dependsOnZone(binary.span(), List.of(binary.left(), binary.right()), List.of(left, right));
        }
        left = coercion.coerced(
                left, binary.left(), signature.get().parameters().get(0));
        right = coercion.coerced(
                right, binary.right(), signature.get().parameters().get(1));
        if (left.isInvalid() || right.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        return new Node.Binary(signature.get(), Parser.precedenceOf(binary.operator()), left, right);
    }

    private Node logic(Syntax.Binary binary) {
        boolean and = binary.operator().equals("AND");
        String place = "what stands beside " + binary.operator();
        Node left = coercion.condition(resolve(binary.left()), binary.left(), place);
        Set<String> before = known;
        // The right side matters only where the left was true, beside AND, or not true, beside OR.
        known = left.isInvalid() ? known : and ? NullFacts.whenTrue(left, known) : NullFacts.whenNotTrue(left, known);
        Node right = coercion.condition(resolve(binary.right()), binary.right(), place);
        known = before;
        return left.isInvalid() || right.isInvalid() ? Node.Invalid.VALUE : new Node.Logic(and, left, right);
    }

    private Node is(Syntax.Is is) {
        Node operand = resolve(is.operand());
        if (is.what() != Syntax.IsWhat.NULL) {
            operand = coercion.condition(operand, is.operand(), "what IS " + is.what() + " asks for");
        }
        return operand.isInvalid() ? Node.Invalid.VALUE : new Node.Is(coercion.settled(operand), is.not(), is.what());
    }

    private Node isDistinct(Syntax.IsDistinct distinct) {
        Node left = resolve(distinct.left());
        Node right = resolve(distinct.right());
        List<Node> sides = coercion.compared(
                "=", List.of(left, right), List.of(distinct.left(), distinct.right()), distinct.span());
        return sides.isEmpty() ? Node.Invalid.VALUE : new Node.IsDistinct(sides.get(0), sides.get(1), distinct.not());
    }

    private Node between(Syntax.Between between) {
        List<Syntax> parts = List.of(between.operand(), between.low(), between.high());
        List<Node> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.add(resolve(part)));
        if (nodes.stream().anyMatch(Node.Null.class::isInstance)) {
            return mistakes.alwaysNull(between.span(), "BETWEEN");
        }
        List<Node> compared = coercion.compared("<", nodes, parts, between.span());
        return compared.isEmpty()
                ? Node.Invalid.VALUE
                : new Node.Between(compared.get(0), compared.get(1), compared.get(2), between.not());
    }

    private Node in(Syntax.In in) {
        List<Syntax> parts = new ArrayList<>(List.of(in.operand()));
        parts.addAll(in.items());
        List<Node> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.add(resolve(part)));
        if (nodes.stream().anyMatch(Node.Null.class::isInstance)) {
            return mistakes.alwaysNull(in.span(), in.not() ? "NOT IN" : "IN");
        }
        List<Node> compared = coercion.compared("=", nodes, parts, in.span());
        return compared.isEmpty()
                ? Node.Invalid.VALUE
                : new Node.In(compared.get(0), compared.subList(1, compared.size()), in.not());
    }

    private Node like(Syntax.Like like) {
        Node operand = coercion.textual(resolve(like.operand()), like.operand());
        Node pattern = coercion.textual(resolve(like.pattern()), like.pattern());
        return operand.isInvalid() || pattern.isInvalid()
                ? Node.Invalid.VALUE
                : new Node.Like(operand, pattern, like.not(), like.ignoringCase());
    }

    private Node cases(Syntax.Case cases) {
        Set<String> before = known;
        Node operand = cases.operand() == null ? null : resolve(cases.operand());
        List<Node> conditions = new ArrayList<>();
        List<Node> results = new ArrayList<>();
        List<Syntax> resultParts = new ArrayList<>();
        boolean valid = operand == null || !operand.isInvalid();
        for (Syntax.When when : cases.whens()) {
            Node condition = resolve(when.condition());
            Set<String> outside = known;
            if (cases.operand() == null) {
                condition = coercion.condition(condition, when.condition(), "what stands behind WHEN");
                known = condition.isInvalid() ? known : NullFacts.whenTrue(condition, known);
            }
            results.add(resolve(when.result()));
            known = cases.operand() != null || condition.isInvalid()
                    ? outside
                    : NullFacts.whenNotTrue(condition, outside);
            resultParts.add(when.result());
            conditions.add(condition);
            valid &= !condition.isInvalid();
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
            List<Node> compared = coercion.compared("=", sides, parts, cases.span());
            valid = !compared.isEmpty();
            operand = valid ? compared.get(0) : operand;
            conditions = valid ? compared.subList(1, compared.size()) : conditions;
        }
        Optional<List<Node>> common = coercion.commonly(results, resultParts, "The branches of CASE", cases.span());
        if (common.isEmpty() || !valid) {
            return Node.Invalid.VALUE;
        }
        List<Node.When> whens = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            whens.add(new Node.When(conditions.get(i), common.get().get(i)));
        }
        Node last = otherwise == null ? null : common.get().get(whens.size());
        return new Node.Case(whens.get(0).result().type(), operand, whens, last);
    }

    private Node call(Syntax.Call call) {
        String name = call.name();
        Optional<Functions.Refusal> refusal = Functions.refusal(name);
        List<Node> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(resolve(argument)));
        if (refusal.isPresent()) {
            return mistakes.refused(name + "()", call.span(), refusal.get());
        }
        if (Functions.isAggregate(name)) {
            return mistakes.problem(
                    Code.OTHER_ROWS,
                    call.span(),
                    name + "() looks at many rows; an expression sees its own only",
                    null,
                    name.equals("min") || name.equals("max")
                            ? "Of several values in one row take " + (name.equals("min") ? "least" : "greatest") + "(…)"
                            : "Aggregate in a query instead");
        }
        if (!Functions.names().contains(name)) {
            return mistakes.unknownFunction(call);
        }
        if (arguments.stream().anyMatch(Node::isInvalid)) {
            return Node.Invalid.VALUE;
        }
        return Functions.CHOICES.contains(name) ? choice(call, arguments) : function(call, arguments);
    }

    private Node choice(Syntax.Call call, List<Node> arguments) {
        String name = call.name();
        if (arguments.isEmpty() || (name.equals("nullif") && arguments.size() != 2)) {
            return mistakes.mismatch(
                    call.span(), name + "() takes " + (name.equals("nullif") ? "two values" : "at least one value"));
        }
        Optional<List<Node>> common =
                coercion.commonly(arguments, call.arguments(), "The arguments of " + name + "()", call.span());
        if (common.isEmpty()) {
            return Node.Invalid.VALUE;
        }
        if (!name.equals("coalesce")
                && coercion.compared(name.equals("nullif") ? "=" : "<", common.get(), call.arguments(), call.span())
                        .isEmpty()) {
            return Node.Invalid.VALUE;
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
            return mistakes.problem(
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
            return mistakes.dependsOnZone(call.span(), call.arguments(), arguments);
        }
        if (signature.strict() && arguments.stream().anyMatch(Node.Null.class::isInstance)) {
            return mistakes.problem(
                    Code.ALWAYS_NULL,
                    call.span(),
                    call.name() + "() of NULL is always NULL, whatever the row holds",
                    null);
        }
        List<Node> coerced = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            coerced.add(coercion.coerced(
                    arguments.get(i),
                    call.arguments().get(i),
                    signature.parameters().get(i)));
        }
        return coerced.stream().anyMatch(Node::isInvalid) ? Node.Invalid.VALUE : new Node.Call(signature, coerced);
    }

    private Node cast(Syntax.Cast cast) {
        if (cast.operand().bare() instanceof Syntax.ArrayOf array
                && array.elements().isEmpty()) {
            Optional<ColumnType> target = type(cast.type());
            if (target.isEmpty() || target.get().type().kind() != SqlType.Kind.ARRAY) {
                return target.isEmpty()
                        ? Node.Invalid.VALUE
                        : mistakes.mismatch(cast.span(), "An empty array cannot become " + target.get());
            }
            return new Node.Cast(target.get(), new Node.ArrayOf(target.get().type(), List.of()));
        }
        return cast(resolve(cast.operand()), cast.operand().span(), cast.type(), cast.span());
    }

    private Node cast(Node operand, Span operandSpan, Syntax.TypeName typeName, Span span) {
        Optional<ColumnType> target = type(typeName);
        if (target.isEmpty() || operand.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        SqlType to = target.get().type();
        if (operand instanceof Node.Null) {
            return new Node.Cast(target.get(), new Node.Null(to));
        }
        if (operand instanceof Node.Text literal) {
            Node typed = coercion.literal(literal, operandSpan, to, true);
            return target.get().precision() == null || typed.isInvalid() ? typed : new Node.Cast(target.get(), typed);
        }
        Node settled = coercion.settled(operand);
        if (settled instanceof Node.Cast already && already.target().equals(target.get())) {
            return already;
        }
        Casts.Answer answer = Casts.explicit(settled.type(), to);
        if (answer == Casts.Answer.NONE) {
            return mistakes.mismatch(span, settled.type() + " cannot become " + to);
        }
        if (answer == Casts.Answer.STABLE) {
            return mistakes.castDependsOnSession(settled, operandSpan, to, span);
        }
        return new Node.Cast(target.get(), settled);
    }

    private Optional<ColumnType> type(Syntax.TypeName name) {
        Optional<ColumnType> type = ColumnType.parse(name.text());
        if (type.isEmpty()) {
            Optional<String> nearest = ColumnType.nearest(name.text());
            mistakes.problem(
                    Code.UNKNOWN_TYPE,
                    name.span(),
                    "There is no type \"" + name.text() + "\" that an expression may use",
                    nearest.orElse(null),
                    nearest.map(better -> "Did you mean \"" + better + "\"?").stream()
                            .toArray(String[]::new));
        }
        return type;
    }

    private Node array(Syntax.ArrayOf array) {
        if (array.elements().isEmpty()) {
            return mistakes.problem(
                    Code.TYPE_MISMATCH,
                    array.span(),
                    "An empty array needs a type",
                    mistakes.source(array.span()) + "::text[]",
                    "Nothing else tells what it would hold");
        }
        List<Node> elements = new ArrayList<>();
        array.elements().forEach(element -> elements.add(resolve(element)));
        Optional<List<Node>> common =
                coercion.commonly(elements, array.elements(), "The elements of an array", array.span());
        if (common.isEmpty()) {
            return Node.Invalid.VALUE;
        }
        List<Node> settled = common.get().stream().map(coercion::settled).toList();
        SqlType element = settled.get(0).type();
        if (element.kind() == SqlType.Kind.ARRAY) {
            return mistakes.mismatch(array.span(), "Arrays of arrays have no place in an expression");
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
                    integers
                            ? original
                            : coercion.coerced(unsettled, written.elements().get(i), element));
        }
        if (elements.stream().anyMatch(Node::isInvalid)) {
            return Node.Invalid.VALUE;
        }
        ColumnType target = ColumnType.of(neighbour);
        Node adapted = new Node.ArrayOf(neighbour, elements);
        // Text in quotes makes a text[] unless told otherwise, which is what an enum's constants are stored as.
        return element.isTextEnum() ? adapted : new Node.Cast(target, adapted);
    }

    private Node subscript(Syntax.Subscript subscript) {
        Node array = resolve(subscript.array());
        Node index = resolve(subscript.index());
        if (array.isInvalid() || index.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        if (array.type().kind() != SqlType.Kind.ARRAY) {
            boolean json = array.type().is(SqlType.Kind.JSON, SqlType.Kind.JSONB);
            return mistakes.problem(
                    Code.TYPE_MISMATCH,
                    subscript.span(),
                    array.type() + " has no elements to count",
                    json ? mistakes.source(subscript.array()) + " -> " + mistakes.source(subscript.index()) : null,
                    json ? "Members of a document are taken with -> and ->>" : "Only arrays do");
        }
        Node position = coercion.coerced(index, subscript.index(), SqlType.INTEGER);
        return position.isInvalid() ? Node.Invalid.VALUE : new Node.Subscript(array, position);
    }

    private Node extract(Syntax.Extract extract) {
        Node source = resolve(extract.source());
        if (source.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        source = coercion.settled(source);
        Set<String> parts = TimeParts.of(source.type());
        if (parts.isEmpty()) {
            return mistakes.mismatch(extract.span(), "EXTRACT takes parts of dates and times, not of " + source.type());
        }
        if (!parts.contains(extract.part())) {
            Optional<String> nearest = Nearest.to(extract.part(), parts);
            return mistakes.problem(
                    Code.BAD_LITERAL,
                    extract.partSpan(),
                    "EXTRACT takes no \"" + extract.part() + "\" from a " + source.type(),
                    nearest.orElse(null),
                    "It takes " + String.join(", ", parts));
        }
        if (source.type().kind() == SqlType.Kind.TIMESTAMPTZ) {
            return mistakes.dependsOnZone(extract.span(), List.of(extract.source()), List.of(source));
        }
        return new Node.Extract(extract.part(), source);
    }

    private Node atTimeZone(Syntax.AtTimeZone at) {
        Node operand = resolve(at.operand());
        Node zone = coercion.textual(resolve(at.zone()), at.zone());
        if (operand.isInvalid() || zone.isInvalid()) {
            return Node.Invalid.VALUE;
        }
        if (zone instanceof Node.Text literal && !TimeParts.isZone(literal.value())) {
            Optional<String> nearest = TimeParts.nearestZone(literal.value());
            return mistakes.problem(
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
                mistakes.problem(
                        Code.NOT_IMMUTABLE,
                        at.span(),
                        "PostgreSQL would first take the date for a moment in the session's time zone",
                        mistakes.castText(at.operand(), "timestamp") + " AT TIME ZONE " + mistakes.source(at.zone()),
                        "Make it midnight without a zone first");
            default -> mistakes.mismatch(at.span(), "AT TIME ZONE takes timestamps, not " + operand.type());
        };
    }
}
