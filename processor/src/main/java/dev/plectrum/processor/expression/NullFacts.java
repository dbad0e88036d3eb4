package dev.plectrum.processor.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the outcome of a condition tells about which fields are not NULL. */
final class NullFacts {
    private NullFacts() {}

    /** The fields known not to be NULL where the condition is true; those known before among them. */
    static Set<String> whenTrue(Node condition, Set<String> before) {
        return with(before, nonNullWhenTrue(condition));
    }

    /** The fields known not to be NULL where the condition is false or NULL. */
    static Set<String> whenNotTrue(Node condition, Set<String> before) {
        return with(before, nonNullWhenNotTrue(condition));
    }

    private static Set<String> with(Set<String> before, Set<String> more) {
        Set<String> all = new HashSet<>(before);
        all.addAll(more);
        return all;
    }

    private static Set<String> nonNullWhenTrue(Node condition) {
        if (condition instanceof Node.Logic logic) {
            Set<String> facts = nonNullWhenTrue(logic.left());
            if (logic.and()) {
                facts.addAll(nonNullWhenTrue(logic.right()));
            } else {
                facts.retainAll(nonNullWhenTrue(logic.right()));
            }
            return facts;
        }
        if (condition instanceof Node.Is is) {
            boolean unknown = is.what() == Syntax.IsWhat.NULL || is.what() == Syntax.IsWhat.UNKNOWN;
            return unknown == is.not() ? nonNullIfNotNull(is.operand()) : new HashSet<>();
        }
        return nonNullIfNotNull(condition);
    }

    private static Set<String> nonNullWhenNotTrue(Node condition) {
        if (condition instanceof Node.Is is) {
            boolean isNull = is.what() == Syntax.IsWhat.NULL && !is.not();
            return isNull ? nonNullIfNotNull(is.operand()) : new HashSet<>();
        }
        if (condition instanceof Node.Logic logic && !logic.and()) {
            Set<String> facts = nonNullWhenNotTrue(logic.left());
            facts.addAll(nonNullWhenNotTrue(logic.right()));
            return facts;
        }
        return new HashSet<>();
    }

    /** The fields that cannot be NULL when this is not: those that reach the top through strict nodes alone. */
    private static Set<String> nonNullIfNotNull(Node node) {
        if (node instanceof Node.Field field) {
            return new HashSet<>(Set.of(field.field().name()));
        }
        boolean strict = node instanceof Node.Binary
                || node instanceof Node.Negated
                || node instanceof Node.Not
                || node instanceof Node.Widened
                || node instanceof Node.Cast
                || node instanceof Node.Like
                || node instanceof Node.Extract
                || (node instanceof Node.Call call && call.signature().strict());
        if (node instanceof Node.In in) {
            return nonNullIfNotNull(in.operand());
        }
        return strict
                ? node.children().stream()
                        .flatMap(child -> nonNullIfNotNull(child).stream())
                        .collect(Collectors.toCollection(HashSet::new))
                : new HashSet<>();
    }

    /** The nodes furthest down that make this one nullable. */
    static List<Node> culprits(Node node) {
        List<Node> below = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.nullable()) {
                below.addAll(culprits(child));
            }
        }
        return below.isEmpty() ? List.of(node) : below;
    }
}
