package dev.plectrum.processor.expression;

import java.util.List;

/** Collects the SQL of a tree, with the parentheses that its meaning needs and no others. */
final class SqlWriter {
    private final StringBuilder out = new StringBuilder();

    static String sql(Node node) {
        SqlWriter writer = new SqlWriter();
        node.sql(writer);
        return writer.out.toString();
    }

    SqlWriter text(String text) {
        out.append(text);
        return this;
    }

    /** An operand, in parentheses if it binds more loosely than what stands around it. */
    SqlWriter operand(Node node, Precedence around) {
        boolean parentheses = node.precedence().looserThan(around);
        text(parentheses ? "(" : "");
        node.sql(this);
        return text(parentheses ? ")" : "");
    }

    SqlWriter list(List<Node> nodes) {
        String separator = "";
        for (Node node : nodes) {
            text(separator).operand(node, Precedence.LOWEST);
            separator = ", ";
        }
        return this;
    }
}
