package dev.plectrum.orm.query;

import java.util.ArrayList;
import java.util.List;

/** Finds the {@code ?} in SQL of a user's own. */
final class Fragments {
    private Fragments() {}

    static ValueNode.Fragment parse(String sql, Expression<?>... between) {
        if (sql.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("SQL cannot contain a NUL character");
        }
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                text.append(c);
            } else if (c == '?') {
                texts.add(text.toString());
                text.setLength(0);
            } else {
                quote = c == '\'' || c == '"' ? c : 0;
                text.append(c);
            }
        }
        texts.add(text.toString());
        if (texts.size() != between.length + 1) {
            throw new IllegalArgumentException("The SQL has " + (texts.size() - 1) + " question marks for "
                    + between.length + " expressions: " + sql);
        }
        List<Node> nodes = new ArrayList<>();
        for (Expression<?> expression : between) {
            nodes.add(expression.node());
        }
        return new ValueNode.Fragment(List.copyOf(texts), List.copyOf(nodes));
    }
}
