package dev.plectrum.processor.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Which functions Java answers as PostgreSQL does. */
final class JavaFunctions {
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("length(text)", "length"),
            Map.entry("char_length(text)", "length"),
            Map.entry("character_length(text)", "length"),
            Map.entry("left(text, integer)", "left"),
            Map.entry("right(text, integer)", "right"),
            Map.entry("btrim(text)", "trim"),
            Map.entry("ltrim(text)", "trimLeft"),
            Map.entry("rtrim(text)", "trimRight"),
            Map.entry("reverse(text)", "reverse"),
            Map.entry("starts_with(text, text)", "startsWith"),
            Map.entry("abs(smallint)", "abs"),
            Map.entry("abs(integer)", "abs"),
            Map.entry("abs(bigint)", "abs"),
            Map.entry("abs(numeric)", "abs"),
            Map.entry("mod(smallint, smallint)", "remainder"),
            Map.entry("mod(integer, integer)", "remainder"),
            Map.entry("mod(bigint, bigint)", "remainder"),
            Map.entry("mod(numeric, numeric)", "remainder"),
            Map.entry("sign(numeric)", "sign"),
            Map.entry("ceil(numeric)", "ceil"),
            Map.entry("ceiling(numeric)", "ceil"),
            Map.entry("floor(numeric)", "floor"),
            Map.entry("round(numeric)", "round"),
            Map.entry("round(numeric, integer)", "round"),
            Map.entry("trunc(numeric)", "trunc"),
            Map.entry("trunc(numeric, integer)", "trunc"));

    private static final BigDecimal GREATEST_COUNT = BigDecimal.valueOf(1000);

    private JavaFunctions() {}

    /** Whether some values make the function itself fail. */
    static boolean canFail(Signature signature) {
        String method = METHODS.get(signature.toString());
        return method == null
                || method.equals("remainder")
                || (method.equals("abs") && signature.result().isIntegral());
    }

    /** Writes the call, or refuses. */
    static void write(Signature signature, List<Node> arguments, JavaWriter out) {
        String method = METHODS.get(signature.toString());
        if (method == null) {
            out.refuse(signature.name() + "() is PostgreSQL's to compute");
            return;
        }
        if (method.equals("startsWith") && JavaValues.isCollated(arguments)) {
            out.refuse("which texts are equal depends on the column's collation");
        }
        boolean counts = signature.parameters().size() == 2
                && signature.parameters().get(1).equals(SqlType.INTEGER);
        // Of extreme counts PostgreSQL makes what is written nowhere: right(name, -2147483648) is all of the name.
        if (counts && !isSmallLiteral(arguments.get(1))) {
            out.refuse("the count in " + signature.name() + "() is not a small literal");
        }
        JavaValues.narrow(signature.result(), out, () -> out.call(method, arguments.toArray(Node[]::new)));
    }

    private static boolean isSmallLiteral(Node count) {
        return count instanceof Node.Numeral literal && literal.value().abs().compareTo(GREATEST_COUNT) <= 0;
    }
}
