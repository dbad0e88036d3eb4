package dev.plectrum.processor.expression;

import java.util.List;
import java.util.Map;

/** Which operators Java answers as PostgreSQL does. */
final class JavaOperators {
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("+", "add"),
            Map.entry("-", "subtract"),
            Map.entry("*", "multiply"),
            Map.entry("/", "divide"),
            Map.entry("%", "remainder"),
            Map.entry("||", "concat"),
            Map.entry("=", "equal"),
            Map.entry("<>", "notEqual"),
            Map.entry("<", "less"),
            Map.entry("<=", "lessOrEqual"),
            Map.entry(">", "greater"),
            Map.entry(">=", "greaterOrEqual"));

    private JavaOperators() {}

    /** Whether some values make the operator itself fail. */
    static boolean canFail(Signature signature) {
        if (signature.result().kind() == SqlType.Kind.NUMERIC) {
            return signature.name().equals("/")
                    || signature.name().equals("%")
                    || signature.name().equals("^");
        }
        return !signature.result().is(SqlType.Kind.BOOLEAN, SqlType.Kind.TEXT);
    }

    /** Writes the operator between its operands, or refuses. */
    static void write(Signature signature, Node left, Node right, JavaWriter out) {
        String symbol = signature.name();
        SqlType type = signature.result();
        if (Operators.isComparison(symbol)) {
            if (comparesEqually(symbol, left, right, out)) {
                out.call(method(symbol), left, right);
            }
        } else if (symbol.equals("||") && type.kind() == SqlType.Kind.TEXT) {
            out.call(method(symbol), left, right);
        } else if (symbol.equals("/") && type.kind() == SqlType.Kind.NUMERIC) {
            out.refuse("how many digits a division of numerics keeps is PostgreSQL's choice");
        } else if (type.isNumber()
                && Operators.isArithmetic(symbol)
                && left.type().isNumber()) {
            write(method(symbol), type, List.of(left, right), out);
        } else if (left.type().kind() == SqlType.Kind.DATE
                && right.type().is(SqlType.Kind.DATE, SqlType.Kind.INTEGER)) {
            out.call(method(symbol), left, right);
        } else if (left.type().kind() == SqlType.Kind.INTEGER && right.type().kind() == SqlType.Kind.DATE) {
            out.call(method(symbol), right, left);
        } else {
            out.refuse("\"" + symbol + "\" between " + left.type() + " and " + right.type()
                    + " is PostgreSQL's to answer");
        }
    }

    /** Writes arithmetic that gives this type, or refuses. */
    static void write(String method, SqlType type, List<Node> operands, JavaWriter out) {
        if (JavaValues.isExactNumber(type)) {
            JavaValues.narrow(type, out, () -> out.call(method, operands.toArray(Node[]::new)));
        } else {
            out.refuse(JavaValues.unknown(type));
        }
    }

    private static String method(String symbol) {
        return METHODS.getOrDefault(symbol, symbol);
    }

    /** Whether Java and PostgreSQL compare these two in the same way; refuses if not. */
    static boolean comparesEqually(String symbol, Node left, Node right, JavaWriter out) {
        SqlType type = left.type();
        boolean equality = symbol.equals("=") || symbol.equals("<>");
        if (JavaValues.carrier(type) == null) {
            out.refuse(JavaValues.unknown(type));
            return false;
        }
        if (!equality && type.is(SqlType.Kind.TEXT, SqlType.Kind.ENUM)) {
            out.refuse("which text comes first depends on the collation of the database");
            return false;
        }
        if (!equality && type.kind() == SqlType.Kind.UUID) {
            out.refuse("Java orders UUIDs differently");
            return false;
        }
        if (type.kind() == SqlType.Kind.TEXT && JavaValues.isCollated(List.of(left, right))) {
            out.refuse("which texts are equal depends on the column's collation");
            return false;
        }
        return true;
    }
}
