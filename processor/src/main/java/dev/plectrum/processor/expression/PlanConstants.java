package dev.plectrum.processor.expression;

import java.util.OptionalLong;

/**
 * PostgreSQL's planner computes what does not depend on the row before it sees one. Values stay the same, but not who fails:
 * {@code 1 / stock > 0 AND FALSE} never divides, {@code CASE WHEN stock > 0 THEN 1 / 0 END} always does. Java would, and would not.
 */
final class PlanConstants {
    private PlanConstants() {}

    /** Whether planning could make a failure come or go that evaluation in the order of the text would not. */
    static boolean mayChangeFailure(Node node) {
        return node.canFail() && hasOddConstant(node, false);
    }

    private static boolean hasOddConstant(Node node, boolean isResult) {
        if (node instanceof Node.Numeral || node instanceof Node.Text) {
            return false;
        }
        if (node instanceof Node.Bool || node instanceof Node.Null) {
            return !isResult;
        }
        if (node.constant()) {
            boolean plain = node.type().isIntegral() && value(node).isPresent();
            return !plain && (node.canFail() || node.nullable() || node.type().kind() == SqlType.Kind.BOOLEAN);
        }
        if (isChosenByPlanning(node)) {
            return true;
        }
        if (node instanceof Node.Case cases) {
            boolean conditions = cases.whens().stream().anyMatch(when -> hasOddConstant(when.value(), false));
            boolean operand = cases.operand() != null && hasOddConstant(cases.operand(), false);
            return conditions || operand || cases.results().anyMatch(result -> hasOddConstant(result, true));
        }
        return node.children().stream().anyMatch(child -> hasOddConstant(child, false));
    }

    /** {@code CASE 1 WHEN 1 THEN 2 ELSE stock END} and {@code coalesce(2, stock)} are 2 to the planner, and may make more constants. */
    private static boolean isChosenByPlanning(Node node) {
        if (node instanceof Node.Case cases) {
            return cases.operand() != null && cases.operand().constant();
        }
        return node instanceof Node.Choice choice
                && choice.function().equals("coalesce")
                && choice.arguments().stream()
                        .limit(choice.arguments().size() - 1L)
                        .anyMatch(Node::constant);
    }

    /** The value of arithmetic on literals, if it does not overflow. */
    private static OptionalLong value(Node node) {
        try {
            if (node instanceof Node.Numeral number && number.type().isIntegral()) {
                return OptionalLong.of(number.value().longValueExact());
            }
            if (node instanceof Node.Binary binary) {
                OptionalLong left = value(binary.left());
                OptionalLong right = value(binary.right());
                if (left.isPresent() && right.isPresent()) {
                    long a = left.getAsLong();
                    long b = right.getAsLong();
                    long result =
                            switch (binary.signature().name()) {
                                case "+" -> Math.addExact(a, b);
                                case "-" -> Math.subtractExact(a, b);
                                case "*" -> Math.multiplyExact(a, b);
                                default -> throw new ArithmeticException("not looked into");
                            };
                    return fits(result, binary.type()) ? OptionalLong.of(result) : OptionalLong.empty();
                }
            }
            return OptionalLong.empty();
        } catch (ArithmeticException overflow) {
            return OptionalLong.empty();
        }
    }

    private static boolean fits(long value, SqlType type) {
        return switch (type.kind()) {
            case SMALLINT -> value == (short) value;
            case INTEGER -> value == (int) value;
            default -> true;
        };
    }
}
